from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import (
    BackdatedMonth,
    Citation,
    Role,
    Unanswerable,
    afc_overlap,
    annual_pay,
    apprenticeship_levy,
    arrears,
    contribution_rate,
    employer_national_insurance,
    employer_pension,
    employer_pension_parts,
    estimated_paybill,
    is_discrepant,
    must_be_on_vsm_terms,
    pay_to_assess,
    paybill,
    pensionable,
    pensionable_hours,
    rate_without_estimate,
    rounded_estimate,
    shown_fte,
)
from xl_vsm.rules.words import Word

DAY = date(2025, 9, 1)
PENNY = Decimal("0.01")
money = st.decimals(0, 400_000, places=2)
PENSION_DAYS = [date(2023, 6, 1), date(2024, 4, 1), date(2026, 6, 1)]


# ---- how far above Agenda for Change


@pytest.mark.parametrize(
    ("salary", "said"),
    [
        ("140531", "£140,531 is £14,894 above the top of band 9, £125,637"),
        ("125637.01", "£125,637.01 is £0.01 above the top of band 9, £125,637"),
        ("125637", "£125,637 is exactly at the top of band 9, £125,637"),
        ("120000", "£120,000 is £5,637 below the top of band 9, £125,637"),
    ],
)
def test_the_reason_says_on_which_side(salary: str, said: str) -> None:
    found = afc_overlap.explain(Decimal(salary), "9", Parameters(DAY))
    assert found.reason == said
    assert [cite.source for cite in found.cites] == ["nhs-take-home-pay-2025-26"]


@pytest.mark.parametrize(("band", "derived"), [("8d", True), ("9", False)])
def test_a_derived_point_is_called_so(band: str, derived: bool) -> None:
    p = Parameters(date(2024, 6, 1))
    said = afc_overlap.explain(Decimal(110_000), band, p).reason
    assert ("derived from another year's" in said) is derived
    assert p.transcribed == ("Agenda for Change pay points",)


def test_an_unknown_band_is_answered_with_the_bands_there_are() -> None:
    with pytest.raises(Unanswerable, match=r"one of 1, 2, 3, .*, 8d, 9, not '10'"):
        afc_overlap(Decimal(1), "10", Parameters(DAY))
    with pytest.raises(Unanswerable, match="one of 2, 3"):
        afc_overlap(Decimal(1), "1", Parameters(date(2026, 6, 1)))


@given(money, st.sampled_from(["1", "5", "8a", "8d", "9"]))
def test_overlap_goes_pound_for_pound(salary: Decimal, band: str) -> None:
    p = Parameters(DAY)
    assert afc_overlap(salary + 1, band, p) - afc_overlap(salary, band, p) == 1
    assert afc_overlap(salary, band, p) + p.afc_pay_points.top_of(band).pay == salary  # type: ignore[union-attr]


# ---- the annual figure


@pytest.mark.parametrize(
    ("facts", "said", "cite"),
    [
        (("50000", None, None, None), "pensionable pay of the previous scheme year", "Case 1"),
        ((None, "30000", 183, None), "£30,000 over 183 days is £59,836.06 for 365 days", "Case"),
        (("50000", "30000", 183, "66000"), "£66,000 is the new estimated annual pay", "change"),
    ],
)
def test_the_reason_says_which_figure_was_taken(
    facts: tuple[str | int | None, ...], said: str, cite: str
) -> None:
    given_facts = [Decimal(fact) if isinstance(fact, str) else fact for fact in facts]
    found = annual_pay.explain(*given_facts, Parameters(DAY))
    assert said in found.reason
    assert cite in found.cites[0].locator


@given(money, st.integers(1, 366))
def test_a_year_at_one_rate_is_its_share_of_the_days(earnings: Decimal, days: int) -> None:
    found = annual_pay(None, earnings, days, None, Parameters(DAY)).outcome
    assert abs(found * days - earnings * 365) <= PENNY * days
    assert found == found.quantize(PENNY)


