"""What a native chart of a live workbook shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["hidden", "range", "zone", "salary", "line", "dashed", "level"]
"""Hidden: holds a stacked column up. Range, zone: what stands on it. Salary: a mark alone.
Level: what every salary is held against, dashed."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series.

    Attributes:
        name: as the legend says it.
        values: where its values are, as a formula says it.
        style: how it is drawn.
    """

    name: str
    values: str
    style: Style


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over the cells of its workbook.

    Attributes:
        title: what it shows, and what must be known before anybody relies on it.
        says: the same in words, for those who do not see it.
        categories: where the names along its foot are.
        series: what is drawn.
        least: where its scale begins, pounds; none for the program's choice.
        row: the row that it begins at, counted from 1.
    """

    title: str
    says: str
    categories: str
    series: tuple[Series, ...]
    row: int
    least: int | None = None
