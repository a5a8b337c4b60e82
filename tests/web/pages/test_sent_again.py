"""A workbook too large for a page to keep: asked for at the file, and nothing else is lost."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

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


BROKEN, SMALL = "broken.xlsx", "trust_board_pay.xlsx"


@pytest.fixture(scope="module")
def several(officer: Officer, large: tuple[str, bytes]) -> httpx.Response:
    """Give what was found in one that cannot be read, a large one and another."""
    return officer.check((BROKEN, b"no workbook"), large, EXAMPLES / SMALL, confirmed="yes")


def columns_of(page: httpx.Response) -> dict[str, set[str]]:
    return {each["path"]: set(each["sheets"][0]["columns"]) for each in page.json()["workbooks"]}


@pytest.mark.parametrize("path", ["/download/annotated", "/download/layout", "/papers/annual.xlsx"])
def test_what_is_made_from_one_needs_that_one_alone(
    officer: Officer, several: httpx.Response, path: str
) -> None:
    assert "What is made from one of them needs that one alone" in words(several)
    fields = [*Form(several.text, "/check").fields, ("which", SMALL)]
    assert officer.send(path, fields, EXAMPLES / SMALL).status_code == 200
    page = officer.send(path, fields)
    assert f'href="#workbook">Choose the same workbook again: {SMALL}.<' in page.text
    unread = officer.send(path, [*fields[:-1], ("which", BROKEN)])
    assert f'href="#workbook">Choose the same workbook again: {BROKEN}.<' in unread.text


def test_of_two_that_are_the_same_the_wanted_one_is_made(
    officer: Officer, large: tuple[str, bytes]
) -> None:
    page = officer.check(large, ("copy.xlsx", large[1]), confirmed="yes")
    fields = [*Form(page.text, "/check").fields, ("which", "copy.xlsx")]
    answer = officer.send("/download/layout", fields, large)
    assert "copy.layout.toml" in answer.headers["content-disposition"]


def test_what_was_asked_wrongly_of_one_keeps_the_others(
    officer: Officer, several: httpx.Response
) -> None:
    fields = [*Form(several.text, "/check").fields, ("which", SMALL), ("first", "summer")]
    page = officer.send("/papers/arrears.xlsx", fields, EXAMPLES / SMALL)
    assert 'href="#first"' in page.text
    again = [field for field in Form(page.text, "/papers").fields if "again" in field[0]]
    assert again == [field for field in fields if "again" in field[0]]


def test_what_could_not_be_read_need_not_be_sent_again(
    officer: Officer, several: httpx.Response, large: tuple[str, bytes]
) -> None:
    left_out = "What could not be read need not be chosen, and is then left out of what comes next"
    assert f"{left_out}: {BROKEN}" in words(several)
    page = officer.send("/columns", Form(several.text, "/check").fields)
    assert f"Choose the same workbooks again: {NAME}, {SMALL}." in words(page)
    every = (large, EXAMPLES / SMALL, (BROKEN, b"no workbook"))
    shown = officer.send("/columns", Form(several.text, "/check").fields, *every)
    said = {"column-2.0-H": ""}
    assert "column-2.0-H" in shown.text
    fields = [(name, said.get(name, value)) for name, value in Form(shown.text, "/check").fields]
    found = officer.send("/check", fields, *every[:2])
    assert found.status_code == 200
    report = officer.send("/download/report.json", Form(found.text, "/check").fields, *every[:2])
    read = columns_of(report)
    assert len(read[NAME] - read[SMALL]) == 1  # its number stayed its own


@pytest.fixture
def kept(large: tuple[str, bytes], tmp_path: Path) -> Path:
    """Give the large workbook as a file that a browser can open."""
    path = tmp_path / large[0]
    path.write_bytes(large[1])
    return path


@pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
def test_the_browser_itself_holds_a_form_back(reader: Callable[..., Reader], kept: Path) -> None:
    it = reader()
    it.checks(kept)
    heading = it.heading()
    it.page.get_by_role("button", name="Papers for the committee").click()
    assert it.page.evaluate("document.activeElement.id") == "workbook"
    assert it.heading() == heading
    it.chooses(kept)
    it.presses("Papers for the committee")
    assert it.heading().endswith("Papers for the committee")


@pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))
def test_anybody_can_use_it(reader: Callable[..., Reader], kept: Path) -> None:
    it = reader()
    it.checks(kept)
    it.page.evaluate("document.getElementById('workbook').required = false")
    it.presses("Papers for the committee")
    assert it.heading() == "Choose the same workbook again"
    anybody_can_use(it)
