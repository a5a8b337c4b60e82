"""The golden calls through xlwings' own COM server, as Excel on Windows sends them."""

from __future__ import annotations

import pytest

from tests.hosts.cells import Error
from tests.hosts.com import Com, served
from tests.hosts.com_excel import Ask, Sent
from tests.hosts.parity import Call, differences, parity_calls


@pytest.mark.parametrize(
    "sent",
    [Sent(), Sent(currency=True), Sent(by_value=True)],
    ids=["cells", "cells formatted as currency", "what another formula works out"],
)
def test_excel_on_windows_answers_as_the_file_says(sent: Sent) -> None:
    calls = parity_calls()
    assert len(calls) >= 200
    assert differences(calls, Com(sent).ask(calls), wordless=False) == []


def test_what_it_works_from_is_told_in_excel() -> None:
    (status,) = Com().ask([Call("1", "VSM_STATUS", (), "", "")])
    assert isinstance(status, str)
    assert status.startswith("xl_vsm ")


def test_an_error_of_pythons_is_text_in_the_cell_as_the_wrapper_puts_it() -> None:
    too_many = Call("1", "VSM_BAND", ("trust", 1.0, 1.0, 1.0, 1.0), "", "")
    (shown,) = Com().ask([too_many])
    assert isinstance(shown, str)


def test_a_fault_is_told_in_each_cell_that_has_one() -> None:
    given = ([[1000.0], ["n/k"], [Error("#N/A")]], 45748.0)
    (answers,) = Com().ask([Call("1", "NHS_PENSION_TIER", given, "", "")])
    fault = Error("#VSM!", "pensionable_pay must be a number, not 'n/k'")
    assert answers == [[1.0], [fault], [Error("#N/A")]]


def test_a_server_that_fails_says_why() -> None:
    with pytest.raises(RuntimeError, match="KeyError: 'NO_SUCH_FUNCTION'"):
        served([Ask([Call("1", "NO_SUCH_FUNCTION", (), "", "")], Sent())])
