"""The costing's workbook, worked out again by LibreOffice from nothing but its formulas."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.committee.costing.conftest import board
from tests.committee.costing.office import differences, errors, formulas, recalculated
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.costing import (
    Costing,
    Group,
    Multipliers,
    Scenario,
    costing,
    write_workbook,
)

ASKED = (
    Scenario("4%, and ranges 5% higher", Decimal("0.04"), Decimal("0.05"), Decimal("0.5")),
    Scenario("No award", Decimal(0), Decimal("0.03")),
)
BY = Multipliers(Decimal("1.02"), Decimal("1.3"))
HOSTILE = '=cmd|"/c calc"!A1'


def saved(of: Costing, folder: Path) -> Path:
    path = folder / "costing.xlsx"
    with path.open("wb") as out:
        write_workbook(of, out)
    return path


def full(of: Checked) -> Costing:
    return costing(of, scenarios=ASKED, multipliers=BY)


def mixed() -> Checked:
    """Return posts of every kind: ties of half a penny, part-years, a premium with an end."""
    return board(
        {},
        {"salary": 120_000.37, "fte": 0.6, "appointed": date(2025, 7, 1)},
        {"salary": 110_000, "objectives_met": "no"},
        {"left": date(2025, 6, 30)},
        {"post": "Medical Director", "contract": "consultant medical"},
        {"pensionable_pay": 0, "post": HOSTILE},
        {
            "salary": 100_000,
            "premium_ground": "challenged organisation",
            "premium_rate": 0.15,
            "premium_start": date(2025, 10, 1),
        },
    )


def at(book: Workbook, sheet: str, label: str, column: int = 2) -> float:
    """Return the value in a row by what its first cell says, the first such row."""
    for row in book[sheet].iter_rows():
        if row[0].value == label:
            return float(row[column - 1].value or 0)
    raise AssertionError(f"{label!r} is not on {sheet}")


@pytest.mark.libreoffice
def test_every_formula_comes_to_what_python_worked_out(trust: Checked, tmp_path: Path) -> None:
    path = saved(full(trust), tmp_path)
    again = recalculated(path, tmp_path / "again")
    assert len(list(formulas(path))) > 1500
    assert differences(path, again) == []
    assert errors(again) == []


@pytest.mark.libreoffice
def test_posts_of_every_kind(tmp_path: Path) -> None:
    path = saved(full(mixed()), tmp_path)
    again = recalculated(path, tmp_path / "again")
    assert differences(path, again) == []
    assert errors(again) == []


@pytest.mark.libreoffice
def test_nothing_to_cost(tmp_path: Path) -> None:
    path = saved(full(board({"contract": "Agenda for Change"})), tmp_path)
    again = recalculated(path, tmp_path / "again")
    assert differences(path, again) == []
    assert errors(again) == []


@pytest.mark.libreoffice
def test_what_finance_alters_is_followed_by_every_total(tmp_path: Path) -> None:
    """Another award, and a withheld award that is paid after all, come to Python's own figures."""
    posts = ({}, {"salary": 110_000, "objectives_met": "no"}, {"salary": 123_456.78, "fte": 0.37})
    found = costing(board(*posts), scenarios=(Scenario("Four", Decimal("0.04")),))

    def change(book: Workbook) -> None:
        _cell(book, "Assumptions", "Award for 2025/26, consolidated").value = 0.04

    again = recalculated(saved(found, tmp_path), tmp_path / "again", change)
    expected = found.scenarios[1]
    assert at(again, "Summary", "Award to be paid", 8) == pytest.approx(
        float(expected.cost().total), abs=0.005
    )
    withheld = float(expected.cost(Group.WITHHELD).total)
    assert at(again, "Summary", "Award: withheld", 8) == pytest.approx(withheld, abs=0.005)

    def pay_all(book: Workbook) -> None:
        for row in book["Posts"].iter_rows():
            for cell in row:
                if cell.value == "withheld":
                    cell.value = "to be paid"

    again = recalculated(saved(found, tmp_path), tmp_path / "paid", pay_all)
    both = found.award_in_year(Group.PAID).total + found.award_in_year(Group.WITHHELD).total
    assert at(again, "Summary", "Award to be paid", 8) == pytest.approx(float(both), abs=0.005)
    assert at(again, "Summary", "Award: withheld", 8) == 0


def _cell(book: Workbook, sheet: str, label: str):  # type: ignore[no-untyped-def]
    return next(row[1] for row in book[sheet].iter_rows() if row[0].value == label)


def test_every_sheet_says_that_ranges_are_made_up_and_so_do_the_charts(
    trust: Checked, tmp_path: Path
) -> None:
    path = saved(full(trust), tmp_path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        words = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row)
        assert "ILLUSTRATIVE: pay ranges" in words, sheet.title
    titles = [_title(chart) for sheet in book for chart in sheet._charts]
    assert len(titles) == 2
    assert all("ILLUSTRATIVE RANGES" in title for title in titles)


def _title(chart) -> str:  # type: ignore[no-untyped-def]
    runs = [run for p in chart.title.tx.rich.p for run in p.r]
    return "".join(run.t for run in runs)


def test_words_of_the_workbook_are_never_formulas(tmp_path: Path) -> None:
    path = saved(full(mixed()), tmp_path)
    book = openpyxl.load_workbook(path)
    found = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == HOSTILE
    ]
    assert found
    assert {cell.data_type for cell in found} == {"s"}


def test_the_same_costing_gives_the_same_bytes() -> None:
    one, other = io.BytesIO(), io.BytesIO()
    write_workbook(full(mixed()), one)
    write_workbook(full(mixed()), other)
    assert one.getvalue() == other.getvalue()
