"""The pages as axe-core judges them in Chromium: every rule it has, among them WCAG 2.2 AA."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.reports.hostile import book, finding, report
from tests.reports.html.browser import PHONE, Show, judge_missing
from tests.reports.html.reading import example, examples, page
from xl_vsm.findings import Report
from xl_vsm.reports.estate import estate_of
from xl_vsm.reports.html import write, write_estate

pytestmark = pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))

READERS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "telephone": {"color_scheme": "light", "width": PHONE},
}


def everything_said() -> Report:
    """Return a report with each thing to say that the examples do not have."""
    books = (
        book(finding(severity="note"), complete=False, accepted=2),
        book(path="south/pay.xlsx", organisation="Fellside NHS Foundation Trust"),
    )
    return report(*books, interrupted=True, redacted=True, profile="submission")


PAGES: dict[str, Callable[[], str]] = {
    "one workbook": lambda: page(write, example()).source,
    "several": lambda: page(write, everything_said()).source,
    "estate": lambda: page(write_estate, estate_of(examples())).source,
    "stopped estate": lambda: page(write_estate, estate_of(everything_said())).source,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", PAGES)
def test_anybody_can_use_it(show: Show, name: str, reader: str) -> None:
    assert show(PAGES[name](), **READERS[reader]).faults() == []


def test_the_judge_finds_what_is_wrong(show: Show) -> None:
    broken = PAGES["one workbook"]().replace("<label for", "<span data-for")
    broken = broken.replace("--soft: #4b5663", "--soft: #bbbbbb")
    # The policy refuses a look that was changed, as it should.
    found = " ".join(show(broken, bypass_csp=True).faults())
    assert "select-name" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("name", PAGES)
def test_it_is_read_on_a_telephone_without_scrolling_sideways(show: Show, name: str) -> None:
    shown = show(PAGES[name](), width=PHONE)
    assert shown.page.evaluate("document.documentElement.scrollWidth") == PHONE
    assert shown.complaints == []
