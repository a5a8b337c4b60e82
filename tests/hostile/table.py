"""Tries every kind of file and writes what happened into docs/explanation/hostile-files.md.

python -m tests.hostile.table
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.hostile.cases import Case, cases
from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.apart.process import Lost, Process
from xl_vsm.sheets.apart.wire import unpacked
from xl_vsm.sheets.guard import Limits
from xl_vsm.sheets.reader import read_book
from xl_vsm.sheets.refused import RefusedFile

PAGE = Path(__file__).parents[2] / "docs/explanation/hostile-files.md"
START, END = "<!-- tried -->\n", "<!-- /tried -->"
HEAD = "| what it is | what happens | time, ms | memory, MB |\n|---|---|--:|--:|\n"


def row(case: Case) -> str:
    """Try one kind of file in a process of its own, and return its line of the table."""
    data = case.make()
    process = Process()
    process.ask(b"", "", Limits(), Caps())  # an empty file: by its answer the process is ready
    start = time.perf_counter()
    memory = 0
    try:
        head, body = process.ask(data, "pay.xlsx", Limits(), Caps())
        if "refused" not in head:
            read_book(unpacked(body), "pay.xlsx")
        memory = head["memory"]
        noted = ", ".join(code for code, _ in head.get("carried", ()))
        came = f"refused: {head['refused']}" if "refused" in head else f"read; {noted}".rstrip("; ")
    except RefusedFile as refused:
        came = f"refused: {refused.code}"
    except Lost as lost:
        came = f"refused: {'SEC008' if lost.timed_out else 'SEC010'}; the process was lost"
    spent = (time.perf_counter() - start) * 1000
    process.end()
    shown = f"{memory / 1e6:,.0f}" if memory else "-"
    return f"| {case.what.replace('|', '')} | {came} | {spent:,.0f} | {shown} |\n"


def main() -> None:
    """Try them all and write the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(START)
    after = rest.split(END)[1]
    table = HEAD + "".join(map(row, cases()))
    PAGE.write_text(f"{before}{START}{table}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
