"""The sheet of checks: what each counts, and what to do."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from xl_vsm.template.controls import Control, controls
from xl_vsm.template.places import Posts
from xl_vsm.template.words import NOTHING_YET
from xl_vsm.template.writing import Page

HEADINGS: Final = ("What must be so", "Where", "Found", "Result", "What to do")
WIDTHS: Final = (64, 16, 9, 12, 74)
HEADING_ROW: Final = 6
FINE, FAULT, KNOWN = "OK", "Put right", "Note"


def rows_of_totals(posts: Posts) -> dict[str, str]:
    """Return, for each column with a total, the cell that counts what it would leave out."""
    return {control.total: f"$C${row}" for row, control in _placed(posts) if control.total}


def write_checks(page: Page, posts: Posts, given: Collection[str]) -> None:
    """Write the sheet of checks.

    Args:
        page: the sheet.
        posts: the rows for posts.
        given: the names of the organisation's cells that are filled in from the start.
    """
    sheet = page.sheet
    sheet.hide_gridlines(2)
    sheet.set_default_row(18)
    for letter, width in zip("ABCDE", WIDTHS, strict=True):
        sheet.set_column(f"{letter}:{letter}", width)
    sheet.set_row(0, 28)
    page.text("A1", "Checks", "Title")
    page.text("A2", "Nothing to fill in here: each line counts what is not as it should be.")
    page.text("A3", "All of them together", "VSM label")
    page.across("B3:E3", "", "VSM status")
    for letter, words in zip("ABCDE", HEADINGS, strict=True):
        page.text(f"{letter}{HEADING_ROW}", words, "VSM heading")
    last = HEADING_ROW
    for row, one in _lines(posts, given):
        last = row
        if isinstance(one, str):
            page.text(f"A{row}", one, "Heading 1")
            sheet.set_row(row - 1, 26)
            for column in range(1, len(HEADINGS)):
                sheet.write_blank(row - 1, column, None, page.formats.get("Heading 1"))
        else:
            _control(page, row, one)
    _verdict(page, posts, last)
    results = f"D{HEADING_ROW + 1}:D{last}"
    for words, mark in ((FAULT, "bad"), (KNOWN, "doubt"), (FINE, "good")):
        rule: dict[str, Any] = {"type": "cell", "criteria": "==", "value": f'"{words}"'}
        sheet.conditional_format(results, {**rule, "format": page.formats.mark(mark)})
    sheet.freeze_panes(HEADING_ROW, 0)
    sheet.repeat_rows(HEADING_ROW - 1)
    sheet.print_area(0, 0, last - 1, len(HEADINGS) - 1)


def _lines(posts: Posts, given: Collection[str] = ()) -> list[tuple[int, str | Control]]:
    """Return what stands in which row: the headings of the kinds, and the checks."""
    said: list[str | Control] = []
    for title, members in controls(posts, given):
        said += [title, *members]
    return list(enumerate(said, HEADING_ROW + 1))


def _placed(posts: Posts) -> list[tuple[int, Control]]:
    return [(row, one) for row, one in _lines(posts) if isinstance(one, Control)]


def _control(page: Page, row: int, control: Control) -> None:
    page.text(f"A{row}", control.title)
    page.text(f"B{row}", control.where)
    # A check that cannot be made for an error is not passed.
    page.formula(f"C{row}", f"=IFERROR({control.formula},1)", control.blank, kind="whole")
    other = FAULT if control.is_fault else KNOWN
    value = other if control.blank else FINE
    page.formula(f"D{row}", f'=IF(C{row}=0,"{FINE}","{other}")', value)
    page.text(f"E{row}", control.remedy)


def _verdict(page: Page, posts: Posts, last: int) -> None:
    reference, salary = posts.away("reference"), posts.away("salary")
    results = f"D{HEADING_ROW + 1}:D{last}"
    wrong = f'COUNTIF({results},"{FAULT}")'
    formula = (
        f'=IF(COUNTA({reference})+COUNTA({salary})=0,"{NOTHING_YET}",IF({wrong}=0,'
        f'"Every check is passed. Things to be known: "&COUNTIF({results},"{KNOWN}")&".",'
        f'{wrong}&" of the checks found something to put right: see the sheet Checks."))'
    )
    page.formula("B3", formula, NOTHING_YET, "VSM status")
    page.mark("B3:E3", "bad", '=ISNUMBER(SEARCH("put right",$B$3))')
    page.mark("B3:E3", "good", '=ISNUMBER(SEARCH("passed",$B$3))')
