"""What a paper on arrears holds: each post and month, as it was paid and as it is now due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from xl_vsm.committee.checked import Checked, LeftOut
from xl_vsm.parameters import Parameters, Publication
from xl_vsm.rules import MonthArrears

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import MemberTiers

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class PostPay:
    """A post whose arrears are worked out. Pounds.

    Attributes:
        number: its place among them, from 1.
        key: what its row is known by.
        title: its title.
        salary: full-time equivalent, a year, taken as before the award.
        fte: the share of full time.
        award: the award for full time, a year; 0 where none is backdated.
        why: why it is so.
        in_scheme: whether it is taken to be in the pension scheme.
    """

    number: int
    key: str
    title: str
    salary: Decimal
    fte: Decimal
    award: Decimal
    why: str
    in_scheme: bool

    @property
    def name(self) -> str:
        """The reference and the title."""
        return self.key if self.key == self.title else f"{self.key} {self.title}"


@dataclass(frozen=True, slots=True)
class ArrearsLine:
    """A post in a month. Pounds, to the penny.

    Attributes:
        post: the post.
        month: the first day of the month.
        days: calendar days in post in it.
        month_days: calendar days that it has.
        pay_then: gross pay without the award.
        pay_now: gross pay with it.
        annual_then: the annual pay that the tier was found by.
        annual_now: the annual pay that it is found by now.
        contribution: by the tables; none out of the scheme.
    """

    post: PostPay
    month: date
    days: int
    month_days: int
    pay_then: Decimal
    pay_now: Decimal
    annual_then: Decimal
    annual_now: Decimal
    contribution: MonthArrears | None

    @property
    def taken(self) -> Decimal:
        """The contribution by the table known then, on the pay then."""
        return self.contribution.taken if self.contribution else NOTHING

    @property
    def due(self) -> Decimal:
        """The contribution by the table known now, on the pay now."""
        return self.contribution.due if self.contribution else NOTHING

    @property
    def amounts(self) -> Amounts:
        """The amounts that add up."""
        return Amounts(self.pay_then, self.pay_now, self.taken, self.due)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was paid and taken, and what is due. Pounds."""

    pay_then: Decimal = NOTHING
    pay_now: Decimal = NOTHING
    taken: Decimal = NOTHING
    due: Decimal = NOTHING

    @property
    def pay(self) -> Decimal:
        """Gross pay still owed to the post-holder."""
        return self.pay_now - self.pay_then

    @property
    def pension(self) -> Decimal:
        """The contribution still owed by the post-holder; negative where it is to be paid back."""
        return self.due - self.taken

    @classmethod
    def sum(cls, of: Iterable[Amounts]) -> Amounts:
        """Add amounts up."""
        found = list(of)
        return cls(
            sum((e.pay_then for e in found), NOTHING),
            sum((e.pay_now for e in found), NOTHING),
            sum((e.taken for e in found), NOTHING),
            sum((e.due for e in found), NOTHING),
        )


@dataclass(frozen=True, slots=True)
class MonthTables:
    """The tables of tiers that answer for a month: as was known then, and as is known now."""

    month: date
    then: Publication
    now: Publication


@dataclass(frozen=True, slots=True)
class ArrearsResult:
    """The arrears of a workbook's posts.

    Attributes:
        of: the workbook.
        p: the view whose figures the paper names.
        known_then: what had been published when the months were paid.
        known_now: what has been published by now; none for everything in this release.
        with_award: whether the award is backdated, or only a table of tiers.
        months: each month with its tables.
        posts: each post.
        lines: each post in each month that it has any day in.
        left_out: rows that are not in it, with the reason.
    """

    of: Checked
    p: Parameters
    known_then: date
    known_now: date | None
    with_award: bool
    months: tuple[MonthTables, ...]
    posts: tuple[PostPay, ...]
    lines: tuple[ArrearsLine, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def total(self) -> Amounts:
        """All of it."""
        return Amounts.sum(each.amounts for each in self.lines)

    def of_post(self, post: PostPay) -> Amounts:
        """Return what a post's months come to."""
        return Amounts.sum(each.amounts for each in self.lines if each.post is post)

    def of_month(self, month: date) -> Amounts:
        """Return what a month's posts come to."""
        return Amounts.sum(each.amounts for each in self.lines if each.month == month)

    @property
    def tables(self) -> tuple[Publication, ...]:
        """Each table of tiers that a month was or is judged by, once."""
        found: dict[str, Publication] = {}
        for each in self.months:
            found.setdefault(each.then.key, each.then)
            found.setdefault(each.now.key, each.now)
        return tuple(found.values())


def tiers_of(table: Publication) -> MemberTiers:
    """Return a publication's tiers."""
    return cast("MemberTiers", table.table)
