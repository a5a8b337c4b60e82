"""The environments beside the project are made by Python and pip alone, whatever lies about."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from install import environment


def test_nothing_in_the_current_folder_and_no_setting_of_anothers_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("install/pins.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    asked: list[tuple[list[str], Mapping[str, str] | None]] = []

    def run(
        command: list[str], env: Mapping[str, str] | None = None, **_: object
    ) -> subprocess.CompletedProcess[str]:
        asked.append((command, env))
        (tmp_path / "own").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment.subprocess, "run", run)
    environment.set_up("own", "pins.txt")
    made, *installed = asked
    assert made[0][1:4] == ["-I", "-m", "venv"]
    assert len(installed) == 2
    for command, env in installed:
        assert command[1:5] == ["-I", "-m", "pip", "install"]
        assert env is not None
        assert "PIP_USER" not in env
        assert env["PIP_INDEX_URL"] == "https://mirror.example/simple"
