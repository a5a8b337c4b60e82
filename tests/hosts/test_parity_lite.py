"""xlwings Lite answers the golden calls as plain Python does, however Excel sends its cells."""

from __future__ import annotations

import pytest

from tests.hosts.browser.wire import Wire
from tests.hosts.lite import Lite, no_lite
from tests.hosts.parity import differences, parity_calls

pytestmark = pytest.mark.skipif(no_lite() is not None, reason=str(no_lite()))


@pytest.mark.parametrize(
    "wire",
    [Wire(), Wire(zero_for_no_day=True, formatted_dates=True)],
    ids=["web", "desktop"],
)
def test_every_golden_call_is_answered_alike(wire: Wire) -> None:
    calls = parity_calls()
    assert len(calls) >= 200
    assert differences(calls, Lite(wire).ask(calls), wordless=True) == []
