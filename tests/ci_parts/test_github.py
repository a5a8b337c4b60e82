"""The GitHub Action, as far as it runs without GitHub."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.ci_parts.hosts import CLEAN, FIGURES, fits, in_bash, stand_in, workbook
from tests.conftest import ROOT

FILE = ROOT / "install" / "ci" / "github" / "action.yml"
ACTION: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
CHECK, UPLOAD, LAST = ACTION["runs"]["steps"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a job, with the action checked out elsewhere as GitHub does."""
    stand_in(tmp_path / "action" / "install" / "try_it.py")
    (tmp_path / "action" / "install" / "ci" / "github").mkdir(parents=True)
    made = tmp_path / "job"
    made.mkdir()
    return made


def step(folder: Path, **given: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the step that checks, and return what it put out for the steps after it."""
    said = folder.parent / "github-output"
    said.write_text("", encoding="utf-8")
    known = {f"inputs.{name}": spec["default"] for name, spec in ACTION["inputs"].items()}
    known |= {f"inputs.{name.replace('_', '-')}": value for name, value in given.items()}
    known["github.action_path"] = str(folder.parent / "action" / "install" / "ci" / "github")
    # The stand-in is run by the Python that its own first line names.
    known["inputs.python"] = "/usr/bin/env"
    variables = {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], text)
        for name, text in CHECK["env"].items()
    }
    done = in_bash(CHECK["run"], folder, variables | {"GITHUB_OUTPUT": str(said)})
    lines = said.read_text(encoding="utf-8").splitlines()
    return done, dict(line.split("=", 1) for line in lines)


def test_it_is_an_action() -> None:
    assert fits("vendor.github-actions", FILE) == ""


def test_a_broken_action_would_be_seen(tmp_path: Path) -> None:
    broken = tmp_path / "action.yml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace("using: composite", "using: magic"))
    assert "fail" in fits("vendor.github-actions", broken)


def test_nothing_that_a_caller_gives_is_read_as_a_command() -> None:
    for each in (CHECK, LAST):
        assert "${{" not in each["run"]
        assert each["shell"] == "bash"
    assert {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"] if name != "upload"} <= set(
        CHECK["env"].values()
    )


def test_findings_are_shown_by_a_pinned_action_of_githubs_own() -> None:
    assert re.fullmatch(r"github/codeql-action/upload-sarif@v\d+", UPLOAD["uses"])
    assert UPLOAD["with"]["sarif_file"] == "${{ inputs.sarif }}"
    assert UPLOAD["if"].startswith("inputs.upload == 'true' && ")


def test_faults_fail_the_job_after_the_files_are_written(folder: Path) -> None:
    workbook(folder, "pay 2025/board pay.xlsx")
    done, out = step(folder)
    assert done.returncode == 0, done.stderr
    assert out == {"exit-code": "1", "written": "true"}
    (run,) = json.loads((folder / "xl-vsm.sarif").read_text(encoding="utf-8"))["runs"]
    assert run["artifacts"][0]["location"]["uri"] == "pay%202025/board%20pay.xlsx"
    assert {"PEN101", "WBK102"} <= {result["ruleId"] for result in run["results"]}
    suites = ET.parse(folder / "xl-vsm-junit.xml").getroot()
    assert len(list(suites.iter("failure"))) > 5
    assert "PEN101" in done.stdout
    kept = [done.stdout, done.stderr]
    kept += [(folder / name).read_text("utf-8") for name in ("xl-vsm.sarif", "xl-vsm-junit.xml")]
    for text in kept:  # no figure and no title is in anything that a host keeps
        assert not [figure for figure in FIGURES if figure in text]
    last = in_bash(LAST["run"], folder, {"CODE": out["exit-code"]})
    assert last.returncode == 1


def test_a_right_workbook_passes(folder: Path) -> None:
    workbook(folder, "pay.xlsx", CLEAN)
    done, out = step(folder, paths="pay.xlsx\n", fail_on="error")
    assert (done.returncode, out["exit-code"]) == (0, "0"), done.stderr
    assert in_bash(LAST["run"], folder, {"CODE": out["exit-code"]}).returncode == 0


def test_a_file_that_is_no_workbook_is_work_not_done(folder: Path) -> None:
    (folder / "pay.xlsx").write_text("no", encoding="utf-8")
    _, out = step(folder, fail_on="never")
    assert out == {"exit-code": "2", "written": "true"}


def test_a_wrong_option_leaves_nothing_to_show(folder: Path) -> None:
    workbook(folder, "pay.xlsx")
    (folder / "xl-vsm.sarif").write_text("of an earlier run", encoding="utf-8")
    _, out = step(folder, fail_on="sometimes")
    assert out == {"exit-code": "2"}


@pytest.mark.parametrize("name", ["paths", "profile", "fail_on", "baseline", "sarif"])
def test_no_input_is_run(name: str, folder: Path) -> None:
    workbook(folder, "pay.xlsx")
    evil = '"; touch pwned; $(touch pwned) `touch pwned` '
    done, out = step(folder, **{name: evil})
    assert done.returncode == 0, done.stderr
    assert out["exit-code"] == ("1" if name == "sarif" else "2")
    assert not list(folder.rglob("pwned"))


def test_no_path_is_an_option(folder: Path) -> None:
    done, out = step(folder, paths="--output=pwned")
    assert out == {"exit-code": "2", "written": "true"}, done.stderr  # a file that is not there
    assert "--output=pwned" in done.stdout
    assert not list(folder.rglob("pwned"))


def test_a_cell_cannot_command_the_host(folder: Path) -> None:
    workbook(folder, "pay.xlsx")
    (folder / "::error::x.xlsx").write_text("no", encoding="utf-8")
    done, _ = step(folder)
    first, *between, last = done.stdout.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert len(token) > 8
    assert last == f"::{token}::"
    assert not any(line.strip() == last for line in between)
