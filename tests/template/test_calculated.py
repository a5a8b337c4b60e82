"""The template in a spreadsheet program: LibreOffice calculates it, with these functions in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import udfs
import xl_vsm
from tests.template.filling import POSTS, TRUST, changed, filled
from tests.template.office import all_converted
from xl_vsm.template import template
from xl_vsm.template.columns import COLUMNS
from xl_vsm.template.places import CHECKS, FIRST, PAY, START, TOTALS, letters
from xl_vsm.template.words import NOT_LOADED

pytestmark = pytest.mark.libreoffice


def _values(path: Path) -> dict[tuple[str, str], Any]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


class Calculated:
    """A filled-in template, calculated."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values = _values(path)

    def pay(self, key: str, post: int) -> Any:
        """Return what stands in a column for a post, counted from 1."""
        return self.values.get((PAY, f"{letters(key)}{FIRST + post - 1}"))

    def total(self, key: str) -> Any:
        return self.values.get((PAY, f"{letters(key)}{TOTALS}"))

    def found(self) -> dict[str, int]:
        """Return what each check counts, where it counts anything."""
        lines = {place: value for (sheet, place), value in self.values.items() if sheet == CHECKS}
        return {
            lines[f"A{place[1:]}"]: value
            for place, value in lines.items()
            if place.startswith("C") and isinstance(value, int | float) and value
        }


def _faults(path: Path) -> Path:
    posts = changed(1, payroll_contribution="17,000 pa")
    posts[2] |= {"appointed": "1 April 2021", "role": "director of fun"}
    posts[4] |= {
        "reference": "V01",
        "premium_ground": "exceptional performance",
        "premium_rate": 0.12,
        "payroll_contribution": 15_000,
    }
    posts.append({})
    posts.append({**POSTS[0], "reference": "V07", "fte": None, "premium_start": 2025})
    trust = {**TRUST, "Weighted_population": 900_000, "Effective_date": date(2025, 9, 30)}
    return filled(path, posts, trust)


def _missing(path: Path) -> Path:
    posts = changed(1, pensionable_pay=None)
    posts[0] |= {"premium_rate": 0.05, "performance_management": None}
    posts[2] |= {"objectives_met": None}
    posts[3] |= {"objectives_met": None}
    posts[4] |= {"fte": None}
    posts.append({"reference": "V06", "post": "Chief Digital Officer", "pensionable_pay": 50_000})
    return filled(path, posts)


def _blanks(path: Path) -> Path:
    # The shim sends a blank cell as 0, as some versions of Excel do.
    posts = changed(1, premium_rate=None)
    posts[0] |= {"performance_management": None}
    posts[2] |= {"role": None}
    trust = {**TRUST, "Segment": None, "Recovery_support": None}
    return filled(path, posts, trust)


def _text(path: Path) -> Path:
    # LibreOffice gives its macros no range with an error in it, so here the functions are left out.
    posts = changed(1, salary="about 136,000")
    posts[2] |= {"pensionable_pay": "n/a"}
    return filled(path, posts)


def _unfilled(path: Path) -> Path:
    path.write_bytes(template())
    return path


WITH = {"right": filled, "faults": _faults, "missing": _missing, "blanks": _blanks}
WITHOUT = {"text": _text, "unfilled": _unfilled}
"""The workbooks that LibreOffice is given, by whether this package's functions are there."""


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Calculated]:
    """Give each workbook by its name, calculated: those of a kind in one start of LibreOffice."""
    found = {}
    for made, functions in ((WITH, True), (WITHOUT, False)):
        folder = tmp_path_factory.mktemp("calculated")
        paths = [make(folder / f"{name}.xlsx") for name, make in made.items()]
        out = all_converted(paths, folder, "xlsx", functions=functions)
        found |= {name: Calculated(out / f"{name}.xlsx") for name in made}
    return found


def test_a_template_filled_in_rightly(calculated: Mapping[str, Calculated], tmp_path: Path) -> None:
    done = calculated["right"]
    day = TRUST["Effective_date"]
    for place, post in enumerate(POSTS, 1):
        actual = post["salary"] * post["fte"]
        assert done.pay("actual_pay", place) == pytest.approx(actual)
        if post["pensionable_pay"]:
            due = udfs.NHS_PENSION_CONTRIBUTION(post["pensionable_pay"], day)
            assert done.pay("pension_contribution", place) == pytest.approx(due)
            assert done.pay("pension_rate", place) == 0.125
    assert done.pay("award_outcome", 3) == "withhold"
    assert done.pay("premium_amount", 2) == 6_800
    assert done.pay("non_pensionable_pay", 2) == 6_800
    assert done.pay("paybill", 2) == pytest.approx(udfs.NHS_PAYBILL(136_000, 6_800, day))
    assert done.pay("payroll_difference", 2) == 0
    assert (done.pay("position", 4), done.pay("award_amount", 4)) == ("n/a", "n/a")
    assert str(done.pay("position", 1)).endswith("(illustrative)")
    awards = [done.pay("award_amount", n) for n in (1, 2, 3, 5)]
    assert done.total("award_amount") == pytest.approx(sum(awards)) == 14_462.5
    assert done.total("actual_pay") == pytest.approx(692_800)
    assert all(done.pay(column.key, len(POSTS) + 1) is None for column in COLUMNS)
    assert done.values[START, "B5"].startswith("xl_vsm ")
    assert done.values[START, "B18"] == "C (illustrative)"
    assert done.values[START, "B6"].startswith("Every check is passed.")
    assert done.found() == {
        "Posts on a medical contract": 1,
        "Answers that rest on made-up pay ranges": 8,
    }
    report = xl_vsm.check(done.path)
    assert [finding.code for finding in report.findings] == ["BND001"]
    assert report.summary.rows == len(POSTS)
    _a_wrong_figure_is_found(done.path, tmp_path / "wrong.xlsx")


