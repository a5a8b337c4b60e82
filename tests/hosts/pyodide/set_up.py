"""Fetch, once, what the tests of xlwings Lite need: Pyodide for Node, and the wheels it loads.

python3 tests/hosts/pyodide/set_up.py

Everything is pinned with hashes and kept in one folder that git ignores. Standard library only.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.npm import Fetched  # noqa: E402 - found by the line above

CACHE = ROOT / ".venv-lite"
"""Where all of it is kept."""

_FETCHED = Fetched(
    name="Pyodide",
    here=HERE,
    cache=CACHE,
    oldest_node=18,
    command="python3 tests/hosts/pyodide/set_up.py",
    pinned=HERE / "wheels.txt",
)
PYODIDE = _FETCHED.modules / "pyodide"
WHEELS = CACHE / "wheels"

_PLATFORM = [
    *("--platform", "pyemscripten_2026_0_wasm32"),
    *("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314"),
]
"""What Pyodide 314 calls itself, in the words of wheels."""


@cache
def missing() -> str | None:
    """Return why tests cannot run under Pyodide here; None where they can."""
    return _FETCHED.missing()


def _wheels() -> None:
    WHEELS.mkdir()
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    pinned = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(_FETCHED.pinned)]
    words = [*pip, *pinned, *_PLATFORM, "-d", str(WHEELS)]
    _FETCHED.run(words, "pip cannot fetch the wheels for Pyodide")


if __name__ == "__main__":
    sys.exit(_FETCHED.main(_wheels))
