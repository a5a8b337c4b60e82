"""Formulas as Excel copies them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from xl_vsm.sheets.formulas import moved

CORNERS = ("A1", "$A1", "B$2", "$C$3", "AZ10", "XFD9")
REFERENCES = (
    *CORNERS, "A1:B2", "$A$1:B9", "A:C", "$A:D", "1:3", "$2:9", "Pay!A1", "'Board pay'!B2:C3",
    "'It''s A1'!D4", "Table1[Base A1]", "[1]Pay!A1", "Rate", "TAB1_x", "LOG10(A1)", '"A1"', "12",
    "1E3", "TRUE",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(REFERENCES), min_size=1, max_size=4).map("+".join),
    st.sampled_from(["H13", "H14", "G13", "C20", "K1000"]),
)
def test_as_openpyxl_copies_them(formula: str, target: str) -> None:
    formula = f"={formula}".replace("XFD9", "AB9")
    assert moved(formula, "B3", target) == Translator(formula, "B3").translate_formula(target)


@pytest.mark.parametrize(
    ("formula", "to", "expected"),
    [
        ("=A1", "B2", "=#REF!"),
        ("=B3*2", "B2", "=B2*2"),
        ("=$A$1+C3", "A3", "=$A$1+B3"),
        ("=A3", "A3", "=#REF!"),
        ("=SUM(1:3)", "B2", "=SUM(#REF!)"),
        ("=SUM(XFD1)", "C3", "=SUM(#REF!)"),
        ("=Jan1:Mar3!A5", "B4", "=Jan1:Mar3!A6"),
        ("=XYZ12", "B4", "=XYZ12"),
        ("=SUM(A2#)", "B4", "=SUM(A3#)"),
    ],
)
def test_at_the_edges_as_excel_copies_them(formula: str, to: str, expected: str) -> None:
    assert moved(formula, "B3", to) == expected
