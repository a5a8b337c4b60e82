"""The workflow for a hosted service, as far as it runs without one."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import Any

import yaml

from tests.ci_parts.hosts import fits
from tests.conftest import ROOT

FILE = ROOT / ".github" / "workflows" / "ci.yml"
WORKFLOW: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
JOBS: dict[str, Any] = WORKFLOW["jobs"]


def commands() -> list[str]:
    return [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]


def test_it_is_a_workflow() -> None:
    assert fits("vendor.github-workflows", FILE) == ""


def test_linux_macos_and_windows_and_every_python_that_is_supported_are_in_it() -> None:
    systems = {JOBS["whole"]["runs-on"], *JOBS["systems"]["strategy"]["matrix"]["system"]}
    assert {each.partition("-")[0] for each in systems} == {"ubuntu", "macos", "windows"}
    tried = {"3.11", *JOBS["pythons"]["strategy"]["matrix"]["python"]}
    said = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert set(re.findall(r"Python :: (3\.\d+)", said)) <= tried


def test_every_file_that_its_commands_name_is_there() -> None:
    named = {
        word
        for command in commands()
        for word in shlex.split(command)
        if "/" in word and not word.startswith(("-", "build/"))
    }
    assert {"install/run_tests.py", "install/try_it.py", ".ci/run"} <= named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_nothing_of_an_event_is_put_into_a_shell() -> None:
    # What the file itself lists is no event's; anybody may word a title or a branch.
    put_in = {name for command in commands() for name in re.findall(r"\$\{\{\s*(\w+)", command)}
    assert put_in <= {"matrix"}
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_the_functions_are_counted_as_xlwings_marks_them_on_windows() -> None:
    (count,) = [command for command in commands() if "__xlfunc__" in command]
    source = shlex.split(count)[2]
    around = (
        "from tests.hosts.pywin32 import xlwings_as_on_windows\n"
        f"xlwings_as_on_windows(lambda: True)\nexec({source!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", around], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "VSM_BAND" in done.stdout
