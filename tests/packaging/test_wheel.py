"""The wheel has what is needed and nothing else, and works where the project is not."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT
from tests.packaging.conftest import Installed, build
from tests.packaging.visible import closure, show

FAULTS = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"
KINDS = {".py", ".toml", ".csv", ".html", ".css", ".js", ".json", ".svg", ".txt", ".typed"}
"""What the package is made of, by the ends of its files' names."""


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def ours(folder: str, as_folder: str) -> set[str]:
    return {
        f"{as_folder}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_has_the_package_and_nothing_else(files: Mapping[str, Path]) -> None:
    wanted = ours("xl_vsm", "xl_vsm") | ours("udfs", "udfs")
    wanted |= ours("tests/golden", "xl_vsm/golden")
    assert names(files[".whl"]) == wanted
    assert {Path(name).suffix for name in wanted} == KINDS


def test_the_source_archive_makes_the_same_wheel(files: Mapping[str, Path], tmp_path: Path) -> None:
    with tarfile.open(files[".gz"]) as archive:
        # Python before 3.11.4 knows no filter; later ones want one, and this archive is our own.
        filters = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        archive.extractall(tmp_path, **filters)
    (source,) = tmp_path.iterdir()
    build(source, tmp_path / "built", "wheel")
    (wheel,) = (tmp_path / "built").iterdir()
    assert wheel.read_bytes() == files[".whl"].read_bytes()


@pytest.fixture(scope="module")
def packages(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the page and the core bring, as an installation of `xl-vsm[web]` has it."""
    if sys.platform == "win32":
        pytest.skip("links to packages need leave on Windows")
    return show(tmp_path_factory.mktemp("links") / "web", closure(installed.site, "web"))


def answer(address: str) -> bytes:
    """Return what a page answers, once the server is ready for work."""
    end = time.monotonic() + 60
    while True:
        try:
            with urlopen(address, timeout=60) as found:
                return bytes(found.read())
        except HTTPError as error:
            if error.code != HTTPStatus.SERVICE_UNAVAILABLE or time.monotonic() > end:
                raise
        time.sleep(0.1)


def test_it_is_not_the_one_beside_the_tests(installed: Installed, packages: Path) -> None:
    said = "import xl_vsm, udfs; print(xl_vsm.__file__); print(udfs.__file__)"
    done = installed.run("python", "-c", said, packages=packages)
    assert done.stderr == ""
    assert all(Path(line).is_relative_to(installed.folder) for line in done.stdout.splitlines())


def test_the_commands_work_elsewhere(installed: Installed, packages: Path) -> None:
    shutil.copy(FAULTS, installed.elsewhere / "pay.xlsx")
    for words, code, said in (
        (["check", "pay.xlsx", "--fail-on", "warning"], 1, "12 errors, 4 warnings, 1 note"),
        (["check", "pay.xlsx", "--format", "html", "--fail-on", "never"], 0, "<h1"),
        (["template", "new.xlsx", "--type", "trust"], 0, "new.xlsx"),
        (["explain", "NHS_PENSION_TIER"], 0, "SI 2015/96"),
    ):
        done = installed.run("xl-vsm", *words, packages=packages)
        assert done.returncode == code, (words, done.stdout, done.stderr)
        assert said in done.stdout, words
    checked = installed.run("xl-vsm", "check", "new.xlsx", "--format", "json", packages=packages)
    assert json.loads(checked.stdout)["summary"]["error"] == 0


def test_the_functions_answer_elsewhere(installed: Installed, packages: Path) -> None:
    asked = "from udfs import *; print(VSM_BAND('trust', 512400000, '2025-09-30'))"
    assert installed.run("python", "-c", asked, packages=packages).stdout == "C (illustrative)\n"


def test_the_page_is_served_elsewhere(installed: Installed, packages: Path) -> None:
    as_root = ["--as-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with subprocess.Popen(
        [str(installed.commands / "xl-vsm"), "serve", "--port", "0", "--workers", "1", *as_root],
        cwd=installed.elsewhere,
        env=installed.environ(packages),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            for path, shown in (("healthz", b'"ok"'), ("", b"<h1"), ("static/pages.css", b"{")):
                assert shown in answer(f"{address}{path}")
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        finally:
            process.kill()
