"""Time the worksheet functions against the floor, print a table, and keep it in the docs.

python -m benchmarks.functions [--rounds N] [--write]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.calls import CALLS, CELLS, FLOORS, untimed
from benchmarks.kept import keep, machine
from benchmarks.start import brought_in, import_took

ROOT = Path(__file__).parents[1]
PAGE = "speed-of-the-functions.md"
Took = dict[str, dict[str, float]]


def main() -> int:
    """Measure, print, and write where asked. Return 0."""
    options = _options()
    page = "\n".join(_page(options.rounds)) + "\n"
    print(page)
    if options.write:
        keep(PAGE, page)
    return 0


def _page(rounds: int) -> Iterator[str]:
    from udfs import __all__ as functions  # noqa: PLC0415 - after xlwings elsewhere, so not above

    if missing := untimed(functions):
        raise RuntimeError(f"no benchmark of {sorted(missing)}")
    yield f"{machine()}. Best times; each ratio is to the floor of the same run."
    yield ""
    yield from _table(f"In process: xlwings' COM server, {CELLS:,} cells and one", _com(rounds))
    if os.environ.get("XLWINGS_LICENSE_KEY"):
        from benchmarks.through_server import timed  # noqa: PLC0415 - needs a licence key

        yield from _table(f"Through xlwings Server, {CELLS:,} cells and one", timed(rounds))
    else:
        yield "Through the server: not measured, for want of a key in XLWINGS_LICENSE_KEY."
    yield f"`import udfs` after `import xlwings`: {import_took(rounds):.0f} ms."
    yield f"It brings in of numpy, openpyxl and pandas: {', '.join(brought_in()) or 'none'}."


def _com(rounds: int) -> Took:
    command = [sys.executable, "-m", "benchmarks.on_windows", str(rounds)]
    hidden = ("XLWINGS_LICENSE_KEY", "XLWINGS_ON_SERVER")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True
    )
    took: Took = json.loads(done.stdout)
    return took


def _table(title: str, took: Took) -> Iterator[str]:
    column, cell = took["column"], took["cell"]
    yield f"**{title}**"
    yield ""
    yield "| function | column, ms | to the floor | to the bare floor | cell, ms | to the floor |"
    yield "|---|--:|--:|--:|--:|--:|"
    floor, bare = FLOORS
    for name in (*FLOORS, *(call.function for call in CALLS)):
        ratios = (column[name] / column[floor], column[name] / column[bare])
        shown = [f"{column[name]:.1f}", *(f"{ratio:.2f}" for ratio in ratios)]
        shown += [f"{cell[name]:.2f}", f"{cell[name] / cell[floor]:.2f}"]
        yield f"| {name} | {' | '.join(shown)} |"
    yield ""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.functions", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="the more, the surer (20)")
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
