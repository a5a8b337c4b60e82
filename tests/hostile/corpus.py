"""Reads every workbook below a folder as the tool does, and counts what came of each.

    python -m tests.hostile.corpus FOLDER

For folders of other projects' test files. A file may be read or refused; a file that has to be
stopped for its time (SEC008) or memory (SEC009), or that ends the process (SEC010), is listed, and
so is whatever else is raised.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from xl_vsm.sheets import Caps, RefusedFile, read

ENDINGS = {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".xltx", ".xltm", ".xlam"}
STOPPED = ("SEC008", "SEC009", "SEC010")


def main(folder: Path) -> None:
    """Read them all, and print the figures."""
    came: Counter[tuple[str, str]] = Counter()
    worst: list[tuple[float, str]] = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS):
        start = time.perf_counter()
        try:
            read(path, caps=Caps(seconds=60))
            what = "read"
        except RefusedFile as refused:
            what = refused.code
            if what in STOPPED:
                print(f"STOPPED {path}: {refused}")
        except Exception as fault:
            what = f"RAISED {type(fault).__name__}"
            print(f"RAISED {path}: {fault!r}")
        worst.append((time.perf_counter() - start, path.name))
        came[(path.suffix.lower(), what)] += 1
    for (ending, what), number in sorted(came.items()):
        print(f"{ending:6} {what:8} {number:6,}")
    print(f"{len(worst):,} files in {sum(seconds for seconds, _ in worst):,.0f} s")
    for seconds, name in sorted(worst, reverse=True)[:5]:
        print(f"  slowest: {seconds:.1f} s {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
