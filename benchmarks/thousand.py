"""Write the workbooks of an invented estate: the same ones each time.

python -m benchmarks.thousand FOLDER [--number N]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.estate import BROKEN, SITES, workbook

NUMBER = 1000
EACH = 50
"""One workbook of so many is broken: 20 of 1,000."""


def write_estate(folder: Path, number: int = NUMBER) -> int:
    """Write workbooks into a folder of each organisation.

    Args:
        folder: where; it is made if it is not there.
        number: how many.

    Returns:
        How many of them are broken.
    """
    broken = 0
    for each in range(number):
        data, name = workbook(each), f"pay-{each:05}"
        if each % EACH == EACH // 2:
            how, broken_as = BROKEN[broken % len(BROKEN)]
            data, name = broken_as(data), f"{name}-{how}"
            broken += 1
        path = folder / f"organisation-{each // SITES:04}" / f"{name}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return broken


def main() -> int:
    """Write them, and say how many. Return 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.thousand", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=NUMBER)
    options = parser.parse_args()
    broken = write_estate(options.folder, options.number)
    print(f"{options.number:,} workbooks in {options.folder}, {broken} of them broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
