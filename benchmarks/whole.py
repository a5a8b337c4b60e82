"""Whole processes, from their start to their end, each beside the floor of the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.estate import workbook

FLOOR = """
import sys
from openpyxl import load_workbook
for sheet in load_workbook(sys.argv[1]).worksheets:
    for row in sheet.iter_rows(values_only=True):
        pass
"""
"""Opens a workbook and reads every value, with openpyxl alone."""
NO_NUMPY = """
import sys
sys.modules["numpy"] = None
"""
"""openpyxl brings NumPy in where it is there, as it is wherever pandas is."""


def start_up(folder: Path, rounds: int) -> Iterator[str]:
    """Give the table of what a command takes, until it has answered."""
    small = folder / "small.xlsx"
    small.write_bytes(workbook(1))
    python = [sys.executable]
    took = best_of(
        {
            "python -c pass": [*python, "-c", "pass"],
            "version": [*python, "-m", "xl_vsm", "--version"],
            "openpyxl": [*python, "-c", FLOOR, str(small)],
            "openpyxl without": [*python, "-c", NO_NUMPY + FLOOR, str(small)],
            "check": [*python, "-m", "xl_vsm", "check", str(small), "--fail-on", "never"],
        },
        rounds,
    )
    yield "| a whole process | ms | to its floor | wanted |"
    yield "|---|--:|--:|--:|"
    yield _row("`python -c pass`", took["python -c pass"], took["python -c pass"], "")
    yield _row("`xl-vsm --version`", took["version"], took["python -c pass"], "2")
    yield _row("openpyxl opens and reads 12 posts", took["openpyxl"], took["openpyxl"], "")
    yield _row("`xl-vsm check` of the same", took["check"], took["openpyxl"], "1.5")
    without = took["openpyxl without"]
    yield _row("openpyxl where NumPy is not installed", without, without, "")
    yield _row("`xl-vsm check`, to that", took["check"], without, "")


def best_of(commands: Mapping[str, list[str]], rounds: int) -> dict[str, float]:
    """Run each command once in every round, and return its best, in milliseconds."""
    best = dict.fromkeys(commands, float("inf"))
    # As they are installed: with the bytecode that Python keeps of what it has once compiled.
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    for turn in range(rounds + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
            if turn:  # the first compiles
                best[name] = min(best[name], (time.perf_counter() - began) * 1000)
    return best


def _row(what: str, took: float, floor: float, wanted: str) -> str:
    return f"| {what} | {took:.0f} | {took / floor:.2f} | {wanted} |"