@given(money, money, st.integers(1, 366))
def test_more_earnings_are_never_less_a_year(one: Decimal, other: Decimal, days: int) -> None:
    p = Parameters(DAY)
    low, high = sorted((one, other))
    below = annual_pay(None, low, days, None, p).outcome
    assert below <= annual_pay(None, high, days, None, p).outcome


def test_pay_that_nobody_can_estimate_has_a_rate_of_its_own() -> None:
    # NHSBSA KA-27957: bank posts, 6.5%.
    assert rate_without_estimate(Parameters(DAY)) == Decimal("0.065")
    assert rate_without_estimate(Parameters(date(2024, 4, 1))) == Decimal("0.065")
    with pytest.raises(Unanswerable, match="no source gives a rate"):
        rate_without_estimate(Parameters(date(2024, 3, 31)))


def test_posts_are_assessed_one_by_one_unless_alike_at_one_employer() -> None:
    # Regulations 2015, Schedule 11, paragraph 1(b); NHSBSA KA-04366 for two posts alike.
    pays = [Decimal(20_000), Decimal("13259.99")]
    assert pay_to_assess(pays, same_employer_and_rate_of_pay=False) == tuple(pays)
    assert pay_to_assess(pays, same_employer_and_rate_of_pay=True) == (Decimal("33259.99"),)


# ---- which pay is pensionable


@pytest.mark.parametrize(
    ("kind", "said", "source"),
    [
        ("Salary", "salary is pensionable", "nhsbsa-pay-and-contributions"),
        ("injury allowance", "injury allowance is not pensionable", "nhsbsa-ka-04362"),
        (
            "premium of up to 10%",
            "premium of up to 10% is not said to be pensionable or not",
            "nhs-providers-2025-05-15",
        ),
    ],
)
def test_the_reason_says_whether_it_is_pensionable(kind: str, said: str, source: str) -> None:
    found = pensionable.explain(kind, Parameters(DAY))
    assert found.reason == said
    assert found.cites[0].source == source


def test_every_kind_that_the_table_names_is_answered_with_its_document() -> None:
    p = Parameters(DAY)
    for each in p.pensionable_pay.kinds:
        found = pensionable(each.kind.upper(), p)
        assert found.outcome is each.pensionable
        assert found.cites == (Citation(each.source, each.locator),)
        assert each.source in p.store.sources


def test_near_kinds_are_offered() -> None:
    with pytest.raises(Unanswerable, match='such as "wages"'):
        pensionable("wage", Parameters(DAY))
    with pytest.raises(Unanswerable, match='"salary", "wages", "fees"'):
        pensionable("zzz", Parameters(DAY))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("30", "30 of 30 hours are pensionable, up to whole time at 37.5"),
        ("37.5", "37.5 of 37.5 hours are pensionable, up to whole time at 37.5"),
        ("45", "37.5 of 45 hours are pensionable"),
        ("45", "up to whole time at 37.5; 7.5 above whole time are not"),
    ],
)
def test_the_reason_says_how_many_hours(hours: str, said: str) -> None:
    found = pensionable_hours.explain(Decimal(hours), Parameters(DAY))
    assert said in found.reason
    assert "Pensionable overtime for part-time NHS staff" in [c.locator for c in found.cites]


# ---- estimates by the Department's method


def test_the_reason_tells_the_method_and_the_rounded_figure() -> None:
    facts = (Decimal(29_970), Decimal("1.2"), Decimal("1.3"))
    p = Parameters(DAY)
    found = estimated_paybill.explain(*facts, p)
    assert found.reason == (
        "basic pay £29,970 x earnings 1.2 x paybill 1.3 is £46,753.20, which the Department would"
        " show as about £47,000"
    )
    assert [cite.source for cite in found.cites] == ["dhsc-paybill-2025-26"]


@given(st.decimals(1, 9_999_999, places=2))
def test_an_estimate_keeps_two_significant_figures(amount: Decimal) -> None:
    shown = rounded_estimate(amount, Parameters(DAY))
    assert len(str(shown.normalize()).replace(".", "").split("E")[0]) <= 2
    assert abs(shown - amount) <= amount / 20


