"""What the reference shows: the same as `xl-vsm explain` and `xl-vsm rates`."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest

from tests.reports.html.reading import Page, flat
from xl_vsm.cli.explain import explanation
from xl_vsm.clock import today
from xl_vsm.parameters import Parameters, in_use
from xl_vsm.parameters.tables import KINDS
from xl_vsm.reference.authority import cited_by, examples_of, some_of
from xl_vsm.reference.docstrings import Docstring
from xl_vsm.reference.entries import entries, explained, found
from xl_vsm.reference.entry import Entry, without_return
from xl_vsm.reference.figure_tables import SourceKey, grids
from xl_vsm.reference.near import near

EVIL = '"><script>alert(1)</script>\N{RIGHT-TO-LEFT OVERRIDE}'


def see(browser: httpx.Client, path: str) -> Page:
    got = browser.get(path)
    assert got.status_code == 200, path
    return Page(got.text)


def test_everything_is_listed_with_a_line(browser: httpx.Client) -> None:
    page = see(browser, "/rules")
    assert set(page.values("href", "a")) >= {f"/rules/{entry.key}" for entry in entries()}
    for entry in entries():
        assert flat(entry.line) in page.words


@pytest.mark.parametrize("entry", explained(), ids=lambda entry: entry.key)
def test_a_page_says_what_explain_does(browser: httpx.Client, entry: Entry) -> None:
    page = see(browser, f"/rules/{entry.key}")
    said = Docstring.in_text(entry.words)
    bare = (without_return(said.paragraphs[0]) if entry.kind == "rule" else said.paragraphs[0],)
    for words in (*bare, *said.paragraphs[1:], said.returns, *said.raises.values()):
        pieces = words.replace("`", "").replace("Wrong: ", "\n").replace("Right: ", "\n")
        for piece in pieces.replace("Why: ", "\n").split("\n"):
            assert piece.strip()[1:] in page.words
    for name, words in entry.arguments.items():
        assert name in page.words
        assert words in page.words
    assert entry.title in explanation(entry.key)[0].lstrip("=") or entry.typed in page.words
    assert entry.severity in page.words


@pytest.mark.parametrize("entry", explained(), ids=lambda entry: entry.key)
def test_a_page_cites_what_explain_does(browser: httpx.Client, entry: Entry) -> None:
    page = see(browser, f"/rules/{entry.key}")
    for each in cited_by(entry):
        assert f"{each.document.title} ({each.document.publisher}): {each.places}" in page.words
        if each.document.url:
            assert each.document.url in page.values("href", "a")
    for name in entry.figures:
        assert f"/rules/{name}" in page.values("href", "a")
    for case in some_of(examples_of(entry)):
        assert case.who_says in page.words
        assert case.answer in page.words


@pytest.mark.parametrize("name", KINDS)
def test_a_table_is_shown_with_every_publication(browser: httpx.Client, name: str) -> None:
    page = see(browser, f"/rules/{name}")
    for publication in in_use().series(name).publication:
        assert f"published {publication.published_words}" in page.words
        assert publication.certainty in page.words
        assert f": {publication.locator}" in page.words
        for grid in grids(publication.table):
            cells = {cell for row in grid.rows for cell in row if not isinstance(cell, SourceKey)}
            assert all(flat(cell) in page.words for cell in cells)
    assert page.words.count("in force today") == 1
    now = Parameters(today()).publication(name)
    first = page.words.index("From ")
    assert page.words[first:].startswith(f"From {now.effective_from.day} ")


def test_figures_that_are_made_up_say_so_first(browser: httpx.Client) -> None:
    page = see(browser, "/rules/pay-ranges")
    assert page.words.index("Made up, published by nobody.") < page.words.index("Trusts, by annual")
    assert "illustrative" in see(browser, "/rules/VSM_BAND").words


def test_a_rule_its_function_its_figures_and_its_checks_lead_to_each_other(
    browser: httpx.Client,
) -> None:
    leads = {
        "approver": {"VSM_APPROVAL", "APR101", "central-approval"},
        "VSM_APPROVAL": {"approver", "APR101", "pay-ranges"},
        "PEN101": {"NHS_PENSION_RATE", "contribution_rate", "member-contribution-tiers"},
        "pay-ranges": {"VSM_BAND", "band", "BND001"},
    }
    for key, others in leads.items():
        links = see(browser, f"/rules/{key}").values("href", "a")
        assert {f"/rules/{other}" for other in others} <= set(links)
    assert "/calculator/VSM_APPROVAL" in see(browser, "/rules/approver").values("href", "a")


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("contribution-rate", "contribution_rate"),
        ("pen101", "PEN101"),
        ("contribution-rate-mismatch", "PEN101"),
        ("Vsm Band", "VSM_BAND"),
        ("Employer Pension", "employer_pension"),
    ],
)
def test_a_name_however_it_is_typed(browser: httpx.Client, asked: str, key: str) -> None:
    got = browser.get(f"/rules/{asked}")
    assert (got.status_code, got.headers["location"]) == (308, f"/rules/{key}")


def test_a_name_as_it_is_written_comes_first() -> None:
    for key in ("employer_pension", "employer-pension", "afc_overlap", "AFC_OVERLAP"):
        entry = found(key, entries())
        assert entry is not None
        assert entry.key == key


@pytest.mark.parametrize(("name", "offered"), [("PEN999", "PEN10"), ("withold", "withhold")])
def test_a_name_that_is_none_offers_near_ones(
    browser: httpx.Client, name: str, offered: str
) -> None:
    got = browser.get(f"/rules/{name}")
    assert got.status_code == 404
    assert any(f"/rules/{offered}" in href for href in Page(got.text).values("href", "a"))
    assert near("@@@@", entries()) == []


def test_a_search_shows_what_it_found(browser: httpx.Client) -> None:
    page = see(browser, "/rules?q=exception+zone")
    assert "found for exception zone" in page.words
    assert "exception zone" in page.values("value", "input")
    assert "/rules/PAY102" in page.values("href", "a")


def test_a_search_that_finds_nothing_offers_near_names(browser: httpx.Client) -> None:
    page = see(browser, "/rules?q=withold")
    assert "Nothing has all of these words" in page.words
    assert "/rules/withhold" in page.values("href", "a")
    assert "Nothing has all of these words." in see(browser, "/rules?q=@@@@").words


@pytest.mark.parametrize(
    "path",
    [f"/rules?q={quote(EVIL)}", f"/rules/{quote(EVIL, safe='')}", f"/calculator/{quote(EVIL)}"],
)
def test_what_is_asked_for_is_inert(browser: httpx.Client, path: str) -> None:
    got = browser.get(path)
    assert got.status_code in {200, 404}
    assert "<script>alert" not in got.text
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in got.text
    assert "javascript:" not in got.text


@pytest.mark.parametrize("length", [1_000, 60_000])
def test_a_long_name_is_cut_and_quickly(browser: httpx.Client, length: int) -> None:
    for path in (f"/rules/{'e' * length}", f"/rules?q={'e' * length}"):
        got = browser.get(path)
        assert got.status_code in {200, 404}
        assert "e" * 300 not in got.text
