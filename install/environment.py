"""Set up a private environment beside the project, from pinned packages. Standard library only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
_KEPT = frozenset(
    f"PIP_{name}"
    for name in (
        *("CONFIG_FILE", "INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "NO_INDEX"),
        *("CERT", "CLIENT_CERT", "TRUSTED_HOST", "PROXY", "KEYRING_PROVIDER"),
        *("TIMEOUT", "DEFAULT_TIMEOUT", "RETRIES", "CACHE_DIR", "NO_CACHE_DIR"),
        # by which pip is told to trust the certificates that the system trusts
        *("USE_FEATURE", "USE_DEPRECATED"),
    )
)
"""pip's variables that say where packages come from, and how they get here."""


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
    # -I: nothing in the current folder, or that PYTHONPATH names, is taken for a part of pip.
    pip = [str(python), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "-r", str(pinned)], "the packages could not be installed")
    _run(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
        "the project itself could not be installed",
    )
    stamp.write_text(wanted, encoding="utf-8")
    return python


def for_pip(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables with which pip does what it is told: where to fetch from, and no more.

    Others of pip's, such as PIP_TARGET or PIP_USER, would put packages elsewhere.
    """
    return {
        name: value
        for name, value in environ.items()
        if not name.upper().startswith("PIP_") or name.upper() in _KEPT
    }


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
        [sys.executable, "-I", "-m", "venv", "--clear", str(environment)],
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
    if subprocess.run(command, check=False, env=for_pip(os.environ)).returncode:
        stop(
            f"{failed}; the reason is above. A network that reaches the Python package index, or"
            " pip's own settings for a mirror, are needed"
        )
