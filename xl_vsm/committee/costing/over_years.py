"""What a costing holds of pay beside Agenda for Change over the years."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ScaleYear:
    """The tops of Agenda for Change bands in one pay year, and VSM pay beside them. Pounds.

    Attributes:
        pay_year: such as 2025/26.
        tops: the top of each band, in the bands' order.
        derived: the bands whose top is worked out from another year's.
        directors_from: the minimum of the directors' range; none where no range answers.
    """

    pay_year: str
    tops: tuple[Decimal, ...]
    derived: tuple[str, ...]
    directors_from: Decimal | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """VSM pay beside the tops of Agenda for Change bands over the years.

    Attributes:
        bands: which bands.
        years: each year whose scale is known.
        median: the median full-time salary of the posts that are held on the day; none where
            none is.
        scale: the pay year of the scale that answers for the day.
        tops: its tops.
        next_scale: which scale the next pay year is judged by.
        next_tops: its tops; empty where it is the same scale.
        illustrative: whether the directors' range is made up.
    """

    bands: tuple[str, ...]
    years: tuple[ScaleYear, ...]
    median: Decimal | None
    scale: str
    tops: tuple[Decimal, ...]
    next_scale: str
    next_tops: tuple[Decimal, ...]
    illustrative: bool
