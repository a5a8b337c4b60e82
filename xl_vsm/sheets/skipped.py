"""The rows of a table that hold something but no post, and why each is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from xl_vsm.sheets.bands import has_heading_words
from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.headers import heading, words

SUBTOTAL: Final = "subtotal"
SECTION: Final = "section heading"
NOTE: Final = "note"
REPEATED: Final = "repeated header"
UNITS: Final = "units of the columns"
STATEMENT: Final = "statement about the organisation"
OTHER_TABLE: Final = "another table"
UNUSED: Final = "no post: formulas or numbering only"

TOTAL_WORDS: Final = re.compile(
    r"(?:(?:grand|overall|sub|combined|cumulative|running) ?)?totals?\b"
    r"|subtotals?\b|.*\b(?:sub)?totals?$"
    r"|(?:average|mean|median|minimum|maximum|min|max|sum|count|headcount|number of posts|checksum|"
    r"check total|variance)\b|(?:carried|brought) forward\b|[bc] f$"
)
NOTE_WORDS: Final = re.compile(
    r"\s*(?:\*|†|‡|\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}\)|notes?\b|sources?\b|key\b|n\.?b\b|"
    r"prepared by|checked by|reviewed by|signed|version\b|caveats?\b|end of\b)",
    re.IGNORECASE,
)
TOTAL_FORMULA: Final = re.compile(
    r"=\s*(?:SUM|SUBTOTAL|AGGREGATE|AVERAGE|MEDIAN|COUNTA?|MAX|MIN)\("
)
LONG: Final = 60  # a longer text in the only filled cell is prose, not the heading of a section

IDENTITY: Final = ("post", "reference", "role")
PERSONAL: Final = ("role", "contract", "medical_contract", "appointed", "approval")
FIGURES: Final = ("salary", "actual_pay", "pensionable_pay", "fte", "paybill")


def why_skipped(
    grid: Grid, row: int, fields: dict[str, int], *, after_gap: bool, headings: dict[int, set[str]]
) -> str:
    """Return why a row holds no post, or an empty text if it holds one.

    Args:
        grid: the sheet.
        row: the row's number; it holds something.
        fields: the column of each field.
        after_gap: whether the row above holds nothing.
        headings: the words of the table's own headings, by column.
    """
    filled = [cell for cell in grid.row(row).values() if not cell.empty]
    filled += [
        grid.at(merge.top, merge.left)
        for merge in grid.merges_on(row)
        if merge.top < row and merge.left == merge.right
    ]
    filled.sort(key=lambda cell: cell.column)
    texts = [cell for cell in filled if cell.text]
    first = texts[0].text if texts else ""
    stated = {name for name, column in fields.items() if not grid.at(row, column).empty}
    figures = any(_is_figure(grid.at(row, fields[n])) for n in FIGURES if n in fields)
    if _echoes(texts, headings):
        return REPEATED
    if row in grid.totals:
        return SUBTOTAL
    if TOTAL_WORDS.match(words(first)) and not stated.intersection(PERSONAL):
        return SUBTOTAL
    if not stated.intersection(IDENTITY) and _sums(grid, row, fields):
        return SUBTOTAL
    if len(texts) == len(filled) == 1:
        return _lone_text(filled[0])
    if not stated:
        return NOTE
    if not figures and (first.rstrip().endswith(":") or NOTE_WORDS.match(first)):
        return NOTE
    if len(filled) == 2 and catalogue().label(heading(first.split(":")[0])):
        return STATEMENT
    if after_gap and not figures and texts and has_heading_words(grid, row, -(-len(filled) // 2)):
        return OTHER_TABLE
    if not _has_post(grid, row, fields, filled):
        return UNUSED
    return ""


def is_section_or_gap(reason: str) -> bool:
    """Say whether a table may begin or resume after a row skipped for this reason."""
    return reason in (SECTION, SUBTOTAL, NOTE, STATEMENT)


def _lone_text(cell: Cell) -> str:
    text = cell.text
    if catalogue().label(heading(text.split(":")[0])) and ":" in text:
        return STATEMENT
    if len(text) > LONG or NOTE_WORDS.match(text) or text.endswith("."):
        return NOTE
    return SECTION


def _echoes(texts: list[Cell], headings: dict[int, set[str]]) -> bool:
    # A text of signs alone has no words, and is no heading said again.
    said = [(cell.column, words(cell.text)) for cell in texts]
    same = sum(bool(text) and text in headings.get(column, ()) for column, text in said)
    return same >= 2 and same * 2 > len(texts)


def _is_figure(cell: Cell) -> bool:
    # A bad figure, such as "l71,250" or #REF!, is still a post's figure.
    return bool(
        cell.error
        or cell.formula
        or (isinstance(cell.value, int | float) and not isinstance(cell.value, bool))
        or any(ch.isdigit() for ch in cell.text)
    )


def _sums(grid: Grid, row: int, fields: dict[str, int]) -> bool:
    cells = (grid.at(row, fields[name]) for name in FIGURES if name in fields)
    return any(cell.formula and TOTAL_FORMULA.match(cell.formula.upper()) for cell in cells)


def _has_post(grid: Grid, row: int, fields: dict[str, int], filled: Iterable[Cell]) -> bool:
    """Say whether anything in a row was typed for a post, beyond its number and the formulas."""
    if any(grid.at(row, fields[name]).text for name in ("post", "role") if name in fields):
        return True
    numbering = {fields["reference"]} if "reference" in fields else set()
    known = set(fields.values()) - numbering
    return any(cell.formula is None and cell.column in known for cell in filled)
