"""Time the check of a long list beside the same check written with other libraries.

python -m benchmarks.side_by_side [--posts N] [--rounds N]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.kept import machine
from benchmarks.side_by_side.measured import side_by_side


def main() -> int:
    """Measure and print. Return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    print(f"{machine()}.\n")
    with TemporaryDirectory(prefix="xl-vsm-side-by-side-") as folder:
        for line in side_by_side(Path(folder), options.posts, options.rounds):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
