"""What every step is given."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from finance_pc.journal import Journal
from finance_pc.source import Source
from install.environment import for_pip
from xl_vsm.diagnosis.places import Places

Run = Callable[[list[str]], "subprocess.CompletedProcess[str]"]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program, without pip's variables that would lead it astray, and return what it said."""
    return subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=for_pip(os.environ),
    )


@dataclass(frozen=True)
class Work:
    """Where things go, what is set up, and how."""

    places: Places
    source: Source
    journal: Journal
    python: str
    """The Python that the private environment is made from."""
    run: Run = run
    replace_interpreter: bool = False

    @property
    def environments_python(self) -> Path:
        """The Python of the private environment."""
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.places.environment / inside
