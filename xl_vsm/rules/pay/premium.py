"""Pay premia: three grounds of up to 10%, and the premium of a challenged organisation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from xl_vsm.parameters import Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules.framework import first_day
from xl_vsm.rules.money import not_negative, percent, pounds, to_the_penny
from xl_vsm.rules.periods import first_day_after
from xl_vsm.rules.rule import Unanswerable, rule
from xl_vsm.rules.words import Ground

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import Premium


class OverLimit(ValueError):
    """The rate asked for is not one that the framework allows. It is never silently cut."""


def terms_of(ground: Ground, p: Parameters) -> Premium:
    """Return the published terms of a ground."""
    return next(premium for premium in p.premia.grounds if premium.ground == ground)


def first_unpaid_day(ground: Ground, start: date, extended: bool, p: Parameters) -> date | None:
    """Return the day on which a premium stops being paid; None where no source states an end."""
    terms = terms_of(ground, p)
    if terms.months is None:
        return None
    return first_day_after(start, terms.months + (terms.extension_months or 0) * extended)


def allowed_rate(ground: Ground, rate: Decimal | None, p: Parameters) -> Decimal:
    """Return the rate to pay: the one asked for, or the ground's own where none is.

    Raises:
        OverLimit: the rate is over the ceiling, or the ground has one rate and this is another.
    """
    terms = terms_of(ground, p)
    if rate is None:
        return terms.rate
    if rate < 0:
        raise OverLimit(f"rate must be 0 or more, not {percent(rate)}")
    if terms.ceiling and rate > terms.rate:
        raise OverLimit(
            f"rate is {percent(rate)}: over the {percent(terms.rate)} limit for {ground}"
        )
    if not terms.ceiling and rate != terms.rate:
        raise OverLimit(
            f"rate is {percent(rate)}: the premium for a {ground} is {percent(terms.rate)},"
            " one rate and not a limit"
        )
    return rate


def _why(
    base_salary: Decimal,
    ground: Ground,
    rate: Decimal | None,
    start: date | None,
    extended: bool,
    p: Parameters,
) -> str:
    paid = allowed_rate(ground, rate, p)
    amount = premium(base_salary, ground, rate, start, extended, p)
    end = None if start is None else first_unpaid_day(ground, start, extended, p)
    first = first_day(p)
    early = (
        f". The framework began on {day(first)} and is not retrospective (S2); the start is taken"
        " as stated"
        if start is not None and start < first
        else ""
    )
    begun = "" if start is None else f" from {day(start)}"
    until = "" if end is None else f" until the day before {day(end)}"
    return (
        f"{percent(paid)} of a base salary of {pounds(base_salary)} ({ground}){begun}{until}:"
        f" {pounds(amount)} a year on {day(p.effective)}{early}. {_unsaid(terms_of(ground, p))}"
    )


def _unsaid(terms: Premium) -> str:
    """Say what goes with a premium, and what the committee must settle because no source does."""
    if terms.pensionable is False:
        return (
            "It is not pensionable, and NHS England must be contacted before the post is"
            " advertised with it (S49)"
        )
    return (
        "The sources do not say whether it is pensionable, how long it lasts, or whether two"
        " grounds may be paid at once: the committee should state each"
    )


_STATEMENTS = {
    Ground.ADDITIONAL_RESPONSIBILITIES: ("S31", "S32"),
    Ground.MULTIPLE_ORGANISATIONS: ("S31", "S33"),
    Ground.EXCEPTIONAL_PERFORMANCE: ("S31", "S34"),
    Ground.CHALLENGED_ORGANISATION: ("S46", "S47", "S48", "S49"),
}


def _cites(
    base_salary: Decimal,
    ground: Ground,
    rate: Decimal | None,
    start: date | None,
    extended: bool,
    p: Parameters,
) -> tuple[str, ...]:
    del base_salary, rate, start, extended, p
    return _STATEMENTS[ground]


@rule(
    rests_on=("premia",),
    cites=("S31", "S32", "S33", "S34", "S46", "S47", "S48", "S49"),
    cites_for=_cites,
    why=_why,
)
def premium(
    base_salary: Decimal,
    ground: Ground,
    rate: Decimal | None,
    start: date | None,
    extended: bool,
    p: Parameters,
) -> Decimal:
    """Return the premium payable on the day, in pounds a year.

    Args:
        base_salary: pounds a year. The base of the 15% is not stated; base salary is taken.
        ground: what the premium is for.
        rate: a fraction; None for the ground's full rate.
        start: the first day it is paid; needed where the premium ends after a period.
        extended: whether the one justified extension was given.
        p: the day the answer is for.

    Returns:
        Pounds a year, to the penny; 0 before the start and after the end.

    Raises:
        OverLimit: the rate is not allowed.
        Unanswerable: the premium ends after a period and no start is given.
    """
    not_negative("base_salary", base_salary)
    paid = allowed_rate(ground, rate, p)
    if start is None:
        if terms_of(ground, p).months is not None:
            raise Unanswerable(f"start is needed: a premium for a {ground} ends after a period")
        return to_the_penny(base_salary * paid)
    end = first_unpaid_day(ground, start, extended, p)
    if p.effective < start or (end is not None and p.effective >= end):
        return Decimal(0)
    return to_the_penny(base_salary * paid)
