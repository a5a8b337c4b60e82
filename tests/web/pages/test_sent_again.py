"""A workbook too large for a page to keep: asked for at the file, and nothing else is lost."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable

import httpx
import pytest
from openpyxl import load_workbook

from tests.reports.html.browser import browser_missing, judge_missing
from tests.web.opened import anybody_can_use
from tests.web.pages.officer import EXAMPLES, Form, Officer, title, words
from tests.web.pages.reader import Reader

NAME = "large.xlsx"


@pytest.fixture(scope="module")
def large() -> tuple[str, bytes]:
    """Give a workbook with a picture of nine megabytes, which is neither read nor pressed."""
    kept = io.BytesIO()
    load_workbook(EXAMPLES / "trust_board_pay.xlsx").save(kept)
    with zipfile.ZipFile(kept, "a") as package:
        package.writestr("xl/media/picture.bin", os.urandom(9_000_000))
    return NAME, kept.getvalue()


@pytest.fixture(scope="module")
def found(officer: Officer, large: tuple[str, bytes]) -> httpx.Response:
    return officer.check(large, profile="audit", confirmed="yes")


WAYS = [
    ("/download/annotated", {"which": NAME}),
    ("/download/report.csv", {}),
    ("/download/layout", {"which": NAME}),
    ("/columns", {}),
    ("/papers", {}),
    ("/papers/costing.xlsx", {"scenarios": "Higher: award 4%, ranges 3%"}),
    ("/check", {"confirmed": "yes", "column-0.0-H": ""}),
]


@pytest.mark.parametrize(("path", "said"), WAYS, ids=[path for path, _ in WAYS])
def test_without_it_the_page_asks_for_it_and_keeps_the_rest(
    officer: Officer, found: httpx.Response, path: str, said: dict[str, str]
) -> None:
    sent = [*Form(found.text, "/check").fields, *said.items()]
    page = officer.send(path, sent)
    assert page.status_code == 422
    assert title(page) == "Error: Choose the same workbook again"
    assert f'href="#workbook">Choose the same workbook again: {NAME}.<' in page.text
    asked = page.text.partition('<input class="plain-file"')[2].partition(">")[0]
    assert "required" in asked
    assert 'aria-describedby="workbook-hint workbook-error"' in asked
    assert sorted(Form(page.text, path).fields) == sorted(sent)
    assert "What you chose and corrected is kept" in words(page)


def test_with_it_one_goes_on(
    officer: Officer, found: httpx.Response, large: tuple[str, bytes]
) -> None:
    page = officer.goes_on(found, "/papers/costing.xlsx", which=NAME)
    assert page.status_code == 422
    paper = officer.send(
        "/papers/costing.xlsx", Form(page.text, "/papers/costing.xlsx").fields, large
    )
    assert "large%20costing.xlsx" in paper.headers["content-disposition"]


@pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
def test_the_browser_itself_holds_a_form_back(
    reader: Callable[..., Reader], large: tuple[str, bytes]
) -> None:
    it = reader()
    it.checks(large)
    heading = it.heading()
    it.page.get_by_role("button", name="Papers for the committee").click()
    assert it.page.evaluate("document.activeElement.id") == "workbook"
    assert it.heading() == heading
    it.chooses(large)
    it.presses("Papers for the committee")
    assert it.heading().endswith("Papers for the committee")


@pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))
def test_anybody_can_use_it(reader: Callable[..., Reader], large: tuple[str, bytes]) -> None:
    it = reader()
    it.checks(large)
    it.page.evaluate("document.getElementById('workbook').required = false")
    it.presses("Papers for the committee")
    assert it.heading() == "Choose the same workbook again"
    anybody_can_use(it)
