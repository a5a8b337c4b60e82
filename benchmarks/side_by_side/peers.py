"""The other libraries, in an environment of their own."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path
from typing import Final

from install.environment import for_pip, python_in, say

HERE: Final = Path(__file__).parent
PINNED: Final = HERE / "requirements.txt"
ENVIRONMENT: Final = HERE.parents[1] / ".venv-side-by-side"


def python(environment: Path = ENVIRONMENT) -> Path:
    """Return the Python that has the other libraries; the first time they are fetched.

    Args:
        environment: the folder to make.

    Raises:
        subprocess.CalledProcessError: they cannot be had; pip has said why.
    """
    found, stamp = python_in(environment), environment / "set-up-from"
    wanted = PINNED.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        say(f"Setting up {environment.name} (once; about a minute) ...")
        venv.create(environment, clear=True, with_pip=True, symlinks=os.name != "nt")
        pip = [str(found), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", str(PINNED)], check=True, env=for_pip(os.environ))
        stamp.write_text(wanted, encoding="utf-8")
    return found
