"""The way back to the findings: by a button, as no browser keeps a page of a workbook."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.reports.html.browser import browser_missing
from tests.web.pages.officer import FAULTS, MESSY, Officer, title, words
from tests.web.pages.reader import Reader

TWO = MESSY / "two_salaries.xlsx"


@pytest.fixture(scope="module")
def found(officer: Officer) -> httpx.Response:
    return officer.goes_on(officer.check(TWO), **{"column-0.0-C": "salary"})


@pytest.mark.parametrize("changed", [{}, {"column-0.0-C": ""}, {"header-0.0": "none"}], ids=str)
def test_from_the_columns_whatever_was_chosen_there(
    officer: Officer, found: httpx.Response, changed: dict[str, str]
) -> None:
    page = officer.goes_on(found, "/columns")
    assert "Back to the findings" in words(page)
    back = officer.goes_on(page, **changed, back="yes")
    assert words(back) == words(found)


def test_there_is_no_way_back_before_anything_was_found(officer: Officer) -> None:
    assert "Back to the findings" not in words(officer.check(TWO))


@pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
@pytest.mark.parametrize("scripts", [True, False])
def test_in_a_browser(reader: Callable[..., Reader], *, scripts: bool) -> None:
    it = reader(java_script_enabled=scripts)
    it.checks(FAULTS)
    heading = it.heading()
    for where in ("Correct how the columns were read", "Papers for the committee"):
        it.presses(where)
        assert it.heading() != heading
        it.presses("Back to the findings")
        assert it.heading() == heading
    assert it.complaints == []


def test_nothing_of_it_is_kept_by_the_browser(found: httpx.Response) -> None:
    assert title(found)
    assert found.headers["cache-control"] == "no-store"
