"""Formulas in the add-in's own page: what their cells show, what is sent, and what is logged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import udfs
from tests.hosts.browser.wire import Wire, shown
from tests.hosts.cells import Answer, Error, Given, Nothing
from tests.hosts.parity import Call
from tests.hosts.server import Served, browser_missing

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))

JUNE = date(2025, 6, 1)


@pytest.fixture(scope="module")
def opened(served: Served) -> Iterator[Any]:
    from tests.hosts.browser.page import sheet  # noqa: PLC0415 - needs playwright

    with sheet(served.base) as page:
        yield page


class Formulas:
    def __init__(self, served: Served, opened: Any) -> None:
        self.opened = opened
        self.functions = served.functions()

    def __call__(self, *calls: tuple[Any, ...], wire: Wire | None = None) -> list[Answer]:
        asked = [Call(str(at), name, given, "", "") for at, (name, *given) in enumerate(calls)]
        outcomes = self.opened.calculate(
            [
                {
                    "name": call.function,
                    "given": (wire or Wire()).sent(call, self.parameters(call.function)),
                }
                for call in asked
            ]
        )
        return [shown(call, outcome) for call, outcome in zip(asked, outcomes, strict=True)]

    def parameters(self, function: str) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = self.functions[function]["parameters"]
        return listed


@pytest.fixture(scope="module")
def formulas(served: Served, opened: Any) -> Formulas:
    return Formulas(served, opened)


def test_the_servers_script_registers_every_function(opened: Any) -> None:
    assert set(opened.names()) == set(udfs.__all__)
    assert opened.complaints == []


def test_the_page_asks_no_other_server(served: Served, opened: Any) -> None:
    assert len(opened.requests) > 5
    assert [asked for asked in opened.requests if f" {served.base}/" not in asked] == []


def test_a_fault_in_one_cell_is_told_in_words_and_asked_once(
    opened: Any, formulas: Formulas
) -> None:
    before = len(opened.statuses)
    (answer,) = formulas(("NHS_PENSION_RATE", -1.0, JUNE))
    assert answer == Error("#VSM!", "pensionable_pay must be £0 or more, not -£1")
    assert opened.statuses[before:] == [400]


def test_a_fault_in_a_range_marks_its_own_cell_alone(opened: Any, formulas: Formulas) -> None:
    before = len(opened.statuses)
    column: Given = [[64000.0], ["abc"], [Nothing.BLANK], [Error("#N/A")], [64000.0]]
    (answer,) = formulas(("NHS_PENSION_RATE", column, JUNE))
    assert answer == [[0.107], [Error("#VALUE!")], [Error("#VALUE!")], [Error("#N/A")], [0.107]]
    assert opened.statuses[before:] == [200]


@pytest.mark.parametrize("day", [JUNE, 45809.0, "1 June 2025", "2025-06-01"])
@pytest.mark.parametrize("wire", [Wire(), Wire(formatted_dates=True)])
def test_a_day_however_it_is_kept(formulas: Formulas, day: Any, wire: Wire) -> None:
    assert formulas(("NHS_PENSION_RATE", 64000.0, day), wire=wire) == [0.107]
    assert formulas(("NHS_PENSION_RATE", 64000.0, day, day), wire=wire) == [0.125]


@pytest.mark.parametrize("nothing", [Nothing.BLANK, Nothing.OMITTED, ""])
@pytest.mark.parametrize("wire", [Wire(), Wire(zero_for_no_day=True)])
def test_nothing_however_it_is_sent(formulas: Formulas, nothing: Any, wire: Wire) -> None:
    assert formulas(("AFC_OVERLAP", 125000.0, nothing, date(2027, 3, 31), nothing), wire=wire) == [
        -4783.0
    ]


def test_two_hundred_formulas_at_once_are_all_answered(formulas: Formulas) -> None:
    pays = [50000.0 + pay for pay in range(0, 60000, 300)]
    asked = [("NHS_PENSION_CONTRIBUTION", pay, JUNE) for pay in pays]
    expected = [float(udfs.NHS_PENSION_CONTRIBUTION(pay, JUNE)) for pay in pays]
    assert formulas(*asked) == expected


def test_the_log_says_that_there_were_faults_and_no_value(
    served: Served, formulas: Formulas
) -> None:
    told = formulas(
        ("NHS_PENSION_RATE", -123987.65, JUNE),
        ("NHS_PENSION_RATE", "of Avery Example", JUNE),
        ("VSM_BAND", "trust", 500_111_222.0, JUNE),
    )
    assert told[:2] == [
        Error("#VSM!", "pensionable_pay must be £0 or more, not -£123,987.65"),
        Error("#VSM!", "pensionable_pay must be a number, not 'of Avery Example'"),
    ]
    # An address that the server cannot read, which it would warn of.
    formulas.opened.calculate([{"name": "VSM_STATUS", "given": [], "address": "Avery!here"}])
    log = served.log.read_text(encoding="utf-8")
    assert "a warning that may name a workbook" in log
    assert 'Function "NHS_PENSION_RATE" called' in log
    assert "XlwingsError (its words are not logged)" in log
    for value in ("123987", "123,987", "Avery", "500111222", "Pay.xlsx", "must be"):
        assert value not in log
