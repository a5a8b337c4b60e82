"""Time starting, a large workbook, columns and other libraries, and keep the tables in the docs.

python -m benchmarks.speed [--rounds N] [--posts N] [--rows N] [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.estate import POSTS
from benchmarks.kept import keep, machine
from benchmarks.large import large
from benchmarks.looked_up import rules
from benchmarks.side_by_side.measured import side_by_side
from benchmarks.whole import start_up

PAGE = "speed.md"


def main() -> int:
    """Measure, print, and write where asked. Return 0."""
    options = _options()
    with TemporaryDirectory(prefix="xl-vsm-speed-") as folder:
        page = "\n".join(_page(Path(folder), options)) + "\n"
    print(page)
    if options.write:
        keep(PAGE, page)
    return 0


def _page(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    yield f"{machine()}. Each ratio is to its floor in the same run."
    yield "\n## Until it has answered\n"
    yield from start_up(folder, options.rounds)
    yield "\n## A large workbook\n"
    yield from large(folder, options.posts)
    yield "\n## Whole columns\n"
    yield from rules(options.rows)
    yield "\n## Side by side\n"
    yield from side_by_side(folder, POSTS, options.rounds)
    yield ""
    yield from side_by_side(folder, options.posts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how often each command is run")
    parser.add_argument("--posts", type=int, default=100_000, help="posts in the large workbook")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the columns")
    parser.add_argument("--write", action="store_true", help="keep the tables in the docs")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
