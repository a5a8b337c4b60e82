"""What pay costs an employer, in its parts, and a part of a year of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xl_vsm.committee.pay_year import PayYear
from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    apprenticeship_levy,
    employer_national_insurance,
    employer_pension,
    employer_pension_parts,
)
from xl_vsm.rules.money import to_the_penny

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Costs:
    """Pay and what goes with it. Pounds, to the penny.

    Attributes:
        pay: the pay.
        pension: the employer's whole pension contribution.
        paid_by_employer: the part of it that the employer is asked for.
        national_insurance: the employer's National Insurance.
        levy: what it adds to the apprenticeship levy.
    """

    pay: Decimal = NOTHING
    pension: Decimal = NOTHING
    paid_by_employer: Decimal = NOTHING
    national_insurance: Decimal = NOTHING
    levy: Decimal = NOTHING

    @property
    def paid_centrally(self) -> Decimal:
        """The part of the pension contribution that is paid centrally."""
        return self.pension - self.paid_by_employer

    @property
    def total(self) -> Decimal:
        """All of it, whoever pays."""
        return self.pay + self.pension + self.national_insurance + self.levy

    @property
    def own(self) -> Decimal:
        """What the employer pays itself."""
        return self.total - self.paid_centrally

    @property
    def without_pension(self) -> Costs:
        """The same pay where it is not pensionable."""
        return Costs(self.pay, NOTHING, NOTHING, self.national_insurance, self.levy)

    def times(self, part: int, whole: int) -> Costs:
        """Return a part of it, each amount to the penny."""
        return Costs(*(to_the_penny(each * part / whole) for each in self._each()))

    def share(self, rate: Decimal) -> Costs:
        """Return a fraction of it, each amount to the penny."""
        return Costs(*(to_the_penny(each * rate) for each in self._each()))

    def in_year(self, days: int, year: PayYear) -> Costs:
        """Return what it comes to on so many days of a pay year."""
        return self.times(days, year.days)

    @classmethod
    def sum(cls, costs: Iterable[Costs]) -> Costs:
        """Add costs up, part by part."""
        found = list(costs)
        return cls(*(sum(each, NOTHING) for each in zip(*(c._each() for c in found), strict=True)))

    def _each(self) -> tuple[Decimal, ...]:
        own = (self.paid_by_employer, self.national_insurance, self.levy)
        return (self.pay, self.pension, *own)


def costs_of(
    pay: Decimal, p: Parameters, costs: Parameters, *, besides: Decimal, in_scheme: bool
) -> Costs:
    """Return what a year's pay costs.

    National Insurance is on what the pay adds to other pay, as its threshold is counted once.

    Args:
        pay: pounds a year.
        p: the day, for the pension scheme.
        costs: the view for National Insurance and the levy, which go by the tax year.
        besides: what the post is paid already, pounds a year.
        in_scheme: whether pension is due on it.
    """
    pension, own = NOTHING, NOTHING
    if in_scheme:
        pension, own = employer_pension(pay, p), employer_pension_parts(pay, p)[0]
    insured = employer_national_insurance(besides + pay, costs)
    added = insured - employer_national_insurance(besides, costs)
    return Costs(pay, pension, own, added, apprenticeship_levy(pay, costs))
