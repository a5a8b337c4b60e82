"""The private Python looks into no folder of anybody else's, and pip is told nothing by others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from finance_pc import command
from finance_pc.environment import START, keep_the_current_folder_off
from finance_pc.work import run

from install.environment import for_pip
from tests.diagnosis.machines import windows_environ
from tests.install.finance_pc.conftest import Pc

STRAY = "open(__file__ + '.ran', 'w').close()"
AS_XLWINGS_DOES = "import sys, os;import json; print(json.__name__)"


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A real environment, as quick to make as can be."""
    made = tmp_path / "of its own"
    subprocess.run([sys.executable, "-I", "-m", "venv", "--without-pip", str(made)], check=True)
    return made


def python(environment: Path, folder: Path, *words: str) -> str:
    where = "Scripts" if sys.platform == "win32" else "bin"
    ran = subprocess.run(
        [str(environment / where / "python"), *words],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that somebody has put a program into, under the name of a module."""
    made = tmp_path / "a share"
    made.mkdir()
    (made / "json.py").write_text(STRAY, encoding="utf-8")
    return made


def test_a_stray_file_beside_excel_is_not_run(environment: Path, folder: Path) -> None:
    python(environment, folder, "-B", "-c", AS_XLWINGS_DOES)
    stray = folder / "json.py.ran"
    assert stray.exists()  # as it is without us
    stray.unlink()
    keep_the_current_folder_off(environment)
    assert python(environment, folder, "-B", "-c", AS_XLWINGS_DOES) == "json"
    assert not stray.exists()


def test_the_command_line_stays_where_it_is(environment: Path, folder: Path) -> None:
    keep_the_current_folder_off(environment)
    script = folder / "where.py"
    script.write_text("import os; print(os.getcwd())", encoding="utf-8")
    for words in (["-m", "where"], [str(script)], ["-I", str(script)]):
        assert Path(python(environment, folder, *words)) == folder


def test_the_set_up_sees_to_it_before_anything_is_installed(pc: Pc) -> None:
    pc.runner.failing = "--require-hashes"
    left: list[bool] = []

    def watched(words: list[str]) -> subprocess.CompletedProcess[str]:
        left.append(any(pc.places.environment.rglob(START)))
        return pc.runner(words)

    assert command.main([], windows_environ(pc.profile), pc.root, watched) == 6
    assert left == [False, True]


def test_pip_is_told_where_to_fetch_from_and_nothing_else() -> None:
    told = {
        "PIP_INDEX_URL": "https://mirror.example/simple",
        "pip_cert": "/etc/ssl/ours.pem",
        "PIP_PROXY": "http://proxy.example:3128",
        "HTTPS_PROXY": "http://proxy.example:3128",
        "PATH": "/usr/bin",
    }
    others = {"PIP_TARGET": "/elsewhere", "PIP_USER": "1", "Pip_Prefix": "/", "PIP_NO_DEPS": "1"}
    assert for_pip({**told, **others}) == told


def test_programs_are_run_with_those(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_PROXY", "http://proxy.example:3128")
    asked = "import os; print(os.environ.get('PIP_TARGET'), os.environ.get('PIP_PROXY'))"
    ran = run([sys.executable, "-I", "-c", asked])
    assert ran.stdout.split() == ["None", "http://proxy.example:3128"]
