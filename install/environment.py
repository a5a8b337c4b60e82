"""Set up a private environment beside the project, from pinned packages. Standard library only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def python_in(environment: Path) -> Path:
    """Return the Python of an environment, which Windows keeps elsewhere."""
    inside = Path("Scripts/python.exe") if os.name == "nt" else Path("bin/python")
    return environment / inside


def set_up(name: str, requirements: str) -> Path:
    """Make the environment, or bring it up to date, and return its Python.

    Args:
        name: the folder to make, beside this project's files.
        requirements: the file of pinned packages, in this folder.
    """
    if sys.version_info < OLDEST:
        stop(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}")
    environment = ROOT / name
    python = python_in(environment)
    pinned = ROOT / "install" / requirements
    stamp = environment / "set-up-from"
    wanted = _digest(pinned)
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    say(f"Setting up {name} (once; about a minute) ...")
    _venv(environment)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "-r", str(pinned)], "the packages could not be installed")
    _run(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
        "the project itself could not be installed",
    )
    stamp.write_text(wanted, encoding="utf-8")
    return python


def say(text: str) -> None:
    """Tell the person at the keyboard, apart from any result on standard output."""
    print(text, file=sys.stderr, flush=True)


def stop(why: str) -> None:
    """Say why there is nothing more to do, and leave."""
    say(f"Set-up stopped: {why}.")
    sys.exit(2)


def _digest(pinned: Path) -> str:
    """Name what was installed: the pins, the project's own metadata, and the Python used."""
    parts = [pinned.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _venv(environment: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(environment)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        say(made.stdout + made.stderr)
        stop(
            "this Python cannot make a virtual environment; on Debian or Ubuntu install the"
            " package python3-venv and try again"
        )


def _run(command: list[str], failed: str) -> None:
    if subprocess.run(command, check=False).returncode:
        stop(
            f"{failed}; the reason is above. A network that reaches the Python package index, or"
            " pip's own settings for a mirror, are needed"
        )
