"""The scans of a package's parts, block by block: markup that attacks, cells out of bounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from xl_vsm.sheets.addresses import LAST_COLUMN, LAST_ROW
from xl_vsm.sheets.refused import RefusedFile

BLOCK: Final = 262_144

DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING: Final = re.compile(rb"^<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']*)[\"']")
# Encodings in which the bytes of "<!DOCTYPE" are those of ASCII, so that none can be missed.
PLAIN_ENCODINGS: Final = frozenset(
    (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
)
TYPE_TAG: Final = re.compile(rb"<(?:[\w.-]+:)?(?:Override|Default)\b[^>]*>", re.IGNORECASE)
ATTRIBUTE: Final = re.compile(rb"\b(PartName|Extension)\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
CELL: Final = re.compile(
    rb"<(?:[\w.-]+:)?c(?=[\s/>])(?:[^<>]*?\sr\s*=\s*[\"']([A-Za-z]{1,9})([0-9]{1,18})[\"'])?"
)
AREA: Final = re.compile(
    rb"<(?:[\w.-]+:)?(?:mergeCell|hyperlink|comment)\s[^<>]*?\bref\s*=\s*[\"']"
    rb"([A-Za-z]{1,9})([0-9]{1,18}):([A-Za-z]{1,9})([0-9]{1,18})[\"']"
)
OPEN_TAG: Final = re.compile(rb"<[^<>]*\Z")


def sheet_parts(content_types: bytes) -> Callable[[str], bool]:
    """Return the test of whether a part, named in lower case, is a worksheet."""
    named: set[str] = set()
    endings: list[str] = []
    for tag in TYPE_TAG.findall(content_types):
        if b"worksheet+xml" in tag.lower():
            for key, value in ATTRIBUTE.findall(tag):
                text = value.decode("utf-8", "replace").lower()
                if key.lower() == b"partname":
                    named.add(text.lstrip("/"))
                else:
                    endings.append("." + text)

    def is_sheet(part: str) -> bool:
        return (
            part.lstrip("/") in named
            or part.endswith(tuple(endings))
            or ("worksheets/" in part and part.endswith(".xml"))
        )

    return is_sheet


class MarkupScan:
    """Refuses a part that declares a document type, or hides one in another encoding."""

    def __init__(self, file: str, part: str) -> None:
        self._file = file
        self._part = part
        self._begun = False
        self._is_xml = part.lower().endswith((".xml", ".rels", ".vml"))
        # Office keeps other programs' XML as it came, and a Mac adds what only it understands to a
        # package that it zips; no reader of workbooks parses either.
        self._foreign = part.lower().startswith(("customxml/", "__macosx/"))

    def feed(self, text: bytes) -> None:
        """Look at the next block; the end of the one before comes with it."""
        if not self._begun:
            self._begun = True
            self._first(text)
        if self._is_xml and DECLARATION.search(text):
            raise RefusedFile(
                "SEC005",
                f"{self._file} declares a document type in its part {self._part}, as no workbook "
                "does: open it in Excel and save it again",
            )

    def _first(self, text: bytes) -> None:
        start = text.removeprefix(b"\xef\xbb\xbf").lstrip()
        if self._foreign:
            return
        self._is_xml = self._is_xml or start.startswith(b"<")
        found = ENCODING.match(start)
        plain = found is None or found.group(1).lower() in PLAIN_ENCODINGS
        if self._is_xml and not (start.startswith(b"<") and b"\x00" not in start[:4] and plain):
            raise RefusedFile(
                "SEC005",
                f"{self._file} has a part, {self._part}, that is not written in UTF-8, so it "
                "cannot be checked for a document type: open it in Excel and save it again",
            )


class CellScan:
    """Counts the cells of each sheet and refuses references that no honest workbook has."""

    area_limit: int = 0

    def __init__(self, file: str, cells: int, sparse_area: int, sparse_factor: int) -> None:
        self._file = file
        self._limit = cells
        self._sparse_area = sparse_area
        self._sparse_factor = sparse_factor
        self._total = 0
        self._areas = 0
        self.start("")

    def start(self, part: str) -> None:
        """Begin a sheet."""
        self._part = part
        self._cells = self._rows = self._columns = 0
        self._last = (0, 0)

    def feed(self, text: bytes) -> int:
        """Count the cells in the next block and return how much of it is done with.

        The rest, at most a tag that the block's end cuts, must come again with the next block.
        """
        cut = OPEN_TAG.search(text, max(0, len(text) - 4_096))
        end = cut.start() if cut else len(text)
        for found in CELL.finditer(text, 0, end):
            self._cells += 1
            if found.group(1):
                self._place(_column(found.group(1)), int(found.group(2)))
        self._total_within()
        self.areas(text, end)
        return end

    def taken_out(self, cells: int, last: tuple[int, int]) -> None:
        """Count cells that were found to be in order and are not in what is fed."""
        self._cells += cells
        self._rows, self._columns = max(self._rows, last[0]), max(self._columns, last[1])
        self._total_within()

    def areas(self, text: bytes, end: int) -> None:
        """Add up the areas that are merged, linked or noted: a reader makes each of their cells."""
        for found in AREA.finditer(text, 0, end):
            first, top, last, bottom = found.groups()
            width = abs(_column(last) - _column(first)) + 1
            self._areas += width * (abs(int(bottom) - int(top)) + 1)
        if self._areas > self.area_limit:
            raise RefusedFile(
                "SEC006",
                f"{self._file} merges, links or comments on {self._areas:,} cells at once: undo "
                "what covers whole rows or columns",
            )

    def finish(self) -> None:
        """End a sheet: its cells must not be strewn over an area that fills the memory."""
        self._total += self._cells
        area = self._rows * self._columns
        if area > self._sparse_area and area > self._sparse_factor * self._cells:
            raise RefusedFile(
                "SEC006",
                f"{self._file} has {self._cells:,} cells spread over {self._rows:,} rows and "
                f"{self._columns:,} columns in {self._part}: delete the stray cells far from the "
                "tables",
            )

    def _place(self, column: int, row: int) -> None:
        if not (1 <= row <= LAST_ROW and column <= LAST_COLUMN):
            raise RefusedFile(
                "SEC006", f"{self._file} has a cell outside Excel's grid in {self._part}"
            )
        if (row, column) <= self._last:
            raise RefusedFile(
                "WBK006",
                f"{self._file} gives cells twice or out of order in {self._part}, so it is not "
                "clear which counts: open it in Excel and save it again",
            )
        self._last = (row, column)
        self._rows = row
        self._columns = max(self._columns, column)

    def _total_within(self) -> None:
        if self._total + self._cells > self._limit:
            raise RefusedFile(
                "SEC007",
                f"{self._file} has more than {self._limit:,} cells: save a copy with only the "
                "pay sheets",
            )


@lru_cache(maxsize=20_000)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
