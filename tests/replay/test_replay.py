"""Cells with our functions answered again: what is right, stale, forged, or cannot be told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.loading.filled import TODAY, as_csv, document, lines
from tests.replay.books import DAY, F, again, book, moment, unsaid, wrong
from tests.replay.test_names import SPELLINGS
from udfs import NHS_PENSION_TIER
from xl_vsm.loading import load_pay_ranges
from xl_vsm.parameters import Parameters, Store
from xl_vsm.replay import alternatives
from xl_vsm.replay.replay import replay
from xl_vsm.sheets.cells import ExcelTable

FACTS = {"A1": "trust", "A2": 512_400_000, "A3": moment(2025, 9, 30), "A5": "Salary"}


@pytest.mark.parametrize("stored", SPELLINGS)
def test_a_forged_answer_in_every_spelling(stored: str) -> None:
    formula = f"={stored}(A1,A2,A3)"
    assert wrong(book({**FACTS, "B1": F(formula, "C (illustrative)")})) == {}
    assert wrong(book({**FACTS, "B1": F(formula, "B (illustrative)")})) == {
        "B1": "C (illustrative)"
    }


@pytest.mark.parametrize(
    "arguments",
    [
        "$A$1,$A$2,$A$3",
        "A$1,$A2,A3",
        "Pay!A1,Pay!$A$2,pay!A3",
        "'Our trust'!B1,'Our trust'!$B$2,A3",
        "'It''s ours'!B1,A2,A3",
        "Kind,Size,Day",
        "kind,SIZE,Pay!Day",
        '"trust",512400000,45930',
        '"Trust","£512,400,000","30/09/2025"',
    ],
)
def test_what_an_argument_may_refer_to(arguments: str) -> None:
    away = {"B1": "trust", "B2": 512_400_000}
    names = {
        "Kind": "'Our trust'!$B$1",
        "Size": "'Our trust'!$B$2",
        "Pay!Day": "Pay!$A$3",
        "Day": "Pay!$A$5",
    }
    for answer, found in (("C (illustrative)", {}), ("D", {"B1": "C (illustrative)"})):
        cells = {**FACTS, "B1": F(f"=VSM_BAND({arguments})", answer)}
        assert wrong(book(cells, {"Our trust": away, "It's ours": away}, names)) == found


def test_a_name_may_be_a_formula_but_not_move() -> None:
    names = {"Size": "Pay!$A$2/1", "Below": "Pay!A2", "Lost": "#REF!$A$1"}
    for name, reason in (("Below", "another cell in each place"), ("Lost", "which is not read")):
        made = book({**FACTS, "B1": F(f"=VSM_BAND(A1,{name},A3)", "?")}, names=names)
        assert reason in unsaid(made)["B1"]
    assert wrong(book({**FACTS, "B1": F("=VSM_BAND(A1,Size,A3)", "B")}, names=names)) == {
        "B1": "C (illustrative)"
    }


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        ("Posts[Salary]", ""),
        ("Posts[@Salary]", ""),
        ("Posts[[#This Row],[Salary]]", ""),
        ("Posts[[#Data],[Salary]]", ""),
        ("Posts[@[Salary]]", ""),
        ("posts[[Salary]:[Salary]]", ""),
        ("Posts[#Headers]", "headings or totals"),
        ("Posts[Wage]", "does not have"),
        ("Others[Salary]", "no table"),
        ("Posts[[Salary],[Post]]", "several columns"),
    ],
)
def test_columns_of_excels_tables(column: str, reason: str) -> None:
    table = ExcelTable("Posts", "Pay", "A5:B8", ("Post", "Salary"), totals_rows=1)
    cells = {**FACTS, "A6": "Nurse", "B6": 60_000, "A7": "Finance", "B7": 130_000, "B8": 190_000}
    formula = f"=NHS_PENSION_TIER({column},A$3)"
    is_row = "@" in column or "This Row" in column
    filled = {"C6": F(formula, 5, "" if is_row else "C6:C7"), **({} if is_row else {"C7": 6})}
    made = book({**cells, **filled}, tables=(table,))
    if reason:
        assert reason in unsaid(made)["C6"]
        return
    assert wrong(made) == unsaid(made) == {}
    forged = book({**cells, **filled, "B6": 130_000}, tables=(table,))
    assert wrong(forged) == {"C6": 6}


def test_a_column_that_spills_and_one_forged_cell_of_it() -> None:
    pay = {f"A{row}": amount for row, amount in enumerate((20_000, 40_000, None, 130_000), 10)}
    cells = {
        **FACTS,
        **pay,
        "B10": F("=NHS_PENSION_TIER(A10:A13,A3)", 2, "B10:B13"),
        "B11": 4,
        "B12": "#VSM! pensionable_pay is blank and must be given",
        "B13": 6,
        "C10": F("=NHS_PENSION_RATE(_xlfn.ANCHORARRAY(B10)*0+A10:A13,A3)", 0, "C10:C13"),
    }
    made = book(cells)
    assert set(wrong(made)) <= {"C10", "C11", "C12", "C13"}
    assert wrong(book({k: v for k, v in cells.items() if k != "C10"})) == {}
    forged = book({k: v for k, v in cells.items() if k != "C10"} | {"B11": 5})
    assert wrong(forged) == {"B11": 4}
    words = book({k: v for k, v in cells.items() if k != "C10"} | {"B12": 3})
    assert list(wrong(words)) == ["B12"]


def test_a_row_that_spills_and_an_array_formula_larger_than_its_answer() -> None:
    formula = '=VSM_RANGE("director",A1,A2,A3)'
    whole = {"B1": F(formula, 120_000, "B1:F2"), "C1": 140_000, "D1": 150_000, "E1": "illustrative"}
    rest = {"F1": "#N/A", "B2": 120_000, "C2": 140_000, "D2": 150_000, "E2": "illustrative"}
    assert wrong(book({**FACTS, **whole, **rest, "F2": "#N/A"})) == {}
    assert wrong(book({**FACTS, **whole, **rest, "F2": 1, "D1": 1})).keys() == {"D1", "F2"}
    # A formula for one cell shows the first of its answers.
    assert wrong(book({**FACTS, "B1": F(formula, 120_000)})) == {}


@pytest.mark.parametrize(
    ("stored", "agree"),
    [
        ("#VALUE!", True),
        ("#VSM! salary must be a number", True),
        ("#N/A", False),
        ("#NAME?", False),
        (6, False),
        (None, False),
    ],
)
def test_a_fault_of_ours_however_it_is_stored(stored: Any, agree: bool) -> None:
    made = book({**FACTS, "B1": F("=NHS_PENSION_TIER(A5,A3)", stored)})
    assert (wrong(made) == {}) is agree


def test_an_error_cell_is_the_answer_of_what_rests_on_it() -> None:
    cells = {**FACTS, "A6": "#N/A", "B1": F("=NHS_PENSION_TIER(A6,A3)", "#N/A")}
    assert wrong(book(cells)) == {}
    assert str(wrong(book({**cells, "B1": F("=NHS_PENSION_TIER(A6,A3)", 6)}))["B1"]) == "#N/A"


def test_an_answer_that_excel_could_not_get() -> None:
    cells = {**FACTS, "A6": 130_000, "B1": F("=NHS_PENSION_TIER(A6,A3)", "#NAME?")}
    assert wrong(book(cells)) == {"B1": 6}


def test_a_table_since_replaced_is_named() -> None:
    cells = {"A1": 75_000, "A2": moment(2025, 6, 1), "B1": F("=NHS_PENSION_RATE(A1,A2)", 0.125)}
    assert wrong(book(cells)) == {}
    # £64,000 was in the next tier until the tiers of July 2025 replaced those of that March.
    stale = {**cells, "A1": 64_000}
    (found,) = again(book(stale)).differences
    assert found.expected == 0.107
    assert found.once.startswith("what had been published by ")
    assert wrong(book(stale), known=date(2025, 6, 1)) == {}
    (later,) = again(
        book({**stale, "B1": F("=NHS_PENSION_RATE(A1,A2)", 0.107)}), known=date(2025, 6, 1)
    ).differences
    assert later.once == "what has been published since"
    (forged,) = again(book({**stale, "B1": F("=NHS_PENSION_RATE(A1,A2)", 0.2)})).differences
    assert forged.once == ""
    (fixed,) = again(book({**stale, "B1": F("=NHS_PENSION_RATE(A1,A2,A2+60)", 0.125)})).differences
    assert fixed.once == ""


def test_an_error_is_not_explained_by_a_table_that_was_not_there_yet() -> None:
    cells = {
        "A1": 64_000,
        "A2": moment(2025, 6, 1),
        "B1": F("=NHS_PENSION_RATE(A1,A2)", "#VALUE!"),
    }
    (found,) = again(book(cells)).differences
    assert found.once == ""


def test_a_formula_without_a_day_depends_on_when_it_was_calculated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(alternatives, "today", lambda: date(2026, 6, 1))
    today = {"A1": 52_000, "B1": F("=NHS_PENSION_TIER(A1)", 5)}
    days = ("2026-06-01", "2025-09-30")
    answers = [NHS_PENSION_TIER(52_000, each) for each in days]
    assert len(set(answers)) == 2
    for answer in answers:
        made = book({**today, "B1": F("=NHS_PENSION_TIER(A1)", answer)})
        assert wrong(made) == unsaid(made) == {}
    other = book({**today, "B1": F("=NHS_PENSION_TIER(A1)", 1)})
    assert wrong(other) == {}
    assert "names no day" in unsaid(other)["B1"]


def test_only_the_wrong_cell_of_a_chain_is_told() -> None:
    chain = {
        "A1": 130_000,
        "A3": moment(2025, 9, 30),
        "B1": F("=VSM_WITHHOLD(2,TRUE,FALSE,DATE,A3)", "award"),
        "C1": F("=VSM_AWARD(A1,B1,A3)", 4225),
    }
    chain["B1"] = F('=VSM_WITHHOLD(2,TRUE,FALSE,"2020-01-01",A3)', "award")
    assert wrong(book(chain)) == {}
    forged = {**chain, "B1": F(chain["B1"].text, "withhold")}  # type: ignore[union-attr]
    assert wrong(book(forged)) == {"B1": "award"}
    assert again(book(forged)).answers[("pay", 1, 3)] == 4225
    last = {**chain, "C1": F("=VSM_AWARD(A1,B1,A3)", 0)}
    assert wrong(book(last)) == {"C1": 4225}


def test_many_copies_are_answered_as_one_is() -> None:
    cells: dict[str, Any] = dict(FACTS)
    for row in range(10, 40):
        cells[f"A{row}"] = 20_000 + 4_000 * row
        cells[f"B{row}"] = F(f"=NHS_PENSION_TIER(A{row},$A$3)", 6)
        cells[f"C{row}"] = F(f'=VSM_RANGE("director",$A$1,$A$2,$A$3+{row}*0)', 120_000)
    together = wrong(book(cells))
    for row in range(10, 40):
        alone = wrong(book({**FACTS, **{f"{c}{row}": cells[f"{c}{row}"] for c in "AB"}}))
        assert alone.get(f"B{row}") == together.get(f"B{row}")
    assert {address[0] for address in together} == {"B"}


def own_ranges(folder: Path) -> Store:
    """Return this release's figures with pay ranges that an organisation has loaded besides."""
    table = as_csv(folder / "ranges.csv", lines())
    return load_pay_ranges(table, document(), folder / "own", TODAY).store


def test_figures_loaded_since(tmp_path: Path) -> None:
    store = own_ranges(tmp_path)
    cells = {**FACTS, "B1": F("=VSM_BAND(A1,A2,A3)", "C (illustrative)")}
    (found,) = replay(book(cells), Parameters(DAY, None, store)).differences
    assert not str(found.expected).endswith("(illustrative)")
    assert found.once == "the figures of this release without those that you have loaded"
    assert not found.p.illustrative
