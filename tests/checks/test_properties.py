"""Posts made from the rules have nothing wrong; one cell changed is one finding, there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.posts import checked, unusable
from xl_vsm.findings import WorkbookReport
from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    Ground,
    OrganisationType,
    Outcome,
    Role,
    apprenticeship_levy,
    approver,
    award,
    band,
    contribution,
    contribution_rate,
    contribution_tier,
    employer_national_insurance,
    employer_pension,
    pay_range,
    paybill,
    position,
    premium,
    withhold,
)

DAYS = st.sampled_from([date(2025, 4, 30), date(2025, 9, 30), date(2026, 3, 31), date(2026, 6, 1)])


@st.composite
def right_posts(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], date]:
    """Draw an organisation, a day, and a post that is right there by every rule."""
    day = draw(DAYS)
    p = Parameters(day)
    kind = draw(st.sampled_from(OrganisationType))
    measure = "turnover" if kind is OrganisationType.TRUST else "weighted_population"
    size = draw(st.decimals(1, 4_000_000_000 if measure == "turnover" else 5_000_000, places=0))
    segment = draw(st.integers(1, 5))
    recovery = draw(st.booleans())
    organisation = {
        "organisation_type": str(kind),
        measure: size,
        "recovery_support": "yes" if recovery else "no",
    }
    if kind is OrganisationType.TRUST:
        organisation["segment"] = segment
    role = draw(st.sampled_from([Role.CHIEF_EXECUTIVE, Role.DIRECTOR]))
    found = pay_range(role, kind, size, p)
    salary = draw(st.decimals(found.minimum, found.exception_zone_maximum, places=2))
    met, managed = draw(st.booleans()), draw(st.booleans())
    appointed = draw(st.dates(date(2015, 1, 1), date(2025, 4, 1)))
    outcome = withhold(
        segment if kind is OrganisationType.TRUST else None,
        met,
        managed,
        appointed,
        recovery,
        False,
        False,
        p,
    ).outcome
    amount = award(salary, outcome, p).outcome
    if amount is None and outcome is Outcome.PENDING:
        amount = Decimal(0)
    rate = draw(st.decimals("0.01", "0.1", places=2))
    ground = draw(st.sampled_from([g for g in Ground if g is not Ground.CHALLENGED_ORGANISATION]))
    start = date(2025, 4, 1)
    post = {
        "post": "Post",
        "reference": "1001",
        "role": str(role),
        "salary": salary,
        "band": band(kind, size, p),
        "position": str(position(salary, role, kind, size, p)),
        "approval": str(approver(salary, role, kind, size, p).outcome),
        "appointed": appointed,
        "objectives_met": "yes" if met else "no",
        "performance_management": "yes" if managed else "no",
        "award_outcome": str(outcome),
        "premium_ground": str(ground),
        "premium_rate": rate,
        "premium_amount": premium(salary, ground, rate, start, False, p),
        "premium_start": start,
        "pensionable_pay": salary,
        "pension_tier": contribution_tier(salary, p),
        "pension_rate": contribution_rate(salary, p),
        "pension_contribution": contribution(salary, p),
        "employer_pension": employer_pension(salary, p),
        "employer_national_insurance": employer_national_insurance(salary, p),
        "apprenticeship_levy": apprenticeship_levy(salary, p),
        "paybill": paybill(salary, Decimal(0), p),
    }
    if amount is not None:
        post["award_amount"] = amount
    return post, organisation, day


FIGURES = {
    "band": "BND101",
    "position": "PAY103",
    "award_outcome": "AWD101",
    "premium_amount": "PAY201",
    "pension_tier": "PEN102",
    "pension_rate": "PEN101",
    "pension_contribution": "PEN103",
    "employer_pension": "BIL101",
    "employer_national_insurance": "BIL102",
    "apprenticeship_levy": "BIL103",
    "paybill": "BIL104",
}
"""Figures on which no other figure rests, and the check of each."""


def found(report: WorkbookReport) -> list[tuple[str, str | None]]:
    return [(f.code, f.cell) for f in report.findings if f.code != "BND001"]


def cell(post: dict[str, Any], field: str, row: int = 5) -> str:
    return f"{chr(ord('A') + list(post).index(field))}{row}"


@given(right_posts())
def test_a_post_made_from_the_rules_has_nothing_wrong(
    drawn: tuple[dict[str, Any], dict[str, Any], date],
) -> None:
    post, organisation, day = drawn
    report = checked(post, organisation=organisation, effective=day)
    assert found(report) == []
    assert report.complete


@given(right_posts(), st.sampled_from(sorted(FIGURES)), st.data())
def test_one_changed_cell_is_one_finding_at_that_cell(
    drawn: tuple[dict[str, Any], dict[str, Any], date], field: str, data: st.DataObject
) -> None:
    post, organisation, day = drawn
    right = post[field]
    changed = post | {field: data.draw(_other_than(field, right))}
    expected = [(FIGURES[field], cell(post, field))]
    if field == "award_outcome" and right == "committee decision":
        expected = []  # nobody but the committee can say that another outcome is wrong
    report = checked(
        changed, post | {"reference": "1002"}, organisation=organisation, effective=day
    )
    assert found(report) == expected


@given(
    right_posts(),
    st.sampled_from(["#REF!", "TBC"]),
    # An employer's costs rest on the premium, so they are not checked where it cannot be read.
    st.sampled_from(sorted(FIGURES.keys() - {"premium_amount"})),
    st.sampled_from(sorted(FIGURES)),
)
def test_one_bad_cell_never_hides_anothers_fault(
    drawn: tuple[dict[str, Any], dict[str, Any], date], raw: str, bad: str, wrong: str
) -> None:
    post, organisation, day = drawn
    if bad == wrong or (wrong == "award_outcome" and post[wrong] == "committee decision"):
        return
    state, code = {"#REF!": ("error value", "WBK104"), "TBC": ("unreadable", "WBK101")}[raw]
    changed = post | {bad: unusable(state, raw), wrong: _another(wrong, post[wrong])}
    report = checked(changed, organisation=organisation, effective=day)
    assert sorted(found(report)) == sorted(
        [(code, cell(post, bad)), (FIGURES[wrong], cell(post, wrong))]
    )


@given(right_posts())
def test_what_is_not_checked_says_why(
    drawn: tuple[dict[str, Any], dict[str, Any], date],
) -> None:
    post, organisation, day = drawn
    blank = {name: value for name, value in organisation.items() if name == "recovery_support"}
    report = checked(post, organisation=blank, effective=day)
    assert all(each.reason for each in report.not_checked)
    assert {"BND101", "PAY103"} <= {each.code for each in report.not_checked}
    assert organisation.keys() > blank.keys()


def _other_than(field: str, right: Any) -> st.SearchStrategy[Any]:
    if field == "band":
        return st.sampled_from([b for b in "ABCDE" if b != right])
    if field == "position":
        places = ["below range", "in range", "exception zone", "above range"]
        return st.sampled_from([place for place in places if place != right])
    if field == "award_outcome":
        return st.sampled_from([o.value for o in Outcome if o != right])
    if field == "pension_tier":
        return st.integers(1, 5)  # a salary in a VSM range is in the highest tier, the sixth
    if field == "pension_rate":
        return st.sampled_from([Decimal("0.052"), Decimal("0.107"), Decimal("0.145")])
    return st.integers(2, 10_000_000).map(lambda pence: right + Decimal(pence) / 100)


def _another(field: str, right: Any) -> Any:
    if field == "band":
        return "A" if right != "A" else "B"
    if field == "position":
        return "below range"  # no post that is drawn is there
    if field == "award_outcome":
        return "pending" if right != "pending" else "award"
    # One pound more is no figure's right amount.
    return {"pension_tier": 5, "pension_rate": Decimal("0.107")}.get(field, right + 1)
