"""What stands in for a CI host: a folder with workbooks, and the host's own shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.ci_parts.ready import program
from tests.conftest import ROOT

FAULTS = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"
CLEAN = ROOT / "workbooks" / "examples" / "trust_board_pay.xlsx"
FIGURES = ("12.5%", "195,000", "Chief Executive", "Director of Strategy")
"""What the faulty workbook states, and a file for a host may not."""


def stand_in(path: Path) -> Path:
    """Write what runs the xl-vsm of this environment, in place of one that a host fetches."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(program(), encoding="utf-8")
    path.chmod(0o755)
    return path


def workbook(folder: Path, name: str, source: Path = FAULTS) -> Path:
    """Put a workbook where a job finds it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, path)
    return path


def in_bash(
    script: str, folder: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a script as hosts do: in a file, and given up at the first command that fails."""
    path = folder.parent / "step.sh"
    path.write_text(script, encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(path)],
        cwd=folder,
        env=without_git(os.environ) | variables,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def without_git(environ: Mapping[str, str]) -> dict[str, str]:
    """Leave out what git tells its own hooks, such as these tests when a commit runs them."""
    return {name: value for name, value in environ.items() if not name.startswith("GIT_")}


def fits(schema: str, path: Path) -> str:
    """Return what a file breaks of a schema that its host publishes; nothing where it fits."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr
