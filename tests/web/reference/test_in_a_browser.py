"""The reference as people have it: by keyboard, on a telephone, enlarged, without a script."""

from __future__ import annotations

import pytest

from tests.reports.html.browser import browser_missing, judge_missing
from tests.web.opened import Open, anybody_can_use, complaints

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))

PAGES = (
    "/rules",
    "/rules?q=exception+zone",
    "/rules?q=withold",
    "/rules/PEN101",
    "/rules/approver",
    "/rules/withhold",
    "/rules/VSM_RANGE",
    "/rules/pay-ranges",
    "/rules/pensionable-pay",
    "/rules/withholding-terms",
    "/rules/PEN999",
)


@pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))
@pytest.mark.parametrize("path", PAGES)
def test_anybody_can_use_it(reader: Open, path: str) -> None:
    it = reader(at=path)
    anybody_can_use(it)


def test_it_is_found_while_somebody_types(reader: Open) -> None:
    it = reader(at="/rules")
    it.page.locator("#q").press_sequentially("exception zone")
    it.page.get_by_role("heading", name="found for").wait_for()
    first = it.page.locator("#found li a").first
    assert first.inner_text() == "PAY102 salary-above-range"
    assert "found for" in it.page.locator("#said").inner_text()
    assert it.page.url.endswith("/rules?q=exception+zone")
    assert it.page.evaluate("document.activeElement.id") == "q"
    it.page.fill("#q", "")
    it.page.get_by_role("heading", name="Tables of figures").wait_for()
    assert complaints(it) == []


def test_it_is_found_without_a_script(reader: Open) -> None:
    it = reader(at="/rules", java_script_enabled=False)
    it.page.fill("#q", "exception zone")
    it.presses("Search")
    assert it.page.locator("#found li a").first.inner_text() == "PAY102 salary-above-range"


def test_by_keyboard_alone(reader: Open) -> None:
    it = reader(at="/rules")
    it.page.locator("#q").focus()
    it.page.keyboard.type("PEN101")
    it.page.keyboard.press("Enter")
    link = it.page.locator("#found li a").first
    link.wait_for()
    it.page.get_by_role("heading", name="1 found for").wait_for()
    link.focus()
    with it.page.expect_navigation(wait_until="load"):
        it.page.keyboard.press("Enter")
    assert it.heading() == "Check: Pension PEN101 contribution-rate-mismatch"


def test_a_script_that_is_searched_for_does_not_run(reader: Open) -> None:
    it = reader(at="/rules")
    it.page.fill("#q", "<img src=x onerror=\"document.body.dataset.evil='1'\">")
    it.page.get_by_role("heading", name="0 found for").wait_for()
    assert it.page.evaluate("document.body.dataset.evil ?? ''") == ""
    assert it.page.locator("#found img").count() == 0
    assert complaints(it) == []


def test_a_search_that_cannot_be_sent_leaves_what_is_there(reader: Open) -> None:
    it = reader(at="/rules")
    it.page.route("**/rules?q=*", lambda route: route.abort())
    with it.page.expect_request("**/rules?q=PEN101"):
        it.page.fill("#q", "PEN101")
    assert it.page.get_by_role("heading", name="Tables of figures").is_visible()
