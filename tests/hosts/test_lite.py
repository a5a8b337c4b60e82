"""A workbook with xlwings Lite: what Excel is offered, and that everything can be in main.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import udfs
import xl_vsm
from tests.conftest import ROOT, forget_figures
from tests.hosts.browser.wire import shown
from tests.hosts.cells import Answer
from tests.hosts.lite import Lite, no_lite
from tests.hosts.parity import Call
from tests.hosts.pyodide.running import PYDANTIC, own_wheel
from tests.hosts.pyodide.texts import make_lite
from tests.loading.filled import as_csv, document, lines
from tests.open_book.add_in import do, sent
from tests.open_book.conftest import NEED_FORMULAS
from tests.open_book.model import opened
from xl_vsm.excel import REGISTRY
from xl_vsm.loading import load_pay_ranges
from xl_vsm.parameters.own import VARIABLE

pytestmark = pytest.mark.skipif(no_lite() is not None, reason=str(no_lite()))

DAY = date(2025, 6, 1)
ROWS, COLUMNS = 1000, 10
PAY: list[list[Any]] = [
    [float(10_000 + COLUMNS * row + column) for column in range(COLUMNS)] for row in range(ROWS)
]
CALLS = [
    Call("1", "VSM_BAND", ("trust", 450e6, DAY), "", ""),
    Call("2", "VSM_STATUS", (), "", ""),
    Call("3", "NHS_PENSION_TIER", (PAY, DAY), "", ""),
    Call("4", "NHS_PENSION_TIER", (PAY, DAY), "", ""),
    *(Call(str(5 + n), "NHS_PENSION_TIER", (13260.0 + n, DAY), "", "") for n in range(100)),
]
PAY_BOOK = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"


@pytest.fixture(scope="module")
def own_figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load made-up ranges as published ones, as `xl-vsm rates import` does."""
    folder = tmp_path_factory.mktemp("figures")
    table = as_csv(folder / "ranges.csv", lines())
    load_pay_ranges(table, document(), folder / "rates", date(2025, 7, 1))
    return folder / "rates"


@pytest.fixture(scope="module")
def session(own_figures: Path) -> dict[str, Any]:
    """Open a workbook whose main.py holds the package and an organisation's own figures."""
    make = make_lite()
    main = make.main_text(make.figures_in(own_figures), make.packed_text(own_wheel()))
    lite = Lite(main=main, only=PYDANTIC | {"xlwings"})
    script = {"name": "check_this_workbook", "book": sent(opened(PAY_BOOK))}
    return lite.session(lite.formulas(CALLS), [script])


def answers(session: dict[str, Any]) -> list[Answer]:
    return [shown(call, each) for call, each in zip(CALLS, session["outcomes"], strict=True)]


def test_excel_is_offered_every_function_by_its_own_name(session: dict[str, Any]) -> None:
    assert sorted(session["names"]) == sorted(udfs.__all__)
    offered = {each["name"]: each for each in session["functions"]}
    assert sorted(offered) == sorted(udfs.__all__)
    for name, definition in REGISTRY.items():
        told = [(each["name"], each["description"]) for each in offered[name]["parameters"]]
        assert told == list(definition.arguments.items())
        assert offered[name]["description"] == definition.summary


def test_excel_is_offered_the_buttons(session: dict[str, Any]) -> None:
    buttons = [each["function_name"] for each in session["offered"]]
    assert buttons == ["check_this_workbook", "clear_marks"]


def test_own_figures_travel_in_the_workbook(session: dict[str, Any]) -> None:
    band, status, *_ = answers(session)
    assert band in ("A", "B", "C", "D", "E")
    assert "illustrative" not in str(status)


def test_a_range_is_one_call(session: dict[str, Any]) -> None:
    tiers = answers(session)[3]
    assert isinstance(tiers, list)
    assert [len(tiers), len(tiers[0])] == [ROWS, COLUMNS]
    assert [tiers[0][0], tiers[-1][-1]] == [1.0, 2.0]
    took = [each["took"] for each in session["outcomes"]]
    # One call of 10,000 cells costs less than a call for each would, which is why pages show it.
    assert took[3] < ROWS * COLUMNS * min(took[4:])


def test_the_button_finds_what_the_command_line_finds(
    session: dict[str, Any], own_figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(own_figures))
    forget_figures()
    found = xl_vsm.check(PAY_BOOK).workbooks[0].findings
    (ran,) = session["scripts"]
    book = opened(PAY_BOOK)
    names = {page.name for page in book.pages}
    for action in ran["actions"]:
        do(book, action)
    (own,) = [page.name for page in book.pages if page.name not in names]
    written = {(str(row[1]).split()[0], row[3]) for row in book.rows(own) if row[1] is not None}
    expected = {(each.code, each.cell) for each in found if each.code not in NEED_FORMULAS}
    assert expected <= written
    assert len(found) > 10
