"""What is found for a query, and in which order."""

from __future__ import annotations

import pytest

from xl_vsm.reference.entries import entries, names_of
from xl_vsm.reference.search import LONGEST, search


def keys(query: str) -> list[str]:
    return [entry.key for entry in search(query)]


@pytest.mark.parametrize("name", names_of(entries()))
def test_every_name_is_found_by_itself_and_first(name: str) -> None:
    wanted = name.casefold().replace("_", "-")
    first = [entry for entry in search(name)[:3] if entry.kind]
    assert any(wanted in {_plain(each.key), _plain(each.name)} for each in first)


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pen101", "PEN101"),
        ("  PEN 101 ", "PEN101"),
        ("contribution rate mismatch", "PEN101"),
        ("vsm band", "VSM_BAND"),
        ("pay ranges", "pay-ranges"),
        ("withhold", "withhold"),
        ("macros", "SEC101"),
        ("£170,000", "APR101"),
        ("maternity leave", "withhold"),
        ("who must approve", "approver"),
        ("password", "WBK004"),
    ],
)
def test_the_likeliest_comes_first(query: str, first: str) -> None:
    assert keys(query)[0] == first


@pytest.mark.parametrize(
    ("query", "among"),
    [
        ("national insurance", {"BIL102", "employer_national_insurance", "NHS_PAYBILL"}),
        ("exception zone", {"PAY102", "pay_range", "VSM_RANGE"}),
        ("pending award", {"AWD104", "VSM_WITHHOLD"}),
        ("12.5%", {"PEN101", "NHS_PENSION_RATE"}),
        ("PEN", {"PEN101", "PEN105"}),
    ],
)
def test_what_else_is_found(query: str, among: set[str]) -> None:
    assert among <= set(keys(query))


def test_a_plural_is_found_as_its_singular_is() -> None:
    assert set(keys("contributions")) == set(keys("contribution"))


def test_every_word_must_be_there() -> None:
    assert "PEN101" in keys("rate tier pensionable")
    assert keys("rate tier giraffe") == []


@pytest.mark.parametrize("query", ["", "   ", "!!!", "giraffe", "<script>", "a" * 10_000])
def test_nothing_is_found_where_nothing_is(query: str) -> None:
    assert keys(query) == []


def test_a_long_query_is_cut() -> None:
    assert keys("PEN101 " + " " * LONGEST + "giraffe") == ["PEN101"]
