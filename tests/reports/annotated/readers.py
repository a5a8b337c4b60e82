"""A workbook through other people's programs, before and after it was annotated."""

from __future__ import annotations

import io
import subprocess
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from python_calamine import load_workbook as calamine_workbook

from tests.template.ooxml.judge import faults

Sheets = dict[str, Any]
SCHEMAS = ("Office2007", "Microsoft365")
AT_ONCE = 8
SLOW = 90


def opened(data: bytes, *, stored: bool = False) -> openpyxl.Workbook:
    """Return a workbook as openpyxl reads it, which warns of all that it would not save."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), data_only=stored)


def by_openpyxl(data: bytes) -> Sheets | str:
    """Return each sheet's values and formats as openpyxl reads them; its words if it fails."""
    try:
        book = opened(data, stored=True)
    except Exception as fault:
        return repr(fault)
    return {sheet.title: _cells(sheet) for sheet in book.worksheets}


def _cells(sheet: Any) -> list[tuple[Any, ...]]:
    return [
        (
            cell.coordinate,
            getattr(cell.value, "text", cell.value),
            cell.number_format,
            (cell.font.name, cell.font.sz, cell.font.b, cell.alignment.wrap_text),
        )
        # Those that are there, for a sheet may have a cell at each of its far corners.
        # One without a value or format is there only because it has a note or link.
        for _, cell in sorted(sheet._cells.items())
        if cell.value is not None or cell.has_style
    ]


def by_calamine(data: bytes) -> Sheets | str:
    """Return each sheet's values as calamine reads them; its words if it fails."""
    try:
        book = calamine_workbook(io.BytesIO(data))
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except BaseException as fault:  # a panic of the library is no Exception
        return repr(fault)


def new_faults(
    copies: list[tuple[Path, bytes, bytes]], folder: Path
) -> Iterator[tuple[Path, list[str]]]:
    """Give each workbook whose copy breaks the schemas in a way that it did not itself."""
    for first in range(0, len(copies), AT_ONCE):
        some = copies[first : first + AT_ONCE]
        names = [(folder / f"{n} was.xlsx", folder / f"{n} is.xlsx") for n in range(len(some))]
        for (was, now), (_, before, after) in zip(names, some, strict=True):
            was.write_bytes(before)
            now.write_bytes(after)
        for schema in SCHEMAS:
            found = faults(schema, *(path for pair in names for path in pair))
            for (was, now), (path, _, _) in zip(names, some, strict=True):
                new = Counter(found[now.name]) - Counter(found[was.name])
                if new:
                    yield path, sorted(new)


def opened_by_office(
    copies: list[tuple[Path, bytes, bytes]], folder: Path
) -> Iterator[tuple[Path, bool]]:
    """Give each workbook and whether LibreOffice opens its copy, which must have our sheet."""
    profile = (folder / "profile").as_uri()
    for number, (path, _, data) in enumerate(copies):
        copy, out = folder / f"{number}.xlsx", folder / "out"
        copy.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", "xlsx", "--outdir", str(out), str(copy)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SLOW)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            yield path, False
            continue
        saved = by_openpyxl((out / copy.name).read_bytes()) if (out / copy.name).exists() else ""
        yield path, isinstance(saved, dict) and any("VSM findings" in name for name in saved)
