"""What a paper may be asked besides the workbook, as people type it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from xl_vsm.committee.annual import Workforce
from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.checked import folded
from xl_vsm.committee.costing import Multipliers, Scenario
from xl_vsm.sheets.dates import find_date

_AMOUNT: Final = re.compile(r"£?\s*\d[\d,]{0,11}(\.\d{1,2})?")
_PARTS: Final = {"award": "award_rate", "ranges": "range_uplift", "premium": "premium_take_up"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a paper may be asked to take into account besides the workbook.

    Attributes:
        posts: pay case: the posts wanted; all for which a decision is due where there are none.
        workforce: annual report: what the whole workforce earns.
        scenarios: costing: what is set beside the year as published.
        multipliers: costing: the Department's, for its method beside the direct one.
        first: arrears: the first month that is paid again; any day of it.
        last: arrears: the last such month.
        known_then: arrears: the day by which the months were paid.
        award: arrears: whether the annual award is backdated too.
    """

    posts: tuple[str, ...] = ()
    workforce: Workforce | None = None
    scenarios: tuple[Scenario, ...] = ()
    multipliers: Multipliers | None = None
    first: date | None = None
    last: date | None = None
    known_then: date | None = None
    award: bool = True


def settings_of(
    *,
    posts: Sequence[str] = (),
    workforce: str = "",
    scenarios: Sequence[str] = (),
    multipliers: str = "",
    first: str = "",
    last: str = "",
    known_then: date | None = None,
    award: bool = True,
) -> Settings:
    """Return the settings that texts say; an empty one says nothing.

    Raises:
        NotAsked: a text is not of the kind that is wanted; the message gives an example.
    """
    return Settings(
        posts=tuple(posts),
        workforce=percentiles(workforce) if workforce else None,
        scenarios=tuple(scenario(each) for each in scenarios),
        multipliers=two_multipliers(multipliers) if multipliers else None,
        first=month(first) if first else None,
        last=month(last) if last else None,
        known_then=known_then,
        award=award,
    )


def amount(text: str) -> Decimal:
    """Return an amount as people type it: £142,500.

    Raises:
        NotAsked: it is none.
    """
    said = text.strip()
    if not _AMOUNT.fullmatch(said):
        raise NotAsked(f"{text!r} is not an amount such as £142,500")
    return Decimal(said.replace("£", "").replace(",", "").strip())


def share(text: str) -> Decimal:
    """Return a percentage as a fraction: 3.25% is 0.0325.

    Raises:
        NotAsked: it is none, below 0% or above 100%.
    """
    said = text.strip()
    try:
        found = Decimal(said.removesuffix("%").strip()) / 100
    except InvalidOperation:
        raise NotAsked(f"{text!r} is not a percentage such as 3.25%") from None
    if not said.endswith("%") or not found.is_finite() or not 0 <= found <= 1:
        raise NotAsked(f"{text!r} is not a percentage from 0% to 100%, such as 3.25%")
    return found


def scenario(text: str) -> Scenario:
    """Return a scenario: "Half the award: award 1.5%, ranges 3%, premium 20%".

    Raises:
        NotAsked: it does not say what is to differ, or says what no scenario has.
    """
    name, colon, rest = text.partition(":")
    found: dict[str, Decimal] = {}
    for part in filter(None, (each.strip() for each in rest.split(","))):
        what, _, rate = part.replace("=", " ").partition(" ")
        if what.casefold() not in _PARTS:
            raise NotAsked(f"a scenario is of {', '.join(_PARTS)}, not of {what!r}")
        found[_PARTS[what.casefold()]] = share(rate)
    if not colon or not name.strip() or not found:
        raise NotAsked(f"{text!r} is not a scenario such as 'Higher: award 4%, ranges 3%'")
    return Scenario(name.strip(), **found)


def two_multipliers(text: str) -> Multipliers:
    """Return the Department's two multipliers: "1.05 1.31".

    Raises:
        NotAsked: they are not two, or below 1.
    """
    try:
        earnings, paybill = (Decimal(each) for each in text.replace(",", " ").split())
    except (InvalidOperation, ValueError):
        raise NotAsked(f"{text!r} is not two multipliers such as '1.05 1.31'") from None
    if not all(each.is_finite() and 1 <= each < 100 for each in (earnings, paybill)):
        raise NotAsked("each multiplier is 1 or more, such as 1.31")
    return Multipliers(earnings, paybill)


def percentiles(text: str) -> Workforce:
    """Return the workforce's percentiles: "£27,500 £36,000 £47,250".

    Raises:
        NotAsked: they are not three amounts that rise.
    """
    parts = [each for each in re.split(r"[;\s]+|,(?!\d{3})", text.strip()) if each]
    try:
        lower, middle, upper = (amount(each) for each in parts)
        return Workforce(lower, middle, upper)
    except ValueError as error:
        raise NotAsked(
            f"{text!r} is not the 25th percentile, the median and the 75th, such as"
            f" '£27,500 £36,000 £47,250': {error}"
        ) from error


def proposed(text: str) -> tuple[str, Decimal]:
    """Return a post and the salary proposed for it: "1011=£150,000".

    Raises:
        NotAsked: it does not say both, or the salary is nothing.
    """
    post, sign, said = text.rpartition("=")
    if not sign or not post.strip():
        raise NotAsked(f"{text!r} is not a post and its salary, such as '1011=£150,000'")
    salary = amount(said)
    if not salary:
        raise NotAsked(f"{text!r} proposes a salary of £0: a salary is more")
    return post.strip(), salary


def posts_and_salaries(
    posts: Iterable[str], proposals: Iterable[str]
) -> tuple[tuple[str, ...], dict[str, Decimal]]:
    """Return the posts that are asked for, those with a proposal among them, and the proposals.

    Where neither is asked, there are no posts: every decision of the workbook is meant then.

    Raises:
        NotAsked: a proposal does not say both, or there are two for one name.
    """
    salaries: dict[str, Decimal] = {}
    names = set()
    for post, salary in map(proposed, proposals):
        if folded(post) in names:
            raise NotAsked(f"two salaries are proposed for {post!r}: say one")
        names.add(folded(post))
        salaries[post] = salary
    asked = tuple(posts)
    known = {folded(each) for each in asked}
    return (*asked, *(each for each in salaries if folded(each) not in known)), salaries


def month(text: str) -> date:
    """Return the first day of a month: 2025-04.

    Raises:
        NotAsked: it is no month.
    """
    try:
        return date.fromisoformat(f"{text.strip()[:7]}-01")
    except ValueError:
        raise NotAsked(f"{text!r} is not a month such as 2025-04: {_month_meant(text)}") from None


def _month_meant(text: str) -> str:
    """Say how to type the month that was typed otherwise."""
    form = "months are typed as year-month"
    said = text.strip()
    whole = (said, f"1 {said}", f"1/{said}", f"{said}-1")
    meant = next(filter(None, map(find_date, whole)), None)
    if meant is None:
        return f"{form}, such as 2025-04 for April 2025"
    return f"{form}, so for {meant:%B %Y} type {meant:%Y-%m}"
