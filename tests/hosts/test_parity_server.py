"""xlwings Server, asked by Excel's own script in a browser, answers as plain Python does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.hosts.browser.wire import Wire
from tests.hosts.parity import differences, parity_calls
from tests.hosts.server import Served, Server, browser_missing

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))


@pytest.fixture(scope="module")
def opened(served: Served) -> Iterator[Any]:
    from tests.hosts.browser.page import sheet  # noqa: PLC0415 - needs playwright

    with sheet(served.base) as page:
        yield page


@pytest.mark.parametrize(
    "wire",
    [Wire(), Wire(zero_for_no_day=True), Wire(formatted_dates=True)],
    ids=["as-on-the-web", "0-for-a-blank-day", "dates-with-their-format"],
)
def test_every_golden_call_is_answered_alike(served: Served, opened: Any, wire: Wire) -> None:
    calls = parity_calls()
    assert len(calls) >= 200
    assert differences(calls, Server(served, opened, wire).ask(calls), wordless=True) == []
