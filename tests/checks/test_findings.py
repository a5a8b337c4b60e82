from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.posts import CHIEF_EXECUTIVE, DAY, DIRECTOR, case, faults, report_on, unusable, write
from xl_vsm import check
from xl_vsm.checks.cannot import CannotCheck, NothingToCheck
from xl_vsm.checks.compare import same_money, same_rate
from xl_vsm.findings import FailOn, Finding, address, summarise
from xl_vsm.parameters.tables import KINDS
from xl_vsm.rules import OrganisationType, Role
from xl_vsm.sheets.fields import FIELDS, column_field


@pytest.mark.parametrize(
    ("sheet", "cell", "text"),
    [
        ("Pay", "H14", "Pay!H14"),
        ("Board pay", "H14", "'Board pay'!H14"),
        ("2025", "A1", "'2025'!A1"),
        ("Pay_25", "A1", "Pay_25!A1"),
        ("Trust's", "A1", "'Trust''s'!A1"),
        ("Pay", None, "Pay"),
        (None, None, "the workbook"),
        (None, "B2", "B2"),
    ],
)
def test_an_address_as_excel_writes_it(sheet: str | None, cell: str | None, text: str) -> None:
    assert address(sheet, cell) == text


def test_a_message_without_its_address(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"pension_tier": 5})
    found = report.findings[0]
    assert found.message == f"Pay!{found.cell} {found.text}"
    assert found.text.startswith("pension tier is 5")


@pytest.mark.parametrize(
    ("post", "codes"),
    [
        (DIRECTOR, (0, 0, 1, 0)),
        (DIRECTOR | {"band": "B"}, (0, 1, 1, 0)),
        (DIRECTOR | {"pension_tier": 5}, (1, 1, 1, 0)),
    ],
)
def test_exit_codes(tmp_path: Path, post: dict[str, object], codes: tuple[int, ...]) -> None:
    report, _ = report_on(tmp_path, post)
    levels: tuple[FailOn, ...] = ("error", "warning", "note", "never")
    assert tuple(report.exit_code(level) for level in levels) == codes


def test_findings_stand_in_the_order_of_reading(tmp_path: Path) -> None:
    bad = {"band": "B", "pension_tier": 5, "paybill": 1, "employer_pension": 1}
    report, book = report_on(tmp_path, DIRECTOR | bad, DIRECTOR | bad | {"reference": "1002"})
    order = ["band", "pension_tier", "employer_pension", "paybill"]
    assert [cell for _, cell in faults(report)] == [
        book.cell(field, post) for post in (0, 1) for field in order
    ]
    assert report.findings[-1].code == "BND001"


def test_several_workbooks_in_one_report(tmp_path: Path) -> None:
    one = write(tmp_path, DIRECTOR, name="one.xlsx").path
    two = write(tmp_path, CHIEF_EXECUTIVE, DIRECTOR, name="two.xlsx").path
    report = check([one, str(two), tmp_path / "gone.xlsx"])
    assert [w.rows for w in report.workbooks] == [1, 2, 0]
    assert report.summary == summarise(report.workbooks)
    assert (report.summary.workbooks, report.summary.rows) == (3, 3)
    assert report.findings == tuple(f for w in report.workbooks for f in w.findings)
    assert report.exit_code("never") == 2
    names = [each.name for each in report.parameters.used]
    assert len(names) == len(set(names))
    assert set(names) <= set(KINDS)


def test_a_hidden_cell_is_said_to_be(tmp_path: Path) -> None:
    book = write(tmp_path, DIRECTOR | {"pension_tier": 5})
    made = openpyxl.load_workbook(book.path)
    made["Pay"].row_dimensions[6].hidden = True
    made.save(book.path)
    made.close()
    found: Finding = check(book.path, effective=DAY).findings[0]
    assert (found.cell, found.hidden) == (book.cell("pension_tier"), True)


@given(st.decimals(0, 1_000_000, places=4), st.decimals(-1, 1, places=4))
def test_amounts_agree_to_the_penny(due: Decimal, apart: Decimal) -> None:
    assert same_money(due + apart, due) == (abs(apart) <= Decimal("0.005"))
    assert same_rate(due + apart, due) == (abs(apart) <= Decimal("0.000001"))


def test_a_case_tells_what_it_knows() -> None:
    post = {"post": "Chief Executive", "salary": 195_000, "contract": "Medical", "fte": 1}
    asked = case(post | {"turnover": unusable("blank")})
    assert asked.role() is Role.CHIEF_EXECUTIVE
    assert asked.organisation_type() is OrganisationType.TRUST
    assert asked.size() == 512_400_000
    assert asked.medical_contract()
    assert asked.has("salary")
    assert not asked.has("turnover")
    assert not asked.has("band")
    with pytest.raises(NothingToCheck):
        asked.entry("band")
    with pytest.raises(CannotCheck, match="does not state the pensionable pay"):
        asked.fact("pensionable_pay", str)
    assert asked.fact_or("pensionable_pay", str, "none") == "none"


@pytest.mark.parametrize(
    ("state", "raw", "says"),
    [
        ("blank", "", "the turnover is blank"),
        ("not applicable", "n/a", "the turnover says 'n/a'"),
        ("not calculated", "", "is a formula that no spreadsheet program has calculated yet"),
        ("error value", "#REF!", "the turnover shows #REF!"),
        ("unreadable", "large", "the turnover cannot be read: 'large'"),
    ],
)
def test_why_a_fact_is_not_there(state: str, raw: str, says: str) -> None:
    post = {"post": "Chief Executive", "turnover": unusable(state, raw)}
    with pytest.raises(CannotCheck) as refused:
        case(post, {"organisation_type": "trust"}).size()
    assert says in refused.value.reason
    assert refused.value.cell == "B5"


MORE = ("approval", "approval_reference", "left", "premium_end", "premium_extended", "turnover")


@pytest.mark.parametrize("field", [*DIRECTOR, *MORE])
def test_a_label_heads_its_own_column(field: str) -> None:
    meant = column_field(FIELDS[field].label)
    assert meant is not None
    assert meant.name == field
