"""LibreOffice as the independent reckoner: every formula worked out again, and compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from xl_vsm.recalculation import office

Change = Callable[[Workbook], None]
HALF_A_PENNY = 0.005
SECONDS = 300
"""How long LibreOffice may take over all of them, on a machine with much else to do."""


@dataclass(frozen=True, slots=True)
class Recalculated:
    """A workbook's formulas, by sheet and address, and what LibreOffice makes of them."""

    formulas: list[tuple[str, str]]
    values: Workbook


def bare(stored: Path, path: Path, change: Change) -> list[tuple[str, str]]:
    """Save a workbook's formulas with no value beside them, and with some cells changed.

    openpyxl writes formulas alone, so whatever is read afterwards is LibreOffice's own work.
    """
    book = openpyxl.load_workbook(stored)
    change(book)
    book.save(path)
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def converted(paths: Sequence[Path], kind: str, folder: Path) -> Path:
    """Return the folder where LibreOffice saves files as another kind, all in one start.

    Args:
        paths: the files, each with a name of its own.
        kind: what they become, such as xlsx or pdf.
        folder: an empty folder to work in.
    """
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(office._SETTINGS, encoding="utf-8")
    out = folder / "out"
    words = [office._program(), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    words += ["--norestore", "--convert-to", kind, "--outdir", str(out), *map(str, paths)]
    office._run(words, SECONDS)
    return out


def recalculated(books: Mapping[str, tuple[Path, Change]], folder: Path) -> dict[str, Recalculated]:
    """Return workbooks as LibreOffice works them out from nothing but their formulas.

    Args:
        books: each by its name: the file, and what is changed in it first.
        folder: an empty folder to work in.
    """
    (folder / "bare").mkdir(parents=True)
    paths = {name: folder / "bare" / f"{name}.xlsx" for name in books}
    found = {name: bare(stored, paths[name], change) for name, (stored, change) in books.items()}
    out = converted(list(paths.values()), "xlsx", folder)
    return {
        name: Recalculated(
            found[name], openpyxl.load_workbook(out / f"{name}.xlsx", data_only=True)
        )
        for name in books
    }


def differences(path: Path, again: Recalculated) -> list[str]:
    """Return each formula whose stored figure is not, to the penny, what was worked out again."""
    stored = openpyxl.load_workbook(path, data_only=True)
    found = []
    for sheet, at in again.formulas:
        one, other = stored[sheet][at].value, again.values[sheet][at].value
        if not _same(one, other):
            found.append(f"{sheet}!{at}: Python {one!r}, LibreOffice {other!r}")
    return found


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < HALF_A_PENNY
    return bool(one == other) and one is not None


def errors(book: Workbook) -> list[str]:
    """Return every cell of a workbook that shows an error."""
    return [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or (isinstance(cell.value, str) and cell.value.startswith("#"))
    ]
