"""The page at work: choosing findings, without scripts, on paper, and with nothing from outside."""

from __future__ import annotations

import re

import pytest

from tests.reports.hostile import TEXTS, book, finding, hostile_report, report
from tests.reports.html.browser import Show, Shown, browser_missing
from tests.reports.html.reading import example, page
from tests.reports.html.test_safety import MARKUP, everywhere
from xl_vsm.reports.estate import estate_of
from xl_vsm.reports.html import write, write_estate

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))


@pytest.fixture
def shown(show: Show) -> Shown:
    return show(page(write, example()).source)


def said(shown: Shown, words: str) -> None:
    """Wait until the line that is read aloud says something."""
    from playwright.sync_api import expect  # noqa: PLC0415 - not everywhere

    expect(shown.page.locator("#found")).to_have_text(words)


def test_findings_are_chosen_by_severity_code_and_words(shown: Shown) -> None:
    said(shown, "Showing all of 17 findings.")
    shown.page.get_by_label("12 errors").uncheck()
    said(shown, "Showing 5 of 17 findings.")
    assert shown.seen(".finding.error") == 0
    assert shown.seen(".finding") == 5
    shown.page.get_by_label("Code").select_option("BND101")
    said(shown, "Showing 1 of 17 findings.")
    assert "K17" in shown.page.locator(".finding:not(.out)").inner_text()
    assert shown.seen(".group") == 1  # what is left empty goes too
    shown.page.get_by_role("button", name="Show everything").click()
    said(shown, "Showing all of 17 findings.")
    shown.page.get_by_role("searchbox").fill("  DIRECTOR of\u00a0Strategy ")
    said(shown, "Showing 2 of 17 findings.")
    shown.page.get_by_role("searchbox").fill("no such words")
    said(shown, "Showing 0 of 17 findings.")
    assert shown.seen(".workbook h2") == 1  # what else is said of it stays
    assert shown.complaints == shown.requests == []


def test_findings_are_chosen_with_the_keyboard(shown: Shown) -> None:
    press = shown.page.keyboard.press
    press("Tab")
    assert shown.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    press("Enter")
    shown.page.locator("[name=severity]").first.focus()
    press("Space")
    said(shown, "Showing 5 of 17 findings.")
    for _ in range(3):
        press("Tab")
    shown.page.keyboard.type("BND1")
    said(shown, "Showing 1 of 17 findings.")
    press("Tab")
    press("Tab")
    press("Enter")
    said(shown, "Showing all of 17 findings.")
    shown.page.locator("summary").first.focus()
    press("Enter")
    assert shown.seen("details table") == 1


def test_workbooks_without_what_is_chosen_go_with_their_line(show: Show) -> None:
    both = report(
        book(finding(), path="a.xlsx"), book(finding(cell="B2", code="PAY1"), path="b.xlsx")
    )
    shown = show(page(write, both).source)
    shown.page.get_by_role("searchbox").fill("a.xlsx")
    said(shown, "Showing 1 of 2 findings.")
    assert [shown.seen(f"#w{n}") + shown.seen(f"#w{n}-line") for n in (1, 2)] == [2, 0]


def test_without_scripts_everything_is_shown(show: Show) -> None:
    shown = show(page(write, example()).source, java_script_enabled=False)
    assert shown.seen("#filter") == 0
    assert shown.seen(".finding") == len(example().findings)
    shown.page.locator("summary").first.click()
    assert shown.seen("details table") == 1


def test_on_paper_nothing_is_folded_or_left_out(shown: Shown) -> None:
    shown.page.get_by_role("searchbox").fill("no such words")
    said(shown, "Showing 0 of 17 findings.")
    shown.page.emulate_media(media="print")
    assert shown.seen("#filter") == shown.seen("nav") == shown.seen(".skip") == 0
    assert shown.seen(".finding") == len(example().findings)
    tables = shown.page.locator("details table").count()
    assert tables > 2
    assert shown.seen("details table") == tables
    printed = shown.page.pdf(prefer_css_page_size=True)
    assert 5 < len(re.findall(rb"/Type\s*/Page\b", printed)) < 20


def test_paper_is_white_where_the_screen_is_dark(show: Show) -> None:
    shown = show(page(write, example()).source, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert shown.page.evaluate(ground) == "rgb(20, 24, 29)"
    shown.page.emulate_media(media="print", color_scheme="dark")
    assert shown.page.evaluate(ground) == "rgb(255, 255, 255)"


def test_what_is_folded_is_opened_for_a_browser_whose_print_style_cannot(shown: Shown) -> None:
    unfolded = "document.querySelectorAll('details[open]').length"
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.page.evaluate(unfolded) == shown.page.locator("details").count()
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown.page.evaluate(unfolded) == 0


def test_nothing_of_a_hostile_workbook_runs(show: Show) -> None:
    sources = [everywhere(" ".join((*MARKUP, *TEXTS))).source]
    sources.append(page(write, hostile_report()).source)
    sources.append(page(write_estate, estate_of(hostile_report())).source)
    for source in sources:
        shown = show(source)
        assert shown.complaints == shown.requests == []
        assert shown.page.locator("script").count() == 1


def test_a_table_is_sorted_by_its_headings(show: Show) -> None:
    shown = show(page(write_estate, estate_of(example())).source)
    first = shown.page.locator("#codes ~ .wide tbody th").first
    column = shown.page.get_by_role("columnheader", name="Code")
    button = column.get_by_role("button")
    button.click()
    assert first.inner_text() == "APR101 approval-missing"
    assert column.get_attribute("aria-sort") == "ascending"
    button.press("Enter")
    assert first.inner_text() == "WBK302 formula-typed-over"
    assert column.get_attribute("aria-sort") == "descending"
    shown.page.emulate_media(media="print")
    heading = "getComputedStyle(document.querySelector('#codes ~ .wide th'), '::before').content"
    assert shown.page.evaluate(heading) == '"Code"'
    assert shown.complaints == []