@given(st.decimals("0.01", 10_000, places=2))
def test_a_small_fte_is_hidden(fte: Decimal) -> None:
    assert (shown_fte(fte, Parameters(DAY)) == "*") is (fte < 5)


@given(money, money)
def test_a_discrepancy_is_measured_from_what_is_expected(recorded: Decimal, due: Decimal) -> None:
    inside = due * Decimal("0.95") <= recorded <= due * Decimal("1.05")
    assert is_discrepant(recorded, due, Parameters(DAY)) is not inside


# ---- what an employer pays


@given(money, st.sampled_from(PENSION_DAYS))
def test_the_parts_make_the_whole(pay: Decimal, day: date) -> None:
    p = Parameters(day)
    paid, centrally = employer_pension_parts(pay, p)
    assert paid + centrally == employer_pension(pay, p)
    assert centrally >= 0
    assert abs(centrally - pay * p.employer_pension.paid_centrally) <= PENNY


@given(money, money, st.sampled_from(PENSION_DAYS))
def test_the_paybill_is_the_sum_of_its_parts(basic: Decimal, besides: Decimal, day: date) -> None:
    p = Parameters(day)
    pay = basic + besides
    assert paybill(basic, besides, p) == (
        pay
        + sum(employer_pension_parts(basic, p))
        + employer_national_insurance(pay, p)
        + apprenticeship_levy(pay, p)
    )


# ---- arrears


def backdated(pay_then: Decimal, pay_now: Decimal, month: date = DAY) -> BackdatedMonth:
    return BackdatedMonth(month, pay_then / 12, pay_then, pay_now / 12, pay_now)


@given(money, st.dates(date(2015, 4, 1), date(2027, 3, 31)))
def test_nothing_changed_nothing_is_owed(pay: Decimal, month: date) -> None:
    p = Parameters(DAY)
    (found,) = arrears([backdated(pay, pay, month)], p, p)
    assert found.arrears == 0
    assert found.rate_then == found.rate_now == contribution_rate(pay, Parameters(month))


@given(money, money)
def test_backdated_pay_is_never_paid_back_by_one_table(one: Decimal, other: Decimal) -> None:
    p = Parameters(DAY)
    low, high = sorted((one, other))
    (up,) = arrears([backdated(low, high)], p, p)
    (down,) = arrears([backdated(high, low)], p, p)
    assert up.arrears >= 0
    assert down.arrears == -up.arrears


def test_no_months_no_arrears() -> None:
    p = Parameters(DAY)
    assert arrears([], p, p) == ()


def test_a_month_that_no_table_answers_for_is_refused() -> None:
    p = Parameters(DAY)
    month = backdated(Decimal(1), Decimal(1), date(2015, 3, 31))
    with pytest.raises(NotInForce, match="31 March 2015"):
        arrears([month], p, p)


def test_the_months_go_by_the_figures_of_their_own_view() -> None:
    then, now = Parameters(DAY, date(2025, 6, 1)), Parameters(DAY, date(2025, 9, 1))
    (found,) = arrears([backdated(Decimal(64_500), Decimal(64_500))], then, now)
    assert (found.tier_then, found.tier_now) == (6, 5)
    assert (found.taken, found.due) == (Decimal("671.88"), Decimal("575.13"))
    (found,) = arrears([backdated(Decimal(64_500), Decimal(64_500))], now, then)
    assert (found.tier_then, found.tier_now) == (5, 6)


# ---- words


def test_words_need_no_aliases() -> None:
    class Shift(Word):
        DAY = "day shift"

    assert Shift.read("Day-Shift") is Shift.DAY
    with pytest.raises(ValueError, match="must be \"day shift\", not 'night'"):
        Shift.read("night")


def test_the_reason_for_who_may_keep_a_medical_contract() -> None:
    p = Parameters(date(2025, 9, 30))
    appointed = date(2025, 4, 2)
    must = must_be_on_vsm_terms.explain(Role.CHIEF_EXECUTIVE, appointed, p)
    assert must.reason.endswith("should be on VSM terms, medically qualified or not")
    may = must_be_on_vsm_terms.explain(Role.DIRECTOR, appointed, p)
    assert "may keep a medical contract" in may.reason
