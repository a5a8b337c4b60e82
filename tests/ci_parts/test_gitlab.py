"""The GitLab job, as far as it runs without GitLab."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.ci_parts.hosts import CLEAN, FAULTS, FIGURES, fits, in_bash, stand_in, workbook
from tests.conftest import ROOT
from xl_vsm.release import VERSION

FILE = ROOT / "install" / "ci" / "gitlab-ci.yml"
PIPELINE: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
JOB = PIPELINE["pay-workbooks"]


def run(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the job's script as a runner does: its lines one after the other, in one shell."""
    stand_in(folder / ".xl-vsm" / "bin" / "xl-vsm")
    given = PIPELINE["variables"] | {"CI_PROJECT_DIR": str(folder)} | variables
    return in_bash("\n".join(JOB["script"]), folder, given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "a project"
    made.mkdir()
    return made


def test_it_is_a_pipeline(tmp_path: Path) -> None:
    assert fits("vendor.gitlab-ci", FILE) == ""
    broken = tmp_path / "gitlab-ci.yml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace("when: always", "when: perhaps"))
    assert "fail" in fits("vendor.gitlab-ci", broken)


def test_what_it_installs_is_this_release() -> None:
    assert PIPELINE["variables"]["XL_VSM_PACKAGE"] == f"xl-vsm=={VERSION}"
    assert JOB["before_script"][-1].endswith('install --quiet "$XL_VSM_PACKAGE"')


def test_the_files_that_it_keeps_are_those_it_writes(folder: Path) -> None:
    workbook(folder, "pay/board pay.xlsx")
    done = run(folder, XL_VSM_WORKBOOKS="pay")
    assert done.returncode == 1, done.stderr
    assert "PEN101" in done.stdout
    kept = JOB["artifacts"]
    junit, (sarif,) = folder / kept["reports"]["junit"], kept["paths"]
    assert len(list(ET.parse(junit).getroot().iter("failure"))) > 5
    assert json.loads((folder / sarif).read_text(encoding="utf-8"))["version"] == "2.1.0"
    for text in (done.stdout, junit.read_text("utf-8"), (folder / sarif).read_text("utf-8")):
        assert not [figure for figure in FIGURES if figure in text]


@pytest.mark.parametrize(("source", "code"), [(CLEAN, 0), (FAULTS, 1), (ROOT / "README.md", 2)])
def test_the_job_ends_as_the_check_does(source: Path, code: int, folder: Path) -> None:
    workbook(folder, "pay.xlsx", source)
    assert run(folder).returncode == code


@pytest.mark.parametrize("name", ["XL_VSM_WORKBOOKS", "XL_VSM_PROFILE"])
def test_no_variable_is_run(name: str, folder: Path) -> None:
    assert run(folder, **{name: '"; touch pwned; $(touch pwned)'}).returncode == 2
    assert not list(folder.rglob("pwned"))
