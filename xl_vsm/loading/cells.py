"""The cells of a file that somebody filled in: .csv, or .xlsx by way of openpyxl."""

from __future__ import annotations

import csv
import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from xl_vsm.findings import address
from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.sheets import Limits, RefusedFile
from xl_vsm.sheets.addresses import a1
from xl_vsm.sheets.guard import refuse_unsafe
from xl_vsm.sheets.limits import too_large

ENDINGS: Final = (".csv", ".xlsx")
LIMITS: Final = Limits(file_bytes=5_000_000, unpacked_bytes=50_000_000, cells=200_000)
"""A table of eighteen rows needs no more; whatever does is another file."""
FARTHEST_COLUMN: Final = 100

Value = Any
"""What a cell holds: None, a text, a number, a date, true or false."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet."""

    sheet: str
    """Empty in a file that has no sheets."""
    number: int
    values: tuple[Value, ...]

    def cell(self, column: int) -> Value:
        """Return what a cell holds, None where the row ends before it. Columns count from 0."""
        value = self.values[column] if column < len(self.values) else None
        return None if isinstance(value, str) and not value.strip() else value

    def place(self, column: int) -> str:
        """Return where a cell is, in Excel's terms."""
        return address(self.sheet or None, a1(self.number, column + 1))

    @property
    def name(self) -> str:
        """The row as people say it: Pay ranges row 7."""
        return f"{self.sheet} row {self.number}".lstrip()


def read_file(path: Path) -> tuple[bytes, list[list[Row]]]:
    """Return a file's bytes and the rows of each of its sheets.

    Raises:
        LoadingError: it is not a file of these kinds, or cannot be read.
    """
    if path.suffix.lower() not in ENDINGS:
        do = "Save the table as one, or fill in what `xl-vsm rates import --template FILE` writes"
        raise LoadingError(Fault(path.name, "is of another kind", "a .csv or .xlsx file", do))
    try:
        if path.stat().st_size > LIMITS.file_bytes:
            raise too_large(path.name, path.stat().st_size, LIMITS)
        data = path.read_bytes()
        sheets = _xlsx(data, path.name) if path.suffix.lower() == ".xlsx" else _csv(data)
    except OSError as error:
        wrong = f"cannot be read: {error.strerror}"
        raise LoadingError(_unreadable(path, wrong, "Check the name and the folder")) from error
    except RefusedFile as refused:
        raise LoadingError(_unreadable(path, refused.message, "Load it again after that")) from None
    return data, sheets


def _unreadable(path: Path, wrong: str, do: str) -> Fault:
    return Fault(path.name, wrong, "a file with the filled-in table", do)


def _csv(data: bytes) -> list[list[Row]]:
    text = _decoded(data)
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [[Row("", number, tuple(line)) for number, line in enumerate(lines, 1)]]
    except csv.Error as error:
        raise RefusedFile("WBK006", f"it is not a table of text ({error})") from error


def _decoded(data: bytes) -> str:
    """Decode a text file as the programs that save tables write it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel calls plain CSV


def _xlsx(data: bytes, name: str) -> list[list[Row]]:
    refuse_unsafe(data, name, LIMITS)
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import

    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it would lose on saving; nothing here is saved.
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = []
            for sheet in workbook.worksheets:
                # Other programs state a used area that leaves cells out.
                sheet.reset_dimensions()
                rows = sheet.iter_rows(max_col=FARTHEST_COLUMN, values_only=True)
                sheets.append([Row(sheet.title, n, tuple(row)) for n, row in enumerate(rows, 1)])
            workbook.close()
            return sheets
    except Exception as fault:  # whatever a damaged file makes openpyxl trip over
        message = f"{name} cannot be read as a workbook ({type(fault).__name__}): open it in Excel"
        raise RefusedFile("WBK006", f"{message}, let Excel repair it and save it again") from fault
