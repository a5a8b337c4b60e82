"""Download every package that a finance PC needs, on a machine that reaches the package index."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from finance_pc.pins import for_windows, read_pins
from finance_pc.source import SUMS, Source, sha256
from finance_pc.stopped import INCOMPLETE, NO_PACKAGES, Stopped
from finance_pc.work import Run, run

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
"""The versions of Python for which every pinned package has been made for Windows."""

# -P: nothing in the current folder is taken for a part of pip, which may be a person's own.
_PIP = [sys.executable, "-P", "-m", "pip", "--disable-pip-version-check"]


def fill(folder: Path, source: Source, versions: list[str], runner: Run = run) -> int:
    """Fill a folder, write the list of digests, and return how many packages it holds.

    Args:
        folder: new, empty, or filled by this before.
        source: the project.
        versions: of Python.
        runner: what runs a program.

    Raises:
        Stopped: the folder holds something else, or a package could not be had.
    """
    _empty(folder)
    for version in versions:
        _download(folder, source, version, runner)
    project = ["wheel", "--quiet", "--no-deps", "--no-index", "--find-links", str(folder)]
    # It is built with the pinned tools just downloaded, which are plain Python and run anywhere.
    _pip(runner, [*project, "--wheel-dir", str(folder), str(source.root)], "xl_vsm")
    kept = sorted(folder.iterdir())
    lines = [f"{sha256(path)}  {path.name}\n" for path in kept]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(kept)


def _empty(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    before = list(folder.iterdir())
    if before and not (folder / SUMS).is_file():
        raise Stopped(INCOMPLETE, f"{folder} holds other files already; name a new folder")
    for path in before:
        path.unlink()


def _download(folder: Path, source: Source, version: str, runner: Run) -> None:
    pins = for_windows(read_pins(source.pins.read_text(encoding="utf-8")), version)
    # What was fetched for an earlier version and is for any Python need not be fetched again.
    there = {"-".join(path.name.split("-")[:2]) for path in folder.glob("*-none-any.whl")}
    pins = [pin for pin in pins if pin.stem not in there]
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch) / "requirements.txt"
        wanted.write_text("".join(f"{pin}\n" for pin in pins), encoding="utf-8")
        platform = ["--platform", "win_amd64", "--implementation", "cp"]
        _pip(
            runner,
            [
                *("download", "--quiet", "--no-deps", "--require-hashes"),
                *("--only-binary", ":all:", *platform, "--python-version", version),
                *("--dest", str(folder), "--requirement", str(wanted)),
            ],
            f"the packages for Python {version}",
        )


def _pip(runner: Run, words: list[str], what: str) -> None:
    ran = runner([*_PIP, *words])
    if ran.returncode:
        raise Stopped(NO_PACKAGES, f"{ran.stdout}\n{what} could not be had. The reason is above")
