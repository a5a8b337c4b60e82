"""Large workbooks: what reading and checking them takes, in time and in memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.estate import workbook
from benchmarks.long_list import long_list
from benchmarks.tree import Watch

MEASURED = """
import sys, time
def run():
{body}
began = time.perf_counter()
run()
print(time.perf_counter() - began)
"""
FLOOR = "calamine, values alone"
BODIES = {
    FLOOR: (
        "    import python_calamine",
        "    book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])",
        "    for name in book.sheet_names: book.get_sheet_by_name(name).to_python()",
    ),
    "openpyxl, read-only": (
        "    from openpyxl import load_workbook",
        "    for sheet in load_workbook(sys.argv[1], read_only=True).worksheets:",
        "        for row in sheet.iter_rows(values_only=True): pass",
    ),
    "openpyxl, formulas and values": (
        "    from openpyxl import load_workbook",
        "    for only in (False, True):",
        "        load_workbook(sys.argv[1], data_only=only)",
    ),
    "this tool's reader, each row as cells": (
        "    from xl_vsm.sheets.one_pass.book import read_in_one_pass",
        "    read_in_one_pass(open(sys.argv[1], 'rb').read())",
    ),
    "`xl_vsm.check`, all of it": ("    import xl_vsm", "    xl_vsm.check(sys.argv[1])"),
}


ONE_IN = 1_000
"""In one row of so many a figure is wrong."""
MEMORY = 3


def large(folder: Path, posts: int) -> Iterator[str]:
    """Give the tables of a workbook of so many posts: of figures alone, and with formulas."""
    plain, worked_out = folder / "plain.xlsx", folder / "formulas.xlsx"
    long_list(plain, posts, ONE_IN)
    worked_out.write_bytes(workbook(2, posts, 1 / ONE_IN))
    yield from _table(plain, f"{posts:,} posts in 15 columns", wanted=2)
    yield ""
    yield from _table(worked_out, f"{posts:,} posts in 17 columns, three of formulas", wanted=4)


def _table(path: Path, of: str, wanted: int) -> Iterator[str]:
    took = {name: _measured(body, path) for name, body in BODIES.items()}
    floor = took[FLOOR]
    yield f"| {of}, {path.stat().st_size / 1e6:.1f} MB | s | to calamine | MB | to calamine |"
    yield "|---|--:|--:|--:|--:|"
    for name, (seconds, memory) in took.items():
        yield (
            f"| {name} | {seconds:.1f} | {seconds / floor[0]:.1f} | {memory:.0f} |"
            f" {memory / floor[1]:.1f} |"
        )
    yield f"| wanted of the check, at most | | {wanted} | | {MEMORY} |"


def _measured(body: tuple[str, ...], path: Path) -> tuple[float, float]:
    """Return the seconds, and the most MB of the process and of those that it started."""
    command = [sys.executable, "-c", MEASURED.format(body="\n".join(body)), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        with Watch([process.pid]) as watch:
            said, _ = process.communicate()
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return float(said), watch.most / 1e6
