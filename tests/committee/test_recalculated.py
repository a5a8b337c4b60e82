"""Every document's formulas and totals, worked out again by LibreOffice in one start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook as NewBook
from openpyxl.workbook import Workbook

from tests.committee.costing.conftest import board, full, mixed
from tests.committee.office import Change, Recalculated, differences, errors, recalculated
from xl_vsm.committee import KINDS, Checked, settings_of
from xl_vsm.committee.arrears import arrears_paper
from xl_vsm.committee.arrears import write_workbook as write_arrears
from xl_vsm.committee.costing import Group, Scenario, costing, write_workbook
from xl_vsm.rules.money import pounds

THEN = date(2025, 5, 1)
SETTINGS = settings_of(
    posts=("1001", "1011"),
    workforce="£27,500 £36,000 £47,250",
    scenarios=("Higher: award 4%, ranges 3%, premium 20%", "None: award 0%"),
    multipliers="1.05 1.31",
    first="2025-04",
    last="2025-08",
    known_then=THEN,
)
PARTS = (
    {"salary": 129_000, "fte": 0.5},
    {"salary": 127_000, "fte": 0.5, "appointed": date(2025, 5, 16)},
    {"salary": 101_234.56, "fte": 0.33, "left": date(2025, 10, 9)},
    {"pensionable_pay": 0},
)
ALTERED = costing(
    board({}, {"salary": 110_000, "objectives_met": "no"}, {"salary": 123_456.78, "fte": 0.37}),
    scenarios=(Scenario("Four", Decimal("0.04")),),
)
NOBODY = {"contract": "Agenda for Change"}


@dataclass(frozen=True)
class Again:
    """What was written, and what LibreOffice made of it."""

    written: dict[str, Path]
    worked_out: dict[str, Recalculated]
    printed: list[str]


def owed(of: Checked, out: BytesIO, *, award: bool = True) -> None:
    months = {"first": date(2025, 4, 1), "last": date(2025, 8, 31), "known_then": THEN}
    write_arrears(arrears_paper(of, **months, award=award), out)  # type: ignore[arg-type]


def nothing(_: Workbook) -> None:
    """Change nothing."""


def four_per_cent(book: Workbook) -> None:
    cell(book, "Assumptions", "Award for 2025/26, consolidated").value = 0.04


def pay_all(book: Workbook) -> None:
    for row in book["Posts"].iter_rows():
        for each in row:
            if each.value == "withheld":
                each.value = "to be paid"


def type_over(book: Workbook) -> None:
    sheet = book["Months"]
    heads = {each.value: each for row in sheet.iter_rows(max_row=12) for each in row}
    head = next(each for text, each in heads.items() if str(text).startswith("Contribution taken"))
    typed = sheet.cell(head.row + 2, head.column)
    assert str(typed.value).startswith("=")
    typed.value = 1


def documents(trust: Checked) -> dict[str, tuple[Callable[[BytesIO], None], Change]]:
    """Return every kind of workbook: what writes it, and what is changed before it is opened."""
    altered = lambda out: write_workbook(ALTERED, out)  # noqa: E731 - one of a table of writers
    found: dict[str, tuple[Callable[[BytesIO], None], Change]] = {
        f"trust {kind}": (
            lambda out, kind=kind: KINDS[kind].write(trust, SETTINGS, "xlsx", out),
            nothing,
        )
        for kind in ("costing", "arrears")
    }
    pending = board({}, {"salary": 110_000}, effective=date(2026, 6, 1))
    return found | {
        "costing of every kind": (lambda out: write_workbook(full(mixed()), out), nothing),
        "costing of none": (lambda out: write_workbook(full(board(NOBODY)), out), nothing),
        "costing pending": (lambda out: write_workbook(full(pending), out), nothing),
        "costing at four": (altered, four_per_cent),
        "costing paid": (altered, pay_all),
        "arrears in parts": (lambda out: owed(board(*PARTS), out), nothing),
        "arrears of a table": (lambda out: owed(board(*PARTS), out, award=False), nothing),
        "arrears typed over": (lambda out: owed(board({}), out), type_over),
        "arrears of none": (lambda out: owed(board(NOBODY), out), nothing),
    }


CHANGED = ("costing at four", "costing paid", "arrears typed over")


@pytest.fixture(scope="module")
def again(trust: Checked, tmp_path_factory: pytest.TempPathFactory) -> Again:
    folder = tmp_path_factory.mktemp("again")
    written: dict[str, Path] = {}
    books: dict[str, tuple[Path, Change]] = {}
    for name, (write, change) in documents(trust).items():
        written[name] = folder / f"{name}.xlsx"
        with written[name].open("wb") as out:
            write(out)  # type: ignore[arg-type]
        books[name] = (written[name], change)
    sums, printed = sums_of_word(trust)
    sums.save(folder / "word.xlsx")
    books["word"] = (folder / "word.xlsx", nothing)
    return Again(written, recalculated(books, folder / "work"), printed)


def sums_of_word(trust: Checked) -> tuple[Workbook, list[str]]:
    """Return a workbook that adds up the columns of Word documents, and what they print for it."""
    book = NewBook()
    sheet = book.active
    assert sheet is not None
    printed: list[str] = []
    for kind in ("costing", "arrears"):
        out = BytesIO()
        KINDS[kind].write(trust, SETTINGS, "docx", out)
        for table in Document(out).tables:
            rows = [[each.text for each in row.cells] for row in table.rows]
            if rows[-1][0] not in ("Total", "Posts with the award"):
                continue
            for column, total in enumerate(rows[-1]):
                if total.startswith(("£", "-£")):
                    amounts = [amount(row[column]) for row in rows[1:-1]]
                    sheet.append([0, *amounts])
                    last = sheet.cell(sheet.max_row, len(amounts) + 1).coordinate
                    sheet.cell(sheet.max_row, 1).value = f"=SUM(B{sheet.max_row}:{last})"
                    printed.append(total.partition(" (")[0])
    return book, printed


def amount(text: str) -> float | None:
    plain = text.partition(" (")[0].replace("£", "").replace(",", "")
    return float(plain) if plain.lstrip("-").replace(".", "").isdigit() else None


@pytest.mark.libreoffice
def test_every_formula_of_every_workbook_comes_to_what_python_worked_out(again: Again) -> None:
    count = {name: len(each.formulas) for name, each in again.worked_out.items()}
    assert count["trust costing"] > 1500
    assert count["trust arrears"] > 900
    for name, path in again.written.items():
        if name not in CHANGED:
            assert differences(path, again.worked_out[name]) == [], name
            assert errors(again.worked_out[name].values) == [], name
    assert passed(again.worked_out["trust arrears"].values) == "yes"


@pytest.mark.libreoffice
def test_every_total_of_a_word_document_is_the_sum_of_its_lines(again: Again) -> None:
    sheet = again.worked_out["word"].values.active
    assert sheet is not None
    sums = [pounds(Decimal(str(round(row[0].value, 2)))) for row in sheet.iter_rows()]
    assert len(again.printed) > 100
    assert sums == again.printed


@pytest.mark.libreoffice
def test_what_finance_alters_is_followed_by_every_total(again: Again) -> None:
    """Another award, and a withheld award that is paid after all, come to Python's own figures."""
    expected = ALTERED.scenarios[1]
    four = again.worked_out["costing at four"].values
    paid = again.worked_out["costing paid"].values
    total = float(expected.cost().total)
    assert at(four, "Summary", "Award to be paid", 8) == pytest.approx(total, abs=0.005)
    withheld = float(expected.cost(Group.WITHHELD).total)
    assert at(four, "Summary", "Award: withheld", 8) == pytest.approx(withheld, abs=0.005)
    both = ALTERED.award_in_year(Group.PAID).total + ALTERED.award_in_year(Group.WITHHELD).total
    assert at(paid, "Summary", "Award to be paid", 8) == pytest.approx(float(both), abs=0.005)
    assert at(paid, "Summary", "Award: withheld", 8) == 0


@pytest.mark.libreoffice
def test_a_wrong_figure_typed_in_is_seen_by_the_checks(again: Again) -> None:
    assert passed(again.worked_out["arrears typed over"].values) == "NO: see Checks"


def passed(book: Workbook) -> Any:
    rows = book["Summary"].iter_rows()
    return next(row[1].value for row in rows if row[0].value == "Every sum agrees to the penny")


def cell(book: Workbook, sheet: str, label: str) -> Any:
    return next(row[1] for row in book[sheet].iter_rows() if row[0].value == label)


def at(book: Workbook, sheet: str, label: str, column: int = 2) -> float:
    """Return the value in a row by what its first cell says, the first such row."""
    for row in book[sheet].iter_rows():
        if row[0].value == label:
            return float(row[column - 1].value or 0)
    raise AssertionError(f"{label!r} is not on {sheet}")
