"""A layout file kept beside its workbook, which is used whenever the workbook is read."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from xl_vsm.sheets.layout import Layout
from xl_vsm.sheets.workbook import Workbook, read_fault

ENDING: Final = ".layout.toml"


def beside(path: Path) -> Path:
    """Return the file that keeps a workbook's layout: pay.layout.toml beside pay.xlsx."""
    return path.with_name(path.stem + ENDING)


def kept_layout(path: Path) -> Layout | None:
    """Return the layout that is kept beside a workbook, or None if there is none.

    Raises:
        RefusedFile: WBK204, there is a file of that name but it is no layout.
    """
    if not path.name or not os.path.isfile(kept := beside(path)):  # noqa: PTH113 - never raises
        return None
    return Layout.load(kept)


def saying_so(workbook: Workbook, path: Path) -> Workbook:
    """Return a workbook with the note that the layout file beside it was used."""
    kept = beside(path).name
    note = read_fault(
        "WBK206",
        None,
        None,
        f"its columns were read as the layout file {kept} beside it says: correct or delete that "
        "file if they are others now, or give another with --layout",
    )
    return replace(workbook, faults=(*workbook.faults, note))
