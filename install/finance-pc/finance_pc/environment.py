"""The private Python environment: made anew each time, and the one before kept until it works."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path

from finance_pc.stopped import NO_PACKAGES, Stopped, in_use
from finance_pc.work import Work

START = "xl_vsm_start.pth"
_START = """\
# xlwings starts Python with -c, which looks for modules in the current folder first. That is
# Excel's, where a file with the name of a module would be run. So a Python that is started like
# this goes to its own folder before it looks. With -m, or for a script, it stays where it is.
import os, sys; sys.argv[:1] == ["-c"] and os.chdir(sys.prefix)
"""


def make_environment(work: Work) -> None:
    """Make the environment and install the pinned packages and the project in it.

    Raises:
        Stopped: it is in use, or a package could not be had. What was there before is back.
    """
    environment = work.places.environment
    before = environment.with_name(f"{environment.name}-before")
    _set_aside(environment, before)
    try:
        _fill(work)
    except BaseException:
        shutil.rmtree(environment, ignore_errors=True)
        if before.exists():
            before.rename(environment)
        raise
    shutil.rmtree(before, ignore_errors=True)
    work.journal.touch("made", environment)


def keep_the_current_folder_off(environment: Path) -> None:
    """Have a Python that xlwings starts look into no folder that happens to be the current one."""
    variables = {"base": str(environment), "platbase": str(environment)}
    packages = Path(sysconfig.get_path("purelib", "venv", variables))
    packages.mkdir(parents=True, exist_ok=True)
    (packages / START).write_text(_START, encoding="utf-8")


def _set_aside(environment: Path, before: Path) -> None:
    if not environment.exists():
        return
    shutil.rmtree(before, ignore_errors=True)
    try:
        # Fails at once while Excel's Python runs from it, when nothing has been broken yet.
        environment.rename(before)
    except OSError as error:
        raise in_use(environment) from error


def _fill(work: Work) -> None:
    work.journal.say("Making a private Python environment ...")
    _do(
        work,
        [work.python, "-I", "-m", "venv", str(work.places.environment)],
        "the environment could not be made",
    )
    keep_the_current_folder_off(work.places.environment)
    source = work.source
    pip = [str(work.environments_python), "-I", "-m", "pip", "install"]
    pip += ["--disable-pip-version-check", "--no-warn-script-location", *source.pip_options()]
    from_where = source.wheelhouse or "the package index"
    work.journal.say(f"Installing the pinned packages from {from_where} ...")
    _do(
        work,
        # Ready-made packages only: nothing of theirs is run to install them.
        [*pip, "--only-binary", ":all:", "--require-hashes", "-r", str(source.pins)],
        "the packages could not be installed. Without a way to the package index, make a"
        " wheelhouse on a PC that has one (wheelhouse.py) and give it with -Wheelhouse",
    )
    work.journal.say(f"Installing xl_vsm {source.release} ...")
    project = [str(source.root)]
    if source.wheelhouse and list(source.wheelhouse.glob(f"xl_vsm-{source.release}-*.whl")):
        project = [f"xl-vsm=={source.release}"]
    _do(
        work,
        [*pip, "--no-deps", "--no-build-isolation", *project],
        "xl_vsm itself could not be installed",
    )


def _do(work: Work, command: list[str], failed: str) -> None:
    work.journal.note(f"ran {' '.join(command)}")
    ran = work.run(command)
    work.journal.note(ran.stdout)
    if ran.returncode:
        work.journal.say(ran.stdout)
        raise Stopped(NO_PACKAGES, f"{failed}. The reason is above")
