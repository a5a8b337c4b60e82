"""xlwings Lite with every package: the golden calls, however Excel sends its cells, and the button.

One session of it answers for all of these, as its start takes far longer than what is asked.
"""

from __future__ import annotations

from typing import Any

import pytest

import xl_vsm
from tests.hosts.browser.wire import Wire
from tests.hosts.lite import Lite, no_lite
from tests.hosts.parity import differences, parity_calls
from tests.open_book.add_in import do, sent
from tests.open_book.conftest import EXAMPLES, NEED_FORMULAS
from tests.open_book.model import opened
from tests.open_book.test_findings_sheet import OURS
from xl_vsm.findings import SEVERITIES

pytestmark = pytest.mark.skipif(no_lite() is not None, reason=str(no_lite()))

FILE = EXAMPLES / "trust_board_pay_faults.xlsx"
WIRES = {"web": Wire(), "desktop": Wire(zero_for_no_day=True, formatted_dates=True)}


@pytest.fixture(scope="module")
def lite() -> Lite:
    return Lite()


@pytest.fixture(scope="module")
def session(lite: Lite) -> dict[str, Any]:
    formulas = [each for wire in WIRES.values() for each in lite.formulas(parity_calls(), wire)]
    jobs = [
        {"name": "check_this_workbook", "book": sent(opened(FILE))},
        {"name": "check_this_workbook", "book": {**sent(opened(FILE)), "sheets": None}},
    ]
    return lite.session(formulas, jobs)


@pytest.mark.parametrize("wire", WIRES)
def test_every_golden_call_is_answered_alike(wire: str, session: dict[str, Any]) -> None:
    calls = parity_calls()
    assert len(calls) >= 200
    outcomes = session["outcomes"]
    assert len(outcomes) == len(WIRES) * len(calls)
    first = list(WIRES).index(wire) * len(calls)
    answers = Lite.answers(calls, outcomes[first : first + len(calls)])
    assert differences(calls, answers, wordless=True) == []


def test_the_button_finds_what_the_file_has(session: dict[str, Any]) -> None:
    faults = opened(FILE)
    for action in session["scripts"][0]["actions"]:
        do(faults, action)
    shown = [(row[1].split()[0], row[3]) for row in faults.rows(OURS) if row[0] in SEVERITIES]
    found = [(each.code, each.cell) for each in xl_vsm.check(FILE).findings]
    assert shown == [each for each in found if each[0] not in NEED_FORMULAS]
    assert faults.fill("Board pay 2025-26", "X16") == "#ffc7ce"


def test_a_failure_is_in_words(session: dict[str, Any]) -> None:
    words = session["scripts"][1]["error"]
    assert words.startswith("The workbook could not be checked: a fault in this tool (")


def test_both_buttons_are_offered(session: dict[str, Any]) -> None:
    names = {each["name"] for each in session["offered"]}
    assert {"Check this workbook", "Clear the marks"} <= names
