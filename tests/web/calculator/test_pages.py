"""What the calculator shows of a function, of an answer, and of what is wrong."""

from __future__ import annotations

import re

import pytest

from tests.web.calculator.asking import Asker, answer, faults, formula
from xl_vsm.clock import today
from xl_vsm.excel import REGISTRY
from xl_vsm.parameters.days import day
from xl_vsm.reference.authority import functions

BAND = {"organisation_type": "trust", "size": "612,000,000", "effective": "1 April 2025"}
AWARD = {"segment": "2", "objectives_met": "yes", "performance_management": "no"}


def test_every_function_is_listed(asker: Asker) -> None:
    page = asker.see("/calculator")
    assert {f"/calculator/{name}" for name in functions()} <= set(page.values("href", "a"))


@pytest.mark.parametrize("name", sorted(functions()))
def test_a_form_has_the_words_of_each_argument(asker: Asker, name: str) -> None:
    page = asker.see(f"/calculator/{name}")
    for argument, words in REGISTRY[name].arguments.items():
        assert words.removeprefix("TRUE")[1:] in page.words
        assert any(each.startswith(argument) for each in page.values("name", "input"))
    assert len(page.values("for", "label")) == len(set(page.values("for", "label")))


def test_a_function_that_takes_nothing_answers_at_once(asker: Asker) -> None:
    (shown,) = answer(asker.see("/calculator/VSM_STATUS"))
    assert shown.startswith("xl_vsm ")


def test_an_answer_has_its_reason_its_source_its_days_and_its_figures(asker: Asker) -> None:
    said = {"pensionable_pay": "£64,000", "effective": "1/6/2025", "known": "2025-06-01"}
    page = asker.ask("NHS_PENSION_RATE", **said)
    assert answer(page) == ["0.125"]
    assert "Answer 12.5%" in page.words
    assert "£64,000 of actual pensionable pay is in tier 6, from £63,995" in page.words
    assert "The day it is for 1 June 2025" in page.words
    assert "What had been published by 1 June 2025" in page.words
    assert "(NHS Employers): table of rates from 1 April 2025" in page.words
    assert "https://nhsemployers.org/publications/nhs-pension-scheme-member-contributions" in (
        page.values("href", "a")
    )
    assert "/rules/member-contribution-tiers" in page.values("href", "a")
    assert formula(page) == "=NHS_PENSION_RATE(64000, DATE(2025, 6, 1), DATE(2025, 6, 1))"
    assert "nhsuk-card--warning" not in page.source


def test_a_day_left_blank_is_today_and_stands_in_the_formula(asker: Asker) -> None:
    page = asker.ask("VSM_BAND", **{**BAND, "effective": ""})
    now = today()
    assert f"{day(now)}, today, as no day was given" in page.words
    assert "Everything in this release" in page.words
    assert formula(page).endswith(f"DATE({now.year}, {now.month}, {now.day}))")


@pytest.mark.parametrize(
    ("function", "said", "mark", "figures"),
    [
        ("VSM_BAND", BAND, "illustrative", "VSM pay ranges"),
        ("VSM_RANGE", {**BAND, "role": "director"}, "illustrative", "VSM pay ranges"),
        (
            "VSM_WITHHOLD",
            {**AWARD, "appointed": "2020-01-01", "effective": "2026-04-01"},
            "pending",
            "Terms for withholding the annual award",
        ),
        (
            "VSM_AWARD",
            {"base_salary": "140000", "outcome": "pending", "effective": "2025-09-30"},
            "pending",
            "",
        ),
        (
            "NHS_PENSION_TIER",
            {"pensionable_pay": "60000", "effective": "2026-06-01"},
            "transcribed",
            "NHS Pension Scheme member contribution tiers",
        ),
        (
            "VSM_EXPLAIN",
            {"function_name": "vsm band", "argument_1": "trust", "argument_2": "£1"},
            "illustrative",
            "VSM pay ranges",
        ),
    ],
)
def test_what_to_know_of_an_answer_stands_before_it(
    asker: Asker, function: str, said: dict[str, str], mark: str, figures: str
) -> None:
    page = asker.ask(function, **said)
    warning, _, after = page.words.partition(" Answer ")
    assert f"{mark.capitalize()}: " in warning
    assert figures in warning
    assert re.search(rf'<strong class="nhsuk-tag nhsuk-tag--\w+">{mark}</strong>', page.source)
    assert after


def test_a_range_has_its_four_cells_with_their_names(asker: Asker) -> None:
    page = asker.ask("VSM_RANGE", **BAND, role="chief executive")
    assert answer(page) == ["200000.0", "220000.0", "230000.0", "illustrative"]
    shown = "Minimum £200,000 Operational maximum £220,000 Exception zone maximum £230,000"
    assert f"{shown} Status illustrative" in page.words


