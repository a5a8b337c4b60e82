"""The workbook of arrears, worked out again by LibreOffice from nothing but its formulas."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from tests.committee.costing.conftest import board
from tests.committee.costing.office import differences, errors, formulas, recalculated
from xl_vsm.committee.arrears import ArrearsResult, arrears_paper, as_paper, write_workbook
from xl_vsm.committee.arrears.model import Amounts
from xl_vsm.committee.checked import Checked

THEN = date(2025, 5, 1)
POSTS = st.lists(
    st.fixed_dictionaries(
        {
            "salary": st.decimals(20_000, 260_000, places=2),
            "fte": st.decimals("0.05", 1, places=2),
            "appointed": st.dates(date(2015, 1, 1), date(2025, 9, 30)),
            "objectives_met": st.sampled_from(["yes", "no"]),
        }
    ),
    min_size=1,
    max_size=5,
)


def of(checked: Checked, **asked: Any) -> ArrearsResult:
    months = {"first": date(2025, 4, 1), "last": date(2025, 8, 31), "known_then": THEN}
    return arrears_paper(checked, **(months | asked))


def saved(found: ArrearsResult, folder: Path) -> Path:
    path = folder / "arrears.xlsx"
    with path.open("wb") as out:
        write_workbook(found, out)
    return path


@given(POSTS)
@settings(max_examples=25)
def test_posts_months_and_all_together_agree_to_the_penny(posts: list[dict[str, Any]]) -> None:
    found = of(board(*posts))
    by_post = Amounts.sum(found.of_post(each) for each in found.posts)
    by_month = Amounts.sum(found.of_month(each.month) for each in found.months)
    assert by_post == by_month == found.total
    assert found.total.pension == sum(
        (line.contribution.arrears for line in found.lines if line.contribution), start=0
    )
    for line in found.lines:
        assert line.pay_now >= line.pay_then


@pytest.mark.libreoffice
def test_every_formula_comes_to_what_python_worked_out(trust: Checked, tmp_path: Path) -> None:
    path = saved(of(trust), tmp_path)
    again = recalculated(path, tmp_path / "again")
    assert len(list(formulas(path))) > 900
    assert differences(path, again) == []
    assert errors(again) == []
    assert _passed(again) == "yes"


@pytest.mark.libreoffice
@pytest.mark.parametrize("award", [True, False])
def test_tiers_change_months_are_part_and_some_are_in_no_scheme(
    award: bool, tmp_path: Path
) -> None:
    posts = (
        {"salary": 129_000, "fte": 0.5},
        {"salary": 127_000, "fte": 0.5, "appointed": date(2025, 5, 16)},
        {"salary": 101_234.56, "fte": 0.33, "left": date(2025, 10, 9)},
        {"pensionable_pay": 0},
    )
    path = saved(of(board(*posts), award=award), tmp_path)
    again = recalculated(path, tmp_path / "again")
    assert differences(path, again) == []
    assert errors(again) == []


@pytest.mark.libreoffice
def test_a_wrong_figure_typed_in_is_seen_by_the_checks(tmp_path: Path) -> None:
    def type_over(book: Workbook) -> None:
        sheet = book["Months"]
        heads = {cell.value: cell for row in sheet.iter_rows(max_row=12) for cell in row}
        column = heads["Contribution taken"].column
        row = heads["Contribution taken"].row + 2
        assert str(sheet.cell(row, column).value).startswith("=")
        sheet.cell(row, column).value = 1

    again = recalculated(saved(of(board({})), tmp_path), tmp_path / "again", type_over)
    assert _passed(again) == "NO: see Checks"


@pytest.mark.libreoffice
def test_nobody_is_owed_anything(tmp_path: Path) -> None:
    path = saved(of(board({"contract": "Agenda for Change"})), tmp_path)
    again = recalculated(path, tmp_path / "again")
    assert differences(path, again) == []
    assert errors(again) == []


def _passed(book: Workbook) -> Any:
    rows = book["Summary"].iter_rows()
    return next(row[1].value for row in rows if row[0].value == "Every sum agrees to the penny")


def test_the_paper_has_the_same_totals_and_the_banner_of_a_transcribed_table(
    trust: Checked,
) -> None:
    found = of(trust)
    paper = as_paper(found)
    by_post = next(each for each in paper.sections if each.heading == "By post").blocks[0]
    totals = by_post.totals()  # type: ignore[union-attr]
    assert totals[3] == found.total.pay
    assert totals[6] == found.total.pension
    assert any("TRANSCRIBED: annual award" in each for each in paper.opening.banners)
    assert {note.title for note in paper.notes} >= {"contribution tier", "contribution", "award"}
