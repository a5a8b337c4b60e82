"""What a costing holds: plain figures, each of which can be traced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from xl_vsm.committee.checked import Checked, LeftOut
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.asked import Multipliers, Scenario
from xl_vsm.committee.costing.over_years import Overlap
from xl_vsm.committee.limit import limit_of
from xl_vsm.committee.paper import Level
from xl_vsm.committee.pay_year import PayYear
from xl_vsm.findings import Mark
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Citation, Position

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import Range


class Group(StrEnum):
    """What becomes of a post's award, as far as anybody can say."""

    PAID = "to be paid"
    WITHHELD = "withheld"
    PENDING = "pending"
    UNSAID = "cannot be said"


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post and what it costs. Pounds.

    Attributes:
        number: its place among the posts of the costing, from 1.
        key: what its row is known by.
        title: its title.
        salary: full-time equivalent, a year, before the award.
        fte: the share of full time.
        began: the first day in post, where the workbook states one.
        left: the last day in post, where the workbook states one.
        days: calendar days in post in the pay year.
        held: whether somebody holds it on the costing's day: where a post changed hands in the
            year, one of its rows is not.
        in_scheme: whether it is taken to be in the pension scheme.
        group: what becomes of its award.
        why: why.
        cites: the places that that rests on.
        year: what it costs before the award, over a full year.
        in_year: the same for the days in post.
        award: the award for full time, a year; none where the figures here have none for it.
        award_year: what the award costs, over a full year.
        award_in_year: the same for the days in post.
        range: the pay range; none where nobody can say.
        range_why: why there is none.
        marks: what to know of the range before anybody relies on it.
        limit: the salary above which NHS England approves; none where that is not its test.
    """

    number: int
    key: str
    title: str
    salary: Decimal
    fte: Decimal
    began: date | None
    left: date | None
    days: int
    held: bool
    in_scheme: bool
    group: Group
    why: str
    cites: tuple[Citation, ...]
    year: Costs
    in_year: Costs
    award: Decimal | None
    award_year: Costs | None
    award_in_year: Costs | None
    range: Range | None
    range_why: str
    marks: tuple[Mark, ...]
    limit: Decimal | None

    @property
    def name(self) -> str:
        """The reference and the title."""
        return self.key if self.key == self.title else f"{self.key} {self.title}"

    def salary_with(self, award: Decimal | None) -> Decimal:
        """Return the full-time salary with an award, where it is to be paid."""
        return self.salary + (award or 0) if self.group is Group.PAID else self.salary


@dataclass(frozen=True, slots=True)
class PremiumLine:
    """A premium: paid on top of base salary, and not consolidated into it. Pounds.

    Attributes:
        post: whose it is.
        ground: what it is for.
        rate: the fraction of base salary.
        first: the first day in the pay year on which it is paid.
        last: the last one.
        days: calendar days from the one to the other; 0 where it is not paid in the year.
        pensionable: whether it is; none where no source says.
        year: what it costs over a full year; its pension as if it were pensionable.
        in_year: the same for the days on which it is paid.
    """

    post: PostLine
    ground: str
    rate: Decimal
    first: date
    last: date
    days: int
    pensionable: bool | None
    year: Costs
    in_year: Costs


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """A post in a scenario. Pounds.

    Attributes:
        post: the post.
        award: the award for full time, a year.
        award_year: what it costs over a full year; none where no figure can be given.
        award_in_year: the same for the days in post.
        salary: full-time equivalent, with the award where it is to be paid.
        range: minimum, operational maximum and exception zone maximum; none where unknown.
        position: where the salary lies in it.
        above: by how much it exceeds the top of each Agenda for Change band, in the bands' order.
        above_next: the same by the scale of the next pay year, where another is known.
    """

    post: PostLine
    award: Decimal | None
    award_year: Costs | None
    award_in_year: Costs | None
    salary: Decimal
    range: tuple[Decimal, Decimal, Decimal] | None
    position: Position | None
    above: tuple[Decimal, ...]
    above_next: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """A scenario and what came of it.

    Attributes:
        asked: what was asked.
        award_rate: the award that it is costed with.
        range_uplift: by how much the ranges were raised.
        lines: each post.
        premia: what the premia cost in the year; pension as if pensionable where no source says.
    """

    asked: Scenario
    award_rate: Decimal
    range_uplift: Decimal
    lines: tuple[ScenarioLine, ...]
    premia: Costs

    def cost(self, group: Group = Group.PAID) -> Costs:
        """Return what the award costs in the year, over the posts of a group."""
        found = (e.award_in_year for e in self.lines if e.post.group is group)
        return Costs.sum(each for each in found if each)

    def at(self, position: Position) -> tuple[ScenarioLine, ...]:
        """Return the posts that are held on the day and whose salary lies in a position."""
        return tuple(each for each in self.held if each.position is position)

    @property
    def held(self) -> tuple[ScenarioLine, ...]:
        """The posts that are held on the day: each post once, whoever left it in the year."""
        return tuple(each for each in self.lines if each.post.held)


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """A post by the Department's method. Pounds a year.

    Attributes:
        post: the post.
        paybill: estimated on its salary before the award, for its share of full time.
        award: estimated on the award alone; 0 where the award is not to be paid.
    """

    post: PostLine
    paybill: Decimal
    award: Decimal


@dataclass(frozen=True, slots=True)
class Estimate:
    """The costing by the Department's method, exact and as the Department would show it."""

    multipliers: Multipliers
    figures: int
    lines: tuple[EstimateLine, ...]
    paybill: Decimal
    paybill_rounded: Decimal
    award: Decimal
    award_rounded: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class Costing:
    """What the award costs, and everything that it was worked out from.

    Attributes:
        of: the workbook.
        p: the view of the figures, with all that were used.
        costs: the view for National Insurance and the levy, which go by the tax year.
        year: the pay year.
        posts: every post that can be costed.
        premia: the premia that the workbook states.
        premia_left_out: premia that cannot be costed, with the reason.
        left_out: rows that are not costed, with the reason.
        scenarios: side by side, what is published first.
        premium_rate: the ordinary premium's full rate; none where the framework does not answer.
        premium_for_all: what that premium would cost for each post in the year.
        overlap: pay beside Agenda for Change; none where no scale answers for the day.
        estimate: the Department's method, where multipliers are supplied.
    """

    of: Checked
    p: Parameters
    costs: Parameters
    year: PayYear
    posts: tuple[PostLine, ...]
    premia: tuple[PremiumLine, ...]
    premia_left_out: tuple[LeftOut, ...]
    left_out: tuple[LeftOut, ...]
    scenarios: tuple[ScenarioResult, ...]
    premium_rate: Decimal | None
    premium_for_all: tuple[PremiumLine, ...]
    overlap: Overlap | None
    estimate: Estimate | None

    @property
    def held(self) -> tuple[PostLine, ...]:
        """The posts that are held on the day."""
        return tuple(each for each in self.posts if each.held)

    @property
    def limit(self) -> Level | None:
        """The salary above which NHS England approves those; none where it is no test of them."""
        return limit_of(each.limit for each in self.held)

    def of_group(self, group: Group) -> tuple[PostLine, ...]:
        """Return the posts of a group."""
        return tuple(each for each in self.posts if each.group is group)

    def award_in_year(self, group: Group) -> Costs:
        """Return what the award of a group costs in the pay year, or would if it were paid."""
        return Costs.sum(e.award_in_year for e in self.of_group(group) if e.award_in_year)

    def award_year(self, group: Group) -> Costs:
        """Return the same over a full year."""
        return Costs.sum(e.award_year for e in self.of_group(group) if e.award_year)

    @property
    def illustrative(self) -> bool:
        """Whether a made-up range is among the figures."""
        return any("illustrative" in each.marks for each in self.posts)
