from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import udfs
import xl_vsm
from tests.checks.formulas.files import FIRST, write
from tests.checks.published import published_ranges
from tests.conftest import ROOT
from tests.posts import DAY, only, reasons
from tests.replay.books import F
from tests.replay.test_names import SPELLINGS
from xl_vsm.findings import Report

POST: dict[str, Any] = {"reference": "1001", "post": "Director of Finance", "role": "director"}
PAY = {"salary": 130_000, "pensionable_pay": 130_000}
RATE = "=NHS_PENSION_RATE({pensionable_pay}{row},{day})"


def of(report: Report, code: str = "WBK301") -> list[str | None]:
    return [found.cell for found in report.findings if found.code == code]


def test_a_forged_answer_is_an_error_with_its_cell_and_post(tmp_path: Path) -> None:
    # In a column that is not read: no other check looks at it.
    forged = F("=NHS_PENSION_CONTRIBUTION(E7,$B$4)", 15_250)
    report = xl_vsm.check(write(tmp_path / "pay.xlsx", POST | PAY, extra={"J7": forged}))
    found = only(report, "WBK301")
    assert (found.severity, found.sheet, found.cell, found.row_key) == (
        "error",
        "Pay",
        "J7",
        "1001",
    )
    assert (found.stated, found.expected) == ("15250", "16250")
    assert found.message == (
        "Pay!J7 shows 15250, but NHS_PENSION_CONTRIBUTION gives 16250 for the cells that its"
        " formula refers to: recalculate the workbook (Ctrl+Alt+F9); a figure that stays was put"
        " there by hand"
    )
    assert found.source is not None
    assert found.help_url.endswith("#wbk301")
    assert report.exit_code() == 1
    used = {each.name for each in report.parameters.used}
    assert "member-contribution-tiers" in used


@pytest.mark.parametrize("stored", SPELLINGS)
def test_every_stored_spelling_from_a_real_file(tmp_path: Path, stored: str) -> None:
    for answer, found in (("C (illustrative)", []), ("B (illustrative)", ["C7"])):
        band = F(f"={stored}({{organisation_type}},{{turnover}},{{day}})", answer)
        post = {"post": "Director of Finance", "salary": 130_000, "band": band}
        assert of(xl_vsm.check(write(tmp_path / "pay.xlsx", post))) == found


def test_what_rests_on_made_up_ranges_is_no_error(tmp_path: Path) -> None:
    band = F("=VSM_BAND({organisation_type},{turnover},{day})", "B")
    path = write(tmp_path / "pay.xlsx", POST | PAY | {"band": band})
    found = only(xl_vsm.check(path), "WBK301")
    assert (found.severity, found.illustrative, found.field) == ("warning", True, "band")
    published = only(xl_vsm.check(path, store=published_ranges(tmp_path)), "WBK301")
    assert (published.severity, published.illustrative) == ("error", False)
    assert published.expected == "C"


def test_an_answer_by_a_table_since_replaced_is_a_warning(tmp_path: Path) -> None:
    post = POST | {"salary": 64_000, "pensionable_pay": 64_000, "pension_rate": F(RATE, 0.125)}
    path = write(tmp_path / "pay.xlsx", post)
    found = only(xl_vsm.check(path), "WBK301")
    assert found.severity == "warning"
    assert "that is right by what had been published by" in found.message
    assert of(xl_vsm.check(path, known=date(2025, 6, 1))) == []


def test_a_formula_that_cannot_be_answered_again_is_not_checked(tmp_path: Path) -> None:
    rate = F("=NHS_PENSION_RATE(SUM({pensionable_pay}{row}),{day})", 0.125)
    report = xl_vsm.check(write(tmp_path / "pay.xlsx", *[POST | PAY | {"pension_rate": rate}] * 3))
    assert of(report) == []
    assert reasons(report, "WBK301") == [
        "SUM in the formula is not worked out here; so in 2 more of column F"
    ]


def test_the_ready_made_workbook_agrees() -> None:
    report = xl_vsm.check(ROOT / "install" / "classic" / "xl_vsm.xlsm")
    assert of(report) == []
    assert reasons(report, "WBK301") == ["VSM_STATUS tells of the release that answered it"]


@pytest.mark.parametrize("name", ["afc_2025_26", "trust_board_pay", "icb_pay"])
def test_the_examples_have_nothing_to_say_of_their_formulas(name: str) -> None:
    report = xl_vsm.check(ROOT / "workbooks" / "examples" / f"{name}.xlsx")
    assert [f for f in report.findings if f.code.startswith("WBK3")] == []


amounts = st.integers(20_000, 250_000)
ANSWERS = {
    "pension_tier": ("=NHS_PENSION_TIER({pensionable_pay}{row},{day})", udfs.NHS_PENSION_TIER),
    "pension_rate": (RATE, udfs.NHS_PENSION_RATE),
    "pension_contribution": (
        '=IF({pensionable_pay}{row}="","",NHS_PENSION_CONTRIBUTION({pensionable_pay}{row},{day}))',
        udfs.NHS_PENSION_CONTRIBUTION,
    ),
    "paybill": ("=_xldudf_XLWINGS_NHS_PAYBILL({pensionable_pay}{row},,{day})", udfs.NHS_PAYBILL),
}


def posts(pay: list[int]) -> list[dict[str, Any]]:
    made = []
    for number, amount in enumerate(pay):
        post: dict[str, Any] = {
            "reference": str(number),
            "post": "Director",
            "pensionable_pay": amount,
        }
        for name, (formula, function) in ANSWERS.items():
            asked = (amount, None, DAY) if name == "paybill" else (amount, DAY)
            post[name] = F(formula, function(*asked))
        made.append(post)
    return made


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pay=st.lists(amounts, min_size=1, max_size=12), data=st.data())
def test_changing_any_one_stored_answer_gives_exactly_one_finding(
    tmp_path: Path, pay: list[int], data: st.DataObject
) -> None:
    right = posts(pay)
    path = write(tmp_path / "pay.xlsx", *right)
    assert of(xl_vsm.check(path)) == []
    place = data.draw(st.integers(0, len(pay) - 1))
    name = data.draw(st.sampled_from(sorted(ANSWERS)))
    was = right[place][name]
    other = data.draw(
        st.sampled_from([0, -1, was.stored + 1, was.stored * 2, "none", "#N/A", True])
    )
    right[place][name] = F(was.text, other)
    column = chr(65 + list(right[0]).index(name))
    assert of(xl_vsm.check(write(path, *right))) == [f"{column}{FIRST + place}"]
