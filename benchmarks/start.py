"""What the functions add to the start of their host: `import udfs` after `import xlwings`."""

from __future__ import annotations

import subprocess
import sys

_TIMED = """
import time, xlwings
began = time.perf_counter()
import udfs
print((time.perf_counter() - began) * 1000)
"""
_WATCHED = """
import sys, udfs
print(*sorted({"numpy", "openpyxl", "pandas"} & set(sys.modules)))
"""


def import_took(rounds: int) -> float:
    """Return how long `import udfs` takes where xlwings is there, in milliseconds: the best."""
    return min(float(_run(_TIMED)) for _ in range(rounds))


def brought_in() -> list[str]:
    """Return which of the slow libraries `import udfs` brings in by itself."""
    return _run(_WATCHED).split()


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return done.stdout
