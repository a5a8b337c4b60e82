"""Write the Visual Basic wrappers again: python -m tests.hosts.write_wrappers [FOLDER].

xlwings' own generator writes them, run as on Windows. A test fails when they are stale; the
workbooks that hold them are then made again with install/classic/make_workbooks.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.hosts.com import imported

CLASSIC = Path(__file__).parents[2] / "install" / "classic"
WRAPPERS = {"xlwings_udfs.bas": "xl_vsm.xlsm", "xlwings_udfs_addin.bas": "xl_vsm.xlam"}
"""The file, and the workbook whose name it is written for: an add-in serves any workbook."""


def main(folder: Path = CLASSIC) -> None:
    """Write both files into a folder."""
    for file, workbook in WRAPPERS.items():
        visual_basic, _ = imported(workbook)
        (folder / file).write_text(visual_basic, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
