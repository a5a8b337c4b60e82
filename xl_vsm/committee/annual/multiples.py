"""Pay multiples: the highest-paid director beside the whole workforce."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from xl_vsm.committee.annual.banded import band_of, band_words
from xl_vsm.committee.annual.premia import due_premium
from xl_vsm.committee.annual.reported import Reported, called
from xl_vsm.committee.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Figure,
    Table,
    ToComplete,
    Value,
    Words,
)
from xl_vsm.committee.post import Post
from xl_vsm.rules.money import PENNY, pounds

_RATIO = PENNY
"""Multiples are told to two places."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """What the whole workforce is paid in total, which only the organisation knows.

    Attributes:
        lower_quartile: the 25th percentile, pounds a year, full time.
        median: the middle.
        upper_quartile: the 75th percentile.

    Raises:
        ValueError: an amount is not above nothing, or they do not rise.
    """

    lower_quartile: Decimal
    median: Decimal
    upper_quartile: Decimal

    def __post_init__(self) -> None:
        """Refuse what cannot be percentiles."""
        if not 0 < self.lower_quartile <= self.median <= self.upper_quartile:
            raise ValueError(
                "the 25th percentile, the median and the 75th percentile must be more than £0 and"
                f" rise, not {pounds(self.lower_quartile)}, {pounds(self.median)} and"
                f" {pounds(self.upper_quartile)}"
            )


def multiples(of: Reported, workforce: Workforce | None) -> tuple[Block, ...]:
    """Return the multiples, or the blanks where the workforce's pay is not given."""
    note = of.notes.saying(
        "pay multiples",
        "The midpoint of the band of £5,000 that the highest-paid director's pay is in, divided by"
        " the pay of the workforce at each point. The Department's manual for accounts was not"
        " read: the pay taken here is the full-time salary with the premium due on the day.",
        (),
    )
    highest = _highest(of)
    if highest is None:
        return (Words("Nobody holds a post on the day, so there is no highest-paid director."),)
    pay = _pay(highest)
    midpoint = sum(band_of(pay), Decimal(0)) / 2
    facts = Facts(
        (
            Fact("Highest-paid director", Figure(called(highest)), "of those in post on the day"),
            Fact(
                "Full-time salary, with the premium due on the day",
                Figure(pay, "money"),
                "without the annual award, where the salary does not hold it, and without benefits",
            ),
            Fact("Band, £000", Figure(band_words(pay), note=note), "of £5,000"),
            Fact("Midpoint of the band", Figure(midpoint, "money", note), ""),
        )
    )
    return (*_basis(of), facts, *_ratios(midpoint, workforce, note))


def _basis(of: Reported) -> tuple[Block, ...]:
    unknown = [called(post) for post in of.held if due_premium(post).value is None]
    also = f" A premium that is not known is left out: {'; '.join(unknown)}." if unknown else ""
    return (
        Words(
            "Pay is taken for full time and a whole year, so that part of a year or of full time"
            " does not make it small. Whether annual reports take more than that into it is in"
            f" the Department's manual for accounts, which was not read.{also}"
        ),
    )


def _highest(of: Reported) -> Post | None:
    return max(of.held, key=_pay, default=None)


def _pay(post: Post) -> Decimal:
    return (post.salary.value or Decimal(0)) + (due_premium(post).value or Decimal(0))


def _ratios(midpoint: Decimal, workforce: Workforce | None, note: int) -> tuple[Block, ...]:
    if workforce is None:
        how = (
            "Each multiple is the midpoint above divided by the total pay of the workforce at that"
            f" point, to two places: {pounds(midpoint)} divided by the median, for one. Line up the"
            " whole workforce by total pay, full time and for a whole year; a quarter are paid less"
            " than the 25th percentile, half less than the median, three quarters less than the"
            " 75th."
        )
        return (
            Words(how, note),
            *(
                ToComplete(f"The workforce's {point}: its pay, and the multiple.", 1, note)
                for point in ("25th percentile", "median", "75th percentile")
            ),
        )
    points = (
        ("25th percentile", workforce.lower_quartile),
        ("Median", workforce.median),
        ("75th percentile", workforce.upper_quartile),
    )
    columns = (
        Column("Workforce", wide=24),
        Column("Total pay", "money", 16),
        Column("Midpoint of the highest-paid director's band", "money", 24),
        Column("Multiple, to 1", "ratio", 16, note),
    )
    rows: list[tuple[Figure | Value, ...]] = [
        (point, pay, midpoint, (midpoint / pay).quantize(_RATIO, ROUND_HALF_UP))
        for point, pay in points
    ]
    return (
        Words("The workforce's pay is as it was given for this report, and was not checked."),
        Table(columns, tuple(rows), "Pay multiples"),
        ToComplete("Last year's multiples, and why they have changed.", 2),
    )
