"""What is tried at both ends of the versions that are allowed."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "install"))

import versions

EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]


def test_every_extra_whose_versions_may_differ_is_tried() -> None:
    assert set(versions.EXTRAS) == set(EXTRAS) - {"server", "docs"}
    assert all("==" in wanted for wanted in EXTRAS["server"])


def test_the_tests_that_it_runs_are_there() -> None:
    for name in versions.QUICK:
        path = ROOT / "tests" / name
        assert path.is_file() or list(path.glob("test_*.py"))


def test_a_resolution_that_fails_is_named_and_the_other_is_tried_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        if "--output-file" in command:
            Path(command[-1]).write_text("pydantic==2.10.0\n", encoding="utf-8")
        lowest = "lowest-direct" in command[0]
        return subprocess.CompletedProcess(
            command, int(lowest and command[1:3] == ["-m", "pytest"])
        )

    monkeypatch.setattr(versions, "ROOT", tmp_path)
    monkeypatch.setattr(versions.subprocess, "run", run)
    assert versions.main([]) == 1
    said = capsys.readouterr()
    assert said.err.endswith("Failed: lowest\n")
    assert said.out.count("pydantic==2.10.0") == 2
    assert sum("highest" in command for command in asked) == 1
    with pytest.raises(SystemExit):
        versions.main(["middling"])
