"""The shape of the Agenda for Change scale."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from xl_vsm.parameters.tables.base import Pounds, Table


class AfcPoint(Table):
    """One Agenda for Change pay point, full time, in pounds a year."""

    band: Literal["1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9"]
    point: Literal["only", "entry", "intermediate", "top"]
    pay: Pounds
    certainty: Literal["transcribed", "derived"] | None = None
    """Only where it differs from the publication's."""


class AfcScale(Table):
    """The Agenda for Change scale of a year."""

    points: Annotated[tuple[AfcPoint, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = [(p.band, p.point) for p in self.points]
        if len(names) != len(set(names)):
            raise ValueError("a pay point stands twice")
        return self

    def top_of(self, band: str) -> AfcPoint | None:
        """Return the highest point of a band, or None where the scale has no such band."""
        return self._tops.get(band)

    @cached_property
    def _tops(self) -> dict[str, AfcPoint]:
        rising = sorted(self.points, key=lambda point: point.pay)
        return {point.band: point for point in rising}
