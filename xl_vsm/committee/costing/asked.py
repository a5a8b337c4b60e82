"""What whoever asks for a costing may ask besides."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is asked: each part where it is to differ from what is published.

    Attributes:
        name: what it is called.
        award_rate: the award as a fraction; none for the published one.
        range_uplift: by what fraction the ranges rise; none for the ranges of the day.
        premium_take_up: which share of the posts has a premium of the full ordinary rate; none
            for the premia that the workbook states.
    """

    name: str
    award_rate: Decimal | None = None
    range_uplift: Decimal | None = None
    premium_take_up: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Multipliers:
    """The Department's multipliers, which whoever has its spreadsheet supplies.

    Attributes:
        earnings: total earnings as a multiple of basic pay, 1 or more.
        paybill: paybill as a multiple of total earnings, 1 or more.
    """

    earnings: Decimal
    paybill: Decimal
