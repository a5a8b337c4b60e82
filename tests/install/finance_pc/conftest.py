"""A Windows profile that is a folder of a test, and a project of a few files."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.diagnosis.machines import windows_environ

sys.path.insert(0, str(ROOT / "install" / "finance-pc"))

from finance_pc.command import main

from xl_vsm.diagnosis.places import Places


@dataclass
class Pretended:
    """Runs no program: notes what was asked, and makes an environment's folder.

    Attributes:
        failing: a word of the command that is to fail.
    """

    failing: str = ""
    asked: list[list[str]] = field(default_factory=list)

    def __call__(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        self.asked.append(command)
        if self.failing and self.failing in command:
            return subprocess.CompletedProcess(command, 1, stdout="It did not work.\n")
        if "venv" in command:
            folder = Path(command[-1])
            folder.mkdir(parents=True)
            (folder / "pyvenv.cfg").write_text("home = x\n", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0, stdout=f"{command[-1]} went well.\n")


@dataclass
class Pc:
    """A PC of a test."""

    profile: Path
    root: Path
    runner: Pretended = field(default_factory=Pretended)

    @property
    def places(self) -> Places:
        return Places.of(windows_environ(self.profile))

    def set_up(self, *words: str) -> int:
        """Run the set-up with these words and return its exit code."""
        return main(list(words), windows_environ(self.profile), self.root, self.runner)

    def files(self) -> dict[str, bytes]:
        """Return every file of the profile, and every folder, which has no bytes."""
        return {
            str(path.relative_to(self.profile)): path.read_bytes() if path.is_file() else b"/"
            for path in self.profile.rglob("*")
        }


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    """A person's profile in which Excel has never run, and a copy of the project."""
    profile = tmp_path / "Ann Other"
    (profile / "AppData" / "Local").mkdir(parents=True)
    (profile / "AppData" / "Roaming").mkdir()
    root = tmp_path / "xl_vsm project"
    for name, text in {
        "install/requirements-excel.txt": "xlwings==0.37.8 \\\n    --hash=sha256:00\n",
        "install/classic/xl_vsm.xlam": "an add-in",
        "xl_vsm/release.py": 'VERSION = "2026.1"\n',
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Pc(profile, root)
