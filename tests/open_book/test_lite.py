"""The same button in xlwings Lite, where everything runs inside the add-in."""

from __future__ import annotations

from typing import Any

import pytest

import xl_vsm
from tests.hosts.lite import Lite, no_lite
from tests.open_book.add_in import do, sent
from tests.open_book.conftest import EXAMPLES, NEED_FORMULAS
from tests.open_book.model import Open, opened
from tests.open_book.test_findings_sheet import OURS
from xl_vsm.findings import SEVERITIES

FILE = EXAMPLES / "trust_board_pay_faults.xlsx"


@pytest.fixture(scope="module")
def session() -> dict[str, Any]:
    if why := no_lite():
        pytest.skip(why)
    jobs = [
        {"name": "check_this_workbook", "book": sent(opened(FILE))},
        {"name": "check_this_workbook", "book": {**sent(opened(FILE)), "sheets": None}},
    ]
    return Lite().session(scripts=jobs)


def test_it_finds_what_the_file_has(session: dict[str, Any], faults: Open) -> None:
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
