"""What the sheets of findings say alike, of a table that stands on its side."""

from __future__ import annotations

import xl_vsm
from tests.conftest import ROOT
from xl_vsm.open_book.page import page as of_the_open_book
from xl_vsm.reports.annotated.page import page as of_the_copy

BOOK = ROOT / "workbooks" / "messy" / "board_paper.xlsx"


def test_both_name_the_headings_of_posts_in_columns() -> None:
    report = xl_vsm.check(BOOK)
    (sheet,) = [each for each in report.workbooks[0].sheets if each.header_column]
    for lines in (of_the_copy(report), of_the_open_book(report, {})):
        said = [line.cells[0] for line in lines if line.cells]
        start = f"{sheet.name}: headings in column {sheet.header_column}; "
        assert len([text for text in said if text.startswith(start)]) == 1
