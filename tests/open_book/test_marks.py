"""Colours on the wrong cells: there while they are wrong, and gone without a trace after that."""

from __future__ import annotations

import pytest

from tests.open_book.add_in import Refused, Server
from tests.open_book.conftest import Excel
from tests.open_book.model import Open, Rule
from tests.open_book.test_findings_sheet import OURS, PAY, one
from tests.open_book.windows import Windows

ERROR, WARNING = "#ffc7ce", "#ffeb9c"


def shown(book: Open) -> dict[str, str | None]:
    """Return the colour of cells with an error, a warning, nothing wrong, and a fill of its own."""
    return {cell: book.fill(PAY, cell) for cell in ("X16", "H12", "X15", "A5")}


def test_each_wrong_cell_is_coloured_by_how_grave_it_is(excel: Excel, faults: Open) -> None:
    before = shown(faults)
    assert before["A5"] is not None
    excel.press(faults)
    assert shown(faults) == {**before, "X16": ERROR, "H12": WARNING}
    assert one(faults, "The wrong cells are coloured")


def test_a_cell_put_right_looks_as_it_did(excel: Excel, faults: Open) -> None:
    own = "#00ff00"
    faults.page(PAY).own(16, 24).fill = own
    excel.press(faults)
    assert faults.fill(PAY, "X16") == ERROR
    faults.page(PAY).own(16, 24).value = 0.125
    excel.press(faults)
    assert faults.fill(PAY, "X16") == own
    assert faults.fill(PAY, "H12") == WARNING


def test_deleting_the_sheet_takes_them_away(excel: Excel, faults: Open) -> None:
    before = shown(faults)
    excel.press(faults)
    faults.pages.remove(faults.page(OURS))
    assert shown(faults) == before
    excel.press(faults)
    assert faults.fill(PAY, "X16") == ERROR


def test_a_macro_takes_them_away_and_a_check_brings_them_back(excel: Excel, faults: Open) -> None:
    before = shown(faults)
    excel.press(faults)
    excel.press(faults, "clear_marks")
    assert shown(faults) == before
    assert one(faults, "The colours were taken away")
    assert one(faults, "12 errors")
    excel.press(faults)
    assert faults.fill(PAY, "X16") == ERROR
    assert len(faults.page(PAY).rules) == 3


def test_the_users_own_rules_stay(excel: Excel, faults: Open) -> None:
    own = Rule("=$A1>5", "#0000ff")
    faults.page(PAY).rules.append(own)
    for macro in ("check_this_workbook", "check_this_workbook", "clear_marks"):
        excel.press(faults, macro)
        assert own in faults.page(PAY).rules


def test_windows_leaves_no_rule_behind(windows: Windows, faults: Open) -> None:
    windows.press(faults)
    windows.press(faults, "clear_marks")
    assert faults.page(PAY).rules == []


def test_the_add_in_leaves_rules_that_do_nothing_and_windows_removes_them(
    windows: Windows, server: Server, faults: Open
) -> None:
    server.press(faults)
    server.press(faults, "clear_marks")
    assert len(faults.page(PAY).rules) == 3
    assert faults.fill(PAY, "X16") is None
    windows.press(faults)
    assert len(faults.page(PAY).rules) == 3
    assert faults.fill(PAY, "X16") == ERROR


def test_windows_says_which_sheet_is_protected(windows: Windows, faults: Open) -> None:
    faults.page(PAY).protected = True
    windows.press(faults)
    assert one(faults, f"Excel would not have cells coloured on {PAY}: is the sheet protected?")
    assert one(faults, "12 errors")
    faults.page(PAY).protected = False
    windows.press(faults)
    assert faults.fill(PAY, "X16") == ERROR


def test_rules_on_a_sheet_that_was_protected_since_are_used_again(
    windows: Windows, faults: Open
) -> None:
    windows.press(faults)
    faults.page(PAY).protected = True
    windows.press(faults)
    assert len(faults.page(PAY).rules) == 3
    assert faults.fill(PAY, "X16") == ERROR


def test_the_add_in_has_written_all_before_a_protected_sheet_stops_it(
    faults: Open, server: Server
) -> None:
    faults.page(PAY).protected = True
    with pytest.raises(Refused):
        server.press(faults)
    assert one(faults, "12 errors")
    assert one(faults, "The wrong cells are being coloured. Where this line stays")
    faults.page(PAY).protected = False
    server.press(faults)
    assert faults.fill(PAY, "X16") == ERROR
    assert one(faults, "The wrong cells are coloured")


def test_where_no_sheet_can_be_added_windows_says_so(windows: Windows, faults: Open) -> None:
    faults.locked = True
    before = faults.without()
    windows.press(faults)
    (words,) = faults.said
    assert words.startswith("The workbook could not be checked: Excel did not allow it: is a cell")
    assert faults.without() == before