def test_what_is_wrong_stands_at_each_field_and_above(asker: Asker) -> None:
    sent = asker.post("VSM_POSITION", salary="lots", role="porter", effective="1 April")
    assert sent.status_code == 422
    page = asker.ask("VSM_POSITION", salary="lots", role="porter", effective="1 April")
    told = faults(page)
    assert told == [
        "Salary must be a number, not 'lots'",
        'Role must be "chief executive", "director" or "designated VSM", not \'porter\'',
        "Choose the organisation type",
        "Enter the size",
        'Effective date must be a day such as 31/05/2025 or 31 May 2025: "1 April" is not a date',
    ]
    summary = page.words.partition("There is a problem ")[2]
    assert summary.startswith(" ".join(told))
    for at in ("salary", "role", "organisation_type", "size", "effective"):
        assert f"#{at}" in page.values("href", "a")
        assert at in page.values("id", "input")
    assert "Error: Where a salary lies" in page.words
    assert answer(page) == []


@pytest.mark.parametrize(
    ("function", "said", "told"),
    [
        (
            "VSM_PREMIUM",
            {"base_salary": "150000", "ground": "exceptional performance", "rate": "12%"},
            "Rate is 12%: over the 10% limit for exceptional performance",
        ),
        (
            "VSM_PREMIUM",
            {"base_salary": "150000", "ground": "challenged organisation"},
            "Start is needed: a premium for a challenged organisation ends after a period",
        ),
        (
            "VSM_RANGE",
            {**BAND, "role": "designated VSM"},
            "Role: the pay ranges loaded are for chief executives and directors",
        ),
        (
            "NHS_PENSION_TIER",
            {"pensionable_pay": "50000", "effective": "2015-03-31"},
            (
                "Effective date is not covered. NHS Pension Scheme member contribution tiers: the "
                "first table here is from 1 April 2015; there is none for 31 March 2015"
            ),
        ),
        (
            "VSM_WITHHOLD",
            {**AWARD, "segment": "9", "appointed": "2020-01-01", "effective": "2025-06-01"},
            "Segment must be 1, 2, 3, 4 or 5",
        ),
        ("VSM_WITHHOLD", {}, "Choose yes or no for objectives met"),
        ("VSM_BAND", {**BAND, "size": "9" * 300}, "Size must be no more than 200 signs"),
    ],
)
def test_what_a_rule_refuses_stands_at_the_field_that_it_names(
    asker: Asker, function: str, said: dict[str, str], told: str
) -> None:
    page = asker.ask(function, **said)
    assert any(told in each for each in faults(page)), faults(page)


def test_what_no_field_is_to_blame_for_is_said_above(asker: Asker) -> None:
    page = asker.ask("VSM_EXPLAIN", function_name="NHS_PENSION_TIER", argument_4="1")
    assert faults(page) == []
    assert "There is a problem NHS_PENSION_TIER takes 3 arguments, not 4" in page.words


def test_what_was_typed_is_still_there(asker: Asker) -> None:
    page = asker.ask("VSM_POSITION", salary="£215,000", role="director", size="many")
    assert "£215,000" in page.values("value", "input")
    assert re.search(r'value="director" checked', page.source)


def test_nothing_that_was_typed_stands_in_an_address_or_a_title(asker: Asker) -> None:
    sent = asker.post("NHS_PENSION_TIER", pensionable_pay="64321", effective="2025-06-01")
    assert str(sent.url).endswith("/calculator/NHS_PENSION_TIER")
    assert sent.headers["cache-control"] == "no-store"
    assert "64321" not in sent.text.partition("</title>")[0]


def test_a_form_without_its_key_is_refused(asker: Asker) -> None:
    asked = asker.browser.post("/calculator/VSM_BAND", data=BAND)
    assert asked.status_code == 403
    assert "data value" not in asked.text


@pytest.mark.parametrize(
    ("name", "near"), [("VSM_BAD", "VSM_BAND"), ("NHS_PENSION_TEIR", "NHS_PENSION_TIER")]
)
def test_a_name_that_is_none_offers_near_ones(asker: Asker, name: str, near: str) -> None:
    got = asker.browser.get(f"/calculator/{name}")
    assert got.status_code == 404
    assert f'href="/calculator/{near}"' in got.text
    assert asker.post(name).status_code == 404


def test_a_name_in_other_capitals_leads_to_the_form(asker: Asker) -> None:
    got = asker.browser.get("/calculator/vsm-band")
    assert (got.status_code, got.headers["location"]) == (308, "/calculator/VSM_BAND")
