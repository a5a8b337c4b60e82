"""Fetch, once, what validates the template: Microsoft's Open XML SDK, compiled for Node.

python3 tests/template/ooxml/set_up.py

It is pinned with hashes and kept in one folder that git ignores. Tests never fetch. Standard
library only.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[2] / ".venv-ooxml"
"""Where it is kept."""

MODULE = CACHE / "node_modules" / "@ooxml-tools" / "validate" / "dist" / "npm" / "index.js"
OLDEST_NODE = 20
"""The oldest Node that the package is for."""

_LOCK = HERE / "package-lock.json"
_STAMP = CACHE / "set-up-from"


class NotHere(Exception):
    """The validator cannot be set up on this machine. The message says why."""


def set_up() -> None:
    """Fetch the validator, or nothing where it is here already.

    Raises:
        NotHere: a program is missing, or the package could not be fetched.
    """
    if why := _no_node():
        raise NotHere(why)
    if _is_set_up():
        return
    shutil.rmtree(CACHE, ignore_errors=True)
    CACHE.mkdir()
    for file in (HERE / "package.json", _LOCK):
        shutil.copy(file, CACHE)
    npm = shutil.which("npm")
    if npm is None:
        raise NotHere("npm is not on the path")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotHere(f"npm cannot fetch it:\n{done.stderr.strip() or done.stdout.strip()}")
    _STAMP.write_text(_digest(), encoding="utf-8")


@cache
def missing() -> str | None:
    """Return why nothing can be validated here; None where it can."""
    if why := _no_node():
        return why
    if not _is_set_up():
        return "the validator is not set up: run python3 tests/template/ooxml/set_up.py"
    return None


def _no_node() -> str | None:
    node = shutil.which("node")
    if node is None:
        return "Node is not on the path"
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)", said)
    if version is None or int(version[1]) < OLDEST_NODE:
        return f"the validator needs Node {OLDEST_NODE} or later; this is {said.strip()}"
    return None


def _is_set_up() -> bool:
    return _STAMP.is_file() and _STAMP.read_text(encoding="utf-8") == _digest()


def _digest() -> str:
    return hashlib.sha256(_LOCK.read_bytes()).hexdigest()


def main() -> int:
    """Set up, and say why where that cannot be. Return 1 then."""
    try:
        set_up()
    except NotHere as why:
        print(f"No validator here, so its tests are skipped: {why}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
