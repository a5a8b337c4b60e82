"""Number formats and merged cells are found, and with few questions to Excel."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.open_book.com_objects import Workbook, Worksheet
from tests.open_book.model import Open, Page
from xl_vsm.open_book.areas import Area, in_common, merged
from xl_vsm.sheets.cells import Merge


class Asked:
    """An xlwings Sheet as far as areas need one; it counts what is asked."""

    def __init__(self, page: Page) -> None:
        self.sheet = Worksheet(Workbook(Open("pay.xlsx", [page])), page)
        self.questions = 0

    def range(self, first: tuple[int, int], last: tuple[int, int] | None = None) -> Any:
        self.questions += 1
        cells = self.sheet.Range(self.sheet.Cells(*first), self.sheet.Cells(*(last or first)))
        return SimpleNamespace(
            number_format=cells.NumberFormat,
            merge_cells=cells.MergeCells,
            merge_area=_place(cells.MergeArea),
        )


def _place(cells: Any) -> Any:
    shape = (cells.bottom - cells.top + 1, cells.right - cells.left + 1)
    return SimpleNamespace(row=cells.top, column=cells.left, shape=shape)


@pytest.fixture
def page() -> Page:
    return Page("Pay")


def test_a_table_of_whole_columns_takes_few_questions(page: Page) -> None:
    for row in range(1, 201):
        page.own(row, 3).number_format = "£#,##0"
        page.own(row, 4).number_format = "0.0%"
    sheet = Asked(page)
    formats = {
        (row, column): said
        for part, said in in_common(sheet, Area(1, 1, 200, 8), lambda cells: cells.number_format)
        for row in range(part.top, part.bottom + 1)
        for column in range(part.left, part.right + 1)
    }
    assert len(formats) == 1_600
    assert {at for at, said in formats.items() if said == "0.0%"} == {(r, 4) for r in range(1, 201)}
    assert sheet.questions <= 7


def test_one_cell_that_differs_is_found(page: Page) -> None:
    page.own(77, 5).number_format = "dd/mm/yyyy"
    found = in_common(Asked(page), Area(1, 1, 200, 8), lambda cells: cells.number_format)
    (odd,) = [part for part, said in found if said != "General"]
    assert odd == Area(77, 5, 77, 5)


def test_every_merged_area_is_found_once(page: Page) -> None:
    page.merges = [(1, 1, 1, 6), (2, 2, 3, 3), (2, 4, 3, 5), (9, 1, 12, 1)]
    found = merged(Asked(page), Area(1, 1, 12, 6))
    assert found == tuple(Merge(*each) for each in page.merges)


def test_a_sheet_without_merged_cells_takes_one_question(page: Page) -> None:
    sheet = Asked(page)
    assert merged(sheet, Area(1, 1, 500, 40)) == ()
    assert sheet.questions == 1
