"""What xlwings Server and Lite are told of the scripts, and how a failure reaches the user."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.open_book.add_in import Server, sent
from tests.open_book.model import Open
from xl_vsm import open_book


class Broken:
    """An Excel that fails as soon as it is asked for sheets."""

    name = "pay.xlsx"

    def __init__(self, kind: str) -> None:
        self.said: list[str] = []
        engine = SimpleNamespace(type=kind)
        self.app = SimpleNamespace(engine=engine, alert=lambda words, _: self.said.append(words))

    @property
    def sheets(self) -> Any:
        raise KeyError("a salary of £123,456")


def test_the_buttons_have_names(server: Server, faults: Open) -> None:
    meta = {each["function_name"]: each for each in server.ask("meta", sent(faults))["scripts"]}
    assert {name: each["name"] for name, each in meta.items()} == {
        "check_this_workbook": "Check this workbook",
        "clear_marks": "Clear the marks",
    }


def test_on_the_server_a_failure_is_an_error_of_xlwings_in_words(server: Server) -> None:
    book = Open("pay.xlsx", [])
    answer = server.ask("check_this_workbook", {**sent(book), "sheets": None})
    assert answer["error"].startswith("The workbook could not be checked: a fault in this tool (")


@pytest.mark.parametrize("macro", [open_book.check_this_workbook, open_book.clear_marks])
def test_on_the_desktop_a_failure_is_a_message_in_words(macro: Any) -> None:
    book = Broken("desktop")
    assert macro(book) is None
    (words,) = book.said
    assert "a fault in this tool (KeyError in test_script.py, line" in words
    assert "123,456" not in words  # nothing of the workbook


def test_with_nobody_to_show_it_to_a_failure_is_raised_in_words() -> None:
    with pytest.raises(RuntimeError, match="The workbook could not be checked: a fault in"):
        open_book.check_this_workbook(Broken("remote"))


def test_no_traceback_where_no_workbook_called() -> None:
    with pytest.raises(RuntimeError, match="could not be checked: no open workbook called"):
        open_book.check_this_workbook()
