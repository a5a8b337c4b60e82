"""Formulas around our functions, worked out as Excel does or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.replay.books import NOT_CALCULATED, F, book, moment, unsaid, wrong

CELLS = {
    "A1": 75_000,
    "A2": 130_000,
    "A3": None,
    "B1": "trust",
    "B2": "",
    "B3": "Yes",
    "C1": moment(2025, 9, 30),
    "C2": "#N/A",
    "C3": 0,
    "D1": "75,000",
}
TIER = "NHS_PENSION_TIER(A2,$C$1)"  # 6


def result(formula: str, area: str = "") -> Any:
    """Return what a formula gives: it is stored as something that no formula here gives."""
    made = book({**CELLS, "F1": F(formula, -1.5, area)})
    assert unsaid(made) == {}
    return wrong(made)["F1"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (f"={TIER}", 6),
        (f"= {TIER} ", 6),
        (f"=({TIER})", 6),
        (f"=+{TIER}", 6),
        (f"=-{TIER}", -6),
        (f"={TIER}*2+1", 13),
        (f"=1+{TIER}*2", 13),
        (f"=(1+{TIER})*2", 14),
        (f"=10-{TIER}-1", 3),
        (f"={TIER}/4", 1.5),
        (f"=100-{TIER}%", 99.94),
        (f"=-2*-{TIER}", 12),
        ("=NHS_PENSION_CONTRIBUTION(A1,C1)/12", 781.25),
        ("=ROUND(NHS_PENSION_CONTRIBUTION(A2+10,C1)/12,2)", 1354.27),
        (f"=ROUND({TIER}/4,0)", 2),
        (f"=ROUND(-{TIER}/4,0)", -2),
        (f"=ROUND({TIER}*1234,-3)", 7000),
        (f'="tier "&{TIER}', "tier 6"),
        (f'=IF(A3="","",{TIER})', ""),
        (f'=IF(B2="","",{TIER})', ""),
        (f'=IF(A2="","",{TIER})', 6),
        (f"=IF(A3=0,{TIER},1)", 6),
        (f"=IF(A3,1,{TIER})", 6),
        (f"=IF(C3,{TIER})", False),
        (f"=IF(A2>A1,{TIER},0)", 6),
        (f"=IF(A2>=130000,{TIER},0)", 6),
        (f"=IF(A2<>130000,{TIER},0)", 0),
        (f'=IF(B3="yes",{TIER},0)', 6),
        (f'=IF("a">1000000,{TIER},0)', 6),
        (f"=IF(TRUE>5,{TIER},0)", 6),
        (f"=IF(C1<=45930,{TIER},0)", 6),
        (f'=IF((A3="")+(A2=0)>0,"",{TIER})', ""),
        (f"=IF(AND(A1,A2),{TIER},0)", 6),
        (f"=IF(OR(C3,A3),{TIER},0)", 0),
        (f"=IF(NOT(C3),{TIER},0)", 6),
        (f"=IF(ISBLANK(A3),{TIER},0)", 6),
        (f"=IF(ISBLANK(B2),{TIER},0)", 0),
        (f"=IFERROR({TIER},0)", 6),
        ("=IFERROR(NHS_PENSION_TIER(C2,C1),0)", 0),
        (f"=IFERROR({TIER}/0,9)", 9),
        (f"=IF(C2,{TIER},0)", "#N/A"),
        (f"={TIER}+C2", "#N/A"),
        (f"={TIER}/A3", "#DIV/0!"),
        ("=NHS_PENSION_TIER(C2,C1)", "#N/A"),
        ("=NHS_PENSION_TIER(130000,C1)", 6),
        ('=NHS_PENSION_TIER("£130,000","30 September 2025")', 6),
        ("=NHS_PENSION_TIER(A2,C1,)", 6),
        ("=NHS_PENSION_TIER(A2,45930,DATE)", None),
        ("=NHS_PENSION_TIER(A2,DATE(2025,9,30))", 6),
        ("=NHS_PENSION_TIER(A2,DATE(2024,21,30))", 6),
        ("=NHS_PENSION_TIER(13259.99,DATE(2025,4,1))", 1),
        ("=NHS_PENSION_RATE(A2*0.5,C1)", 0.107),
        ("=VSM_BAND(B1,512400000,C1)", "C (illustrative)"),
        ("=NHS_PENSION_TIER(A1:A2,C1)", 6),
        ('=VSM_RANGE("director",B1,512400000,C1)', 120_000),
    ],
)
def test_what_a_formula_gives(formula: str, expected: Any) -> None:
    if expected is None:
        made = book({**CELLS, "F1": F(formula, -1.5)})
        assert "DATE is no cell or name" in unsaid(made)["F1"]
        return
    found = result(formula)
    if isinstance(expected, str) and expected.startswith("#"):
        assert str(found) == expected
    elif isinstance(expected, float):
        assert found == pytest.approx(expected)
    else:
        assert found == expected
        assert isinstance(found, bool) == isinstance(expected, bool)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("=NHS_PENSION_TIER(SUM(A1:A2),C1)", "SUM in the formula is not worked out here"),
        ("=VLOOKUP(NHS_PENSION_TIER(A1,C1),A1:B3,2)", "VLOOKUP"),
        ("=NHS_PENSION_TIER(A1,TODAY())", "TODAY"),
        ("=NHS_PENSION_TIER(A1^2,C1)", "'^' in it"),
        ("=NHS_PENSION_TIER({1,2},C1)", "'{' in it"),
        ("=NHS_PENSION_TIER(A1 A2,C1)", "is not read"),
        ("=NHS_PENSION_TIER(Salary,C1)", "Salary is no cell or name"),
        ("=NHS_PENSION_TIER(Gone!A1,C1)", "the sheet Gone, which cannot be read"),
        ("=NHS_PENSION_TIER([1]Pay!A1,C1)", "refers to another workbook"),
        ("=NHS_PENSION_TIER('[a b.xlsx]Pay'!A1,C1)", "refers to another workbook"),
        ("=NHS_PENSION_TIER('Pay:Old'!A1,C1)", "is no cell or name"),
        ("=NHS_PENSION_TIER(A:A,C1)", "is no cell or name"),
        ("=NHS_PENSION_TIER(A1:A900000,C1)", "more than 200,000 cells"),
        ("=NHS_PENSION_TIER(D1,C1)+D1", "a number of a text"),
        ("=NHS_PENSION_TIER()", "too few cells, or too many"),
        ("=NHS_PENSION_TIER(A1,C1,C1,C1)", "too few cells, or too many"),
        ("=IFERROR(NHS_PENSION_TIER(B1,C1),0)", "depends on the Excel"),
        ("=NHS_PENSION_TIER(B1,C1)+1", "depends on the Excel"),
        ("=IF(A1:A2=0,1,NHS_PENSION_TIER(A1,C1))", "one cell of a range"),
        ("=VSM_STATUS()", "tells of the release"),
        ('=VSM_EXPLAIN("VSM_BAND",B1,1)', "in the words of the release"),
        ("=NHS_PENSION_TIER(A1,C1", "ends too soon"),
        (f"={'(' * 200}NHS_PENSION_TIER(A1,C1){')' * 200}", "brackets within brackets"),
        ("=IF(AND(A1:A2),NHS_PENSION_TIER(A1,C1),0)", "one cell of a range"),
        ("=NHS_PENSION_TIER(_xlfn.ANCHORARRAY(A1),C1)", "A1 holds no formula that fills"),
    ],
)
def test_what_is_not_worked_out_says_why(formula: str, reason: str) -> None:
    made = book({**CELLS, "F1": F(formula, -1.5)})
    assert wrong(made) == {}
    assert reason in unsaid(made)["F1"]


def test_formulas_of_others_are_left_alone() -> None:
    made = book({**CELLS, "F1": F("=SUM(A1:A2)", 1), "F2": F("=MY_VSM_BAND(A1)", 2), "F3": "=VSM_"})
    assert wrong(made) == unsaid(made) == {}


def test_what_was_never_calculated_is_said() -> None:
    made = book(
        {
            **CELLS,
            "A3": F("=A1+1", NOT_CALCULATED),
            "F1": F("=NHS_PENSION_TIER(A3,C1)", 5),
            "F2": F("=NHS_PENSION_TIER(A1,C1)", NOT_CALCULATED),
        }
    )
    said = unsaid(made)
    assert said["F1"] == "it rests on A3, whose formula was never calculated"
    assert said["F2"] == "no spreadsheet program has calculated the formula yet"
    assert wrong(made) == {}


def test_a_workbook_that_counts_days_from_1904_is_not_guessed_at() -> None:
    cells = {**CELLS, "F1": F(f"={TIER}", 6), "F2": F('=NHS_PENSION_TIER(A2,"2025-09-30")', 1)}
    made = book(cells, date1904=True)
    assert "from 1904" in unsaid(made)["F1"]
    assert wrong(made) == {"F2": 6}


def test_a_date_may_be_a_date_too() -> None:
    made = book(
        {**CELLS, "C1": date(2025, 9, 30), "F1": F("=IF(C1>45929,NHS_PENSION_TIER(A2,C1))", 6)}
    )
    assert wrong(made) == unsaid(made) == {}
