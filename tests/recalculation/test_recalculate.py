"""Ordinary formulas worked out afresh by LibreOffice and compared with what is stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import xl_vsm
from tests.checks.formulas.files import write
from tests.conftest import ROOT
from tests.posts import only, reasons
from tests.replay.books import DAY, F, book
from xl_vsm.cli import main
from xl_vsm.findings import Report
from xl_vsm.parameters import Parameters
from xl_vsm.recalculation import recalculate
from xl_vsm.sheets.cells import Book, ExcelTable

pytestmark = pytest.mark.libreoffice
CODE = "WBK304"


def post(**facts: Any) -> dict[str, Any]:
    return {"post": "Director", "salary": 125_000, "fte": 0.6, **facts}


def checked(path: Path) -> Report:
    return xl_vsm.check(path, recalculate=True)


def test_a_stored_value_that_its_formula_does_not_give(tmp_path: Path) -> None:
    right = {"actual_pay": F("={salary}{row}*{fte}{row}", 75_000)}
    forged = {"actual_pay": F("={salary}{row}*{fte}{row}", 99_000)}
    path = write(tmp_path / "pay.xlsx", post(**right), post(**forged), post(**right))
    before = path.read_bytes()
    found = only(checked(path), CODE)
    assert (found.severity, found.cell, found.field) == ("warning", "D8", "actual_pay")
    assert (found.stated, found.expected) == ("99000", "75000")
    assert "comes to 75000 in LibreOffice" in found.message
    assert path.read_bytes() == before
    # It is asked for; nothing of it is done otherwise.
    plain = xl_vsm.check(path)
    assert CODE not in {each.code for each in plain.findings}
    assert reasons(plain, CODE) == []


def test_what_cannot_be_verified_is_called_so(tmp_path: Path) -> None:
    made = [
        post(actual_pay=F("={salary}{row}*{fte}{row}", 75_000)),
        post(actual_pay=F("={salary}{row}*YEAR(TODAY())", 1)),
        post(actual_pay=F("=[1]Old!A1", 2)),
        post(actual_pay=F("=D8*2", 3)),
        post(actual_pay=F("=NO_SUCH_FUNCTION(A1)", 4)),
    ]
    report = checked(write(tmp_path / "pay.xlsx", *made))
    assert CODE not in {each.code for each in report.findings}
    said = reasons(report, CODE)
    assert all(reason.startswith("unverified: ") for reason in said)
    for words in (
        "TODAY answers",
        "outside the workbook",
        "rests on Pay!D8",
        "LibreOffice gives #",
    ):
        assert any(words in reason for reason in said), words
    assert len(said) == 4


def test_our_own_functions_are_answered_here_and_their_sums_there(tmp_path: Path) -> None:
    rate = F("=_xldudf_NHS_PENSION_RATE({salary}{row},{day})", 0.107)  # 12.5% is right
    amount = F("={salary}{row}*{pension_rate}{row}", 13_375)
    path = write(tmp_path / "pay.xlsx", post(pension_rate=rate, pension_contribution=amount))
    found = only(checked(path), CODE)
    assert found.cell == "E7"
    assert found.expected == "15625"
    unanswered = F("=NHS_PENSION_RATE(SUM({salary}{row}),{day})", 0.125)
    report = checked(write(path, post(pension_rate=unanswered, pension_contribution=amount)))
    assert any("rests on Pay!D7" in reason for reason in reasons(report, CODE))


@pytest.mark.parametrize("name", ["afc_2025_26", "trust_board_pay_faults"])
def test_the_examples_are_what_their_formulas_give(name: str) -> None:
    report = checked(ROOT / "workbooks" / "examples" / f"{name}.xlsx")
    assert CODE not in {each.code for each in report.findings}
    assert reasons(report, CODE) == []


def test_every_kind_of_cell_comes_back_as_it_was() -> None:
    table = ExcelTable("Posts", "Pay", "E1:F3", ("Post", "Salary"))
    made = book(
        {
            "A1": 1.5, "A2": "text", "A3": True, "A4": date(2025, 9, 30), "A5": "#N/A",
            "A6": "=not a formula", "A7": "#VSM! no pay",
            "B1": F("=A1*2", 3), "B2": F('=A2&"!"', "text!"), "B3": F("=NOT(A3)", False),
            "B4": F("=A4+1", 45_931), "B5": F("=IFERROR(A5,7)", 7),
            "B6": F("=LEFT(A6,4)", "=not"), "B7": F("=A1:A1*{1;2}", 1.5, "B7:B8"), "B8": 3,
            "C1": F("=Size*2", 20), "C2": F("='It''s ours'!A1", 10), "C3": F("=Own", 1.5),
            "C4": F("=SUM(Posts[Salary])", 30), "C5": F("=_xlfn.IFNA(A5,4)", 4),
            "E1": "Post", "F1": "Salary", "E2": "a", "F2": 10, "E3": "b", "F3": 20,
        },
        {"It's ours": {"A1": 10}},
        {"Size": "'It''s ours'!$A$1", "Pay!Own": "Pay!$A$1", "_xlnm.Print_Area": "Pay!$A$1"},
        (table,),
    )  # fmt: skip
    found = recalculate(made, Parameters(DAY))
    assert found.failed == ""
    assert found.doubts == {}
    grid = found.cells.sheets[0]
    for row in made.sheets[0].cells.values():
        for cell in row.values():
            again = grid.at(cell.row, cell.column)
            if not isinstance(cell.value, date):
                assert (again.value, again.error) == (cell.value, cell.error), cell.address
    assert isinstance(found.cells, Book)


def test_by_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = post(actual_pay=F("={salary}{row}*{fte}{row}", 99_000))
    path = write(tmp_path / "pay.xlsx", wrong)
    assert main(["check", str(path), "--recalculate", "--fail-on", "warning"]) == 1
    assert CODE in capsys.readouterr().out
    main(["check", str(path), "--fail-on", "never"])
    assert CODE not in capsys.readouterr().out