def _a_wrong_figure_is_found(path: Path, wrong: Path) -> None:
    book = openpyxl.load_workbook(path, data_only=True)
    book[PAY][f"{letters('pension_contribution')}{FIRST}"] = 23_000
    book[PAY][f"{letters('approval')}{FIRST}"] = "remuneration committee"
    book[PAY][f"{letters('approval_reference')}{FIRST}"] = None
    book.save(wrong)
    found = [(f.code, f.cell) for f in xl_vsm.check(wrong).findings if f.severity == "error"]
    assert sorted(found) == [
        ("APR101", f"{letters('approval')}{FIRST}"),
        ("PEN103", f"{letters('pension_contribution')}{FIRST}"),
    ]


def test_faults_cannot_be_missed(calculated: Mapping[str, Calculated]) -> None:
    done = calculated["faults"]
    assert done.total("premium_amount") == "No total: 2 left out"
    assert done.total("pensionable_pay") == pytest.approx(735_800)
    assert done.pay("premium_amount", 5).startswith("#VSM! rate is 12%: over the 10% limit")
    assert done.pay("position", 2).startswith("#VSM! size must be a number, not 'fill in only")
    assert done.pay("payroll_difference", 2) == "#VALUE!"
    assert done.values[START, "B17"] == "fill in only one of the two"
    found = done.found()
    due = {
        "One size is filled in: turnover, or weighted population": 1,
        "The size is the one for the organisation type": 1,
        "Date appointed: every entry is one of Excel's dates, not text": 1,
        "Premium start: every entry is one of Excel's dates, not text": 1,
        "Deducted by payroll: every entry is one of Excel's numbers, not text": 1,
        "Role: every entry is on its list": 1,
        "Every post reference stands once": 2,
        "Premium ground: filled in wherever there is a premium start": 1,
        "WTE: filled in wherever there is a salary": 1,
        "No row is left blank between posts": 1,
        "Premium amount: no answer is an error": 1,
        "Payroll less due: no answer is an error": 1,
        "Posts for which payroll deducts another amount than is due": 1,
    }
    assert due.items() <= found.items()
    # Without a size there is no position; a post on a medical contract has none anyway.
    assert found["Position in range: no answer is an error"] == 5
    assert "put right" in done.values[START, "B6"]
    codes = {(f.code, f.cell) for f in xl_vsm.check(done.path).findings}
    assert {
        ("WBK105", f"{letters('role')}{FIRST + 2}"),
        ("WBK106", f"{letters('reference')}{FIRST + 4}"),
    } <= codes


def test_a_missing_fact_leaves_no_total(calculated: Mapping[str, Calculated]) -> None:
    done = calculated["missing"]
    totals = {column.key: done.total(column.key) for column in COLUMNS if column.total}
    # In V03 the award is open, in V04 it is not the VSM one; V04 is not in the pension scheme.
    assert totals == {
        key: f"No total: {left_out} left out"
        for key, left_out in {
            "actual_pay": 2,
            "premium_amount": 1,
            "award_amount": 4,
            "pensionable_pay": 1,
            "pension_contribution": 1,
            "paybill": 3,
        }.items()
    }
    assert [done.pay("award_amount", n) for n in (3, 4)] == [None, "n/a"]
    assert [done.pay("pension_contribution", n) for n in (2, 4)] == [None, None]
    assert done.found()["Premium ground: filled in wherever there is a premium rate"] == 1


def test_a_blank_cell_is_not_taken_for_0(calculated: Mapping[str, Calculated]) -> None:
    done = calculated["blanks"]
    assert done.total("premium_amount") == done.pay("premium_amount", 2) == 13_600
    blank = "is blank and must be given"
    assert done.pay("award_outcome", 1) == f"#VSM! performance_management {blank}"
    assert done.pay("position", 3) == f"#VSM! role {blank}"
    day, appointed = TRUST["Effective_date"], POSTS[1]["appointed"]
    open_yet = udfs.VSM_WITHHOLD(None, "Yes", "No", appointed, day, None)
    assert done.pay("award_outcome", 2) == open_yet == "committee decision"


def test_a_salary_typed_as_text_leaves_no_total(calculated: Mapping[str, Calculated]) -> None:
    done = calculated["text"]
    assert [done.pay("actual_pay", n) for n in (1, 2, 5, 6)] == [188_000, "#VALUE!", 121_000, None]
    assert done.total("actual_pay") == "No total: 1 left out"
    assert done.total("pensionable_pay") == "No total: 1 left out"
    found = done.found()
    assert found["Salary (full time): every entry is one of Excel's numbers, not text"] == 1
    assert found["Actual pay: no answer is an error"] == 1
    assert found["The worksheet functions answer"] == 1
    assert ("WBK101", f"{letters('salary')}{FIRST + 1}") in {
        (f.code, f.cell) for f in xl_vsm.check(done.path).findings
    }


def test_without_the_functions_it_says_so_and_shows_no_wrong_answer(
    calculated: Mapping[str, Calculated], tmp_path: Path
) -> None:
    stored = _values(_unfilled(tmp_path / "unfilled.xlsx"))
    again = calculated["unfilled"].values
    assert stored[START, "B5"] == NOT_LOADED
    assert again == stored
    assert not any(str(value).startswith("#N") for place, value in again.items() if place[0] == PAY)
