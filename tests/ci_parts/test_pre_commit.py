"""The pre-commit hook, run by pre-commit itself in a repository of workbooks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci_parts.hosts import CLEAN, stand_in, without_git, workbook
from tests.conftest import ROOT

FILE = ROOT / ".pre-commit-hooks.yaml"
(HOOK,) = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def called(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    cache = str(folder.parent / "cache")
    return subprocess.run(
        command,
        cwd=folder,
        env=without_git(os.environ) | {"PATH": path, "PRE_COMMIT_HOME": cache},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def committed(folder: Path, **changed: Any) -> subprocess.CompletedProcess[str]:
    """Run the hook over what is staged, with the xl-vsm of this environment.

    What differs from a user's: pre-commit does not fetch and install the package, which would
    need a network.
    """
    hook = HOOK | {"language": "system"} | changed
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert called("git", "add", "--all", folder=folder).returncode == 0
    return called(sys.executable, "-m", "pre_commit", "run", folder=folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stand_in(tmp_path / "bin" / "xl-vsm")
    made = tmp_path / "estate"
    made.mkdir()
    assert called("git", "init", "--quiet", folder=made).returncode == 0
    return made


def test_it_is_a_hook(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "pre_commit", "validate-manifest")
    assert called(*command, str(FILE), folder=tmp_path).returncode == 0
    broken = tmp_path / "hooks.yaml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace("entry:", "enter:"))
    assert called(*command, str(broken), folder=tmp_path).returncode == 1


def test_the_command_is_one_that_the_package_brings() -> None:
    assert HOOK["language"] == "python"
    assert HOOK["entry"].split()[0] in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_a_faulty_workbook_is_not_committed(folder: Path) -> None:
    workbook(folder, "Board pay/PAY.XLSX")
    done = committed(folder)
    assert done.returncode == 1
    assert "X16" in done.stdout
    assert "PEN101" in done.stdout


def test_a_right_one_is(folder: Path) -> None:
    workbook(folder, "pay.xlsx", CLEAN)
    done = committed(folder)
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_options_are_the_users(folder: Path) -> None:
    workbook(folder, "pay.xlsx")
    done = committed(folder, args=["--fail-on", "never", "--redact"], verbose=True)
    assert done.returncode == 0, done.stdout
    assert "PEN101" in done.stdout
    assert "12.5%" not in done.stdout


def test_only_workbooks_are_looked_at(folder: Path) -> None:
    workbook(folder, "~$pay.xlsx")
    (folder / "xlsx.py").write_text("", encoding="utf-8")
    done = committed(folder)
    assert done.returncode == 0, done.stdout
    assert "no files to check" in done.stdout
