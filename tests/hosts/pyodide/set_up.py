"""Fetch, once, what the tests of xlwings Lite need: Pyodide for Node, and the wheels it loads.

python3 tests/hosts/pyodide/set_up.py

Everything is pinned with hashes and kept in one folder that git ignores. Tests never fetch.
Standard library only.
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
CACHE = HERE.parents[2] / ".venv-lite"
"""Where all of it is kept."""

PYODIDE = CACHE / "node_modules" / "pyodide"
WHEELS = CACHE / "wheels"

OLDEST_NODE = 18
"""The oldest Node on which Pyodide runs."""

_LOCK = HERE / "package-lock.json"
_PINNED = HERE / "wheels.txt"
_STAMP = CACHE / "set-up-from"
_PLATFORM = [
    *("--platform", "pyemscripten_2026_0_wasm32"),
    *("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314"),
]
"""What Pyodide 314 calls itself, in the words of wheels."""


class NotHere(Exception):
    """Pyodide cannot be set up on this machine. The message says why."""


def set_up() -> None:
    """Fetch everything, or nothing where it is here already.

    Raises:
        NotHere: a program is missing, or something could not be fetched.
    """
    if why := _no_node():
        raise NotHere(why)
    if _is_set_up():
        return
    shutil.rmtree(CACHE, ignore_errors=True)
    WHEELS.mkdir(parents=True)
    for file in (HERE / "package.json", _LOCK):
        shutil.copy(file, CACHE)
    npm = shutil.which("npm")
    if npm is None:
        raise NotHere("npm is not on the path")
    _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "npm cannot fetch Pyodide")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    pinned = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(_PINNED)]
    _run([*pip, *pinned, *_PLATFORM, "-d", str(WHEELS)], "pip cannot fetch the wheels for Pyodide")
    _STAMP.write_text(_digest(), encoding="utf-8")


@cache
def missing() -> str | None:
    """Return why tests cannot run under Pyodide here; None where they can."""
    if why := _no_node():
        return why
    if not _is_set_up():
        return "Pyodide is not set up: run python3 tests/hosts/pyodide/set_up.py"
    return None


def _no_node() -> str | None:
    node = shutil.which("node")
    if node is None:
        return "Node is not on the path"
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)", said)
    if version is None or int(version[1]) < OLDEST_NODE:
        return f"Pyodide needs Node {OLDEST_NODE} or later; this is {said.strip() or 'no Node'}"
    return None


def _is_set_up() -> bool:
    return _STAMP.is_file() and _STAMP.read_text(encoding="utf-8") == _digest()


def _digest() -> str:
    return hashlib.sha256(_LOCK.read_bytes() + _PINNED.read_bytes()).hexdigest()


def _run(command: list[str], failed: str) -> None:
    done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotHere(f"{failed}:\n{done.stderr.strip() or done.stdout.strip()}")


def main() -> int:
    """Set up, and say why where that cannot be. Return 1 then."""
    try:
        set_up()
    except NotHere as why:
        print(f"No Pyodide here, so the tests of xlwings Lite are skipped: {why}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
