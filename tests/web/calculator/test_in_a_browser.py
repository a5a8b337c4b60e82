"""The calculator as people have it: by keyboard, on a telephone, enlarged, without a script."""

from __future__ import annotations

import json

import pytest

from tests.reports.html.browser import browser_missing, judge_missing
from tests.web.opened import READERS, Open, anybody_can_use, complaints
from tests.web.pages.reader import Reader
from xl_vsm.reference.authority import functions

pytestmark = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))

POSITION = {
    "salary": "£215,000",
    "role": "chief executive",
    "organisation_type": "trust",
    "size": "612,000,000",
    "effective": "1 April 2025",
}


def fill(reader: Reader, function: str, **said: str) -> None:
    """Fill in a form and send it, as a mouse does."""
    reader.goes_to(f"/calculator/{function}")
    for name, value in said.items():
        quoted = json.dumps(value)  # as a selector quotes, too
        radio = reader.page.locator(f"input[name={name}][type=radio][value={quoted}]")
        if radio.count():
            radio.check()
        else:
            reader.page.fill(f"#{name}", value)
    reader.presses("Work it out")


def everything(reader: Reader) -> None:
    """Show an answer that has every part."""
    fill(reader, "VSM_POSITION", **POSITION)


def several_cells(reader: Reader) -> None:
    fill(reader, "VSM_RANGE", **{k: v for k, v in POSITION.items() if k != "salary"})


def nothing_decided(reader: Reader) -> None:
    said = {"objectives_met": "yes", "performance_management": "no", "appointed": "1 May 2020"}
    fill(reader, "VSM_WITHHOLD", **said, effective="2026-04-01")


def doubtful(reader: Reader) -> None:
    fill(reader, "VSM_BAND", organisation_type="trust", size="612", effective="31/05/2025")


def wrong(reader: Reader) -> None:
    fill(reader, "VSM_POSITION", salary="lots", size="many", effective="soon")


def listed(reader: Reader) -> None:
    reader.goes_to("/calculator")


def unknown(reader: Reader) -> None:
    reader.goes_to("/calculator/VSM_BAD")


PAGES = {
    "list": listed,
    "answer": everything,
    "several cells": several_cells,
    "pending": nothing_decided,
    "doubtful": doubtful,
    "wrong": wrong,
    "unknown": unknown,
}


@pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))
@pytest.mark.parametrize("name", PAGES)
def test_anybody_can_use_it(reader: Open, name: str) -> None:
    it = reader(at="")
    PAGES[name](it)
    anybody_can_use(it)


@pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))
@pytest.mark.parametrize("name", sorted(functions()))
def test_anybody_can_fill_in_each_form(reader: Open, name: str) -> None:
    it = reader(at=f"/calculator/{name}")
    assert it.faults() == []
    assert complaints(it) == []


@pytest.mark.parametrize("how", READERS)
def test_an_answer_looks_alike_with_and_without_a_script(reader: Open, how: str) -> None:
    it = reader(at="", **READERS[how])
    everything(it)
    assert it.page.locator(".vsm-answer").inner_text() == "in range (illustrative)"
    assert it.page.get_by_role("heading", name="Illustrative: not a real answer").is_visible()
    assert it.page.locator(".vsm-reason").is_visible()
    buttons = it.page.get_by_role("button", name="Copy formula").count()
    assert buttons == (0 if how == "no script" else 1)


def test_by_keyboard_alone(reader: Open) -> None:
    it = reader(at="/calculator/NHS_PENSION_TIER")
    keys = it.page.keyboard
    it.page.get_by_role("link", name="All questions").focus()
    for text in ("50,846", "1 April 2025"):
        keys.press("Tab")
        keys.type(text)
    keys.press("Tab")
    keys.press("Tab")
    with it.page.expect_navigation(wait_until="load"):
        keys.press("Enter")
    assert it.page.locator(".vsm-answer").inner_text() == "5"


def test_radios_by_keyboard_alone(reader: Open) -> None:
    it = reader(at="/calculator/VSM_BAND")
    keys = it.page.keyboard
    it.page.get_by_role("link", name="All questions").focus()
    keys.press("Tab")
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("Tab")
    keys.type("2,500,000")
    with it.page.expect_navigation(wait_until="load"):
        keys.press("Enter")
    assert it.page.locator(".vsm-answer").inner_text() == "C (illustrative)"
    assert "integrated care board" in it.page.locator(".vsm-reason").inner_text().casefold() or (
        "2,500,000" in it.page.locator(".vsm-reason").inner_text()
    )


def test_what_is_wrong_is_read_out_first_and_leads_to_its_field(reader: Open) -> None:
    it = reader(at="")
    wrong(it)
    active = "document.activeElement.className"
    assert "nhsuk-error-summary" in it.page.evaluate(active)
    it.page.get_by_role("link", name="Effective date must be a day").click()
    assert it.page.evaluate("document.activeElement.id") == "effective"
    described = it.page.locator("#effective").get_attribute("aria-describedby")
    assert described == "effective-hint effective-error"
    it.page.get_by_role("link", name="Choose the role").click()
    assert it.page.evaluate("document.activeElement.id") == "role"


def test_the_formula_is_copied(reader: Open) -> None:
    it = reader(at="", permissions=["clipboard-read", "clipboard-write"])
    everything(it)
    it.page.get_by_role("button", name="Copy formula").click()
    it.page.get_by_role("button", name="Formula copied").wait_for()
    copied = it.page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        '=VSM_POSITION(215000, "chief executive", "trust", 612000000, DATE(2025, 4, 1))'
    )


def test_a_script_that_is_typed_does_not_run(reader: Open) -> None:
    it = reader()
    evil = '"><img src=x onerror="document.body.dataset.evil=\'1\'">'
    fill(it, "VSM_BAND", size=evil, effective=evil, known=evil)
    assert it.page.evaluate("document.body.dataset.evil ?? ''") == ""
    assert it.page.input_value("#size") == evil
    assert complaints(it) == []
