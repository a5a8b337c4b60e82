"""Which formulas are worked out again, and which rest on one that is not."""

from __future__ import annotations

import pytest

from tests.replay.books import NOT_CALCULATED, F, book
from xl_vsm.recalculation.reach import resting_on, why_not
from xl_vsm.sheets.cells import Cell, ExcelTable


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("=SUM(A1:A3)", ""),
        ("=VLOOKUP(A1,Pay!A1:B9,2,FALSE)", ""),
        ('=IF(A1="TODAY()|[1]",1,2)', ""),
        ("=Posts[Salary]", ""),
        ("=[1]Pay!A1", "outside the workbook"),
        ("='C:\\a\\[old.xlsx]Pay'!A1", "outside the workbook"),
        ("=cmd|'/c calc'!A0", "outside the workbook"),
        ('=WEBSERVICE("https://example.org")', "outside the workbook"),
        ("=_xldudf_OTHER_RATE(A1)", "outside the workbook"),
        ("=_xll.RATE2(A1)", "outside the workbook"),
        ("=YEARFRAC(A1,TODAY())", "TODAY answers otherwise"),
        ("=indirect(A1)", "INDIRECT answers otherwise"),
        ("={TABLE(A1)}", "data table"),
    ],
)
def test_what_is_not_worked_out_again(formula: str, reason: str) -> None:
    found = why_not(Cell(1, 1, value=1, formula=formula))
    assert reason in found
    assert bool(found) is bool(reason)


def test_what_was_never_calculated_is_in_doubt() -> None:
    assert (
        why_not(Cell(1, 1, formula="=A2", calculated=False)) == "its formula was never calculated"
    )


def test_what_rests_on_a_cell_in_doubt_is_in_doubt_too() -> None:
    table = ExcelTable("Posts", "Pay", "G1:G3", ("Day",))
    made = book(
        {
            "A1": F("=TODAY()", 45_930),
            "B1": F("=A1+1", 1),
            "B2": F("=SUM($A$1:$A$9)", 1),
            "B3": F("=Other!A1", 1),
            "B4": F("=Begun+1", 1),
            "B5": F("=A2", 1),
            "B6": F("=SUM(A2:A9)", 1),
            "B7": F('="A1"&C1', "x"),
            "B8": F("=SUM(Posts[Day])", 1),
            "B9": F("=Posts[Gone]", 1),
            "C2": F("=B1*2", NOT_CALCULATED),
            "G1": "Day",
            "G2": F("=A1", 1),
        },
        {"Other": {"A1": F("=Pay!B1", 1)}},
        {"Begun": "Pay!$A$1"},
        (table,),
    )
    doubts = resting_on(made, {("pay", 1, 1): "TODAY answers otherwise"})
    assert {place[1:] for place in doubts if place[0] == "pay"} == {
        (1, 1), (1, 2), (2, 2), (3, 2), (4, 2), (8, 2), (2, 3), (2, 7),
    }  # fmt: skip
    assert doubts["other", 1, 1] == "it rests on Pay!B1, which could not be worked out again"
    assert resting_on(made, {}) == {}
