"""The shapes of the pay framework's figures: bands, ranges, approvals, premia and awards."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from xl_vsm.parameters.tables.base import Measure, Pounds, Rate, Table, rising


class Band(Table):
    """One pay band and where it begins on the organisation's measure."""

    band: Annotated[str, Field(pattern="^[A-Z]$")]
    from_: Annotated[Measure, Field(alias="from")]


class Range(Table):
    """The pay range of a role in a band, in pounds a year."""

    role: Literal["chief executive", "director"]
    band: Annotated[str, Field(pattern="^[A-Z]$")]
    minimum: Pounds
    operational_maximum: Pounds
    exception_zone_maximum: Pounds

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.minimum < self.operational_maximum < self.exception_zone_maximum:
            raise ValueError(
                f"{self.role} band {self.band}: minimum, operational maximum and exception zone"
                " maximum must rise"
            )
        return self


class OrganisationRanges(Table):
    """The bands of one kind of organisation and every role's range in each."""

    measure: Literal["annual turnover", "weighted population"]
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    ranges: tuple[Range, ...]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        rising([band.from_ for band in self.bands], "bands")
        wanted = {(role, b.band) for role in ("chief executive", "director") for b in self.bands}
        found = [(r.role, r.band) for r in self.ranges]
        if len(found) != len(set(found)) or set(found) != wanted:
            raise ValueError("each role needs one range in each band, and no other")
        return self

    def band_for(self, size: Decimal) -> str:
        """Return the band that an organisation of this size falls in."""
        return self.bands[bisect_right(self._starts, size) - 1].band

    def range_for(self, role: str, band: str) -> Range:
        """Return the pay range of a role in a band."""
        return self._by_role_and_band[role, band]

    @property
    def amounts(self) -> list[Decimal]:
        """Every amount at which a range or its exception zone begins or ends."""
        return [
            amount
            for each in self.ranges
            for amount in (each.minimum, each.operational_maximum, each.exception_zone_maximum)
        ]

    @cached_property
    def _starts(self) -> list[Decimal]:
        return [band.from_ for band in self.bands]

    @cached_property
    def _by_role_and_band(self) -> dict[tuple[str, str], Range]:
        return {(found.role, found.band): found for found in self.ranges}


class PayRanges(Table):
    """The pay ranges document: trusts by turnover, integrated care boards by population."""

    trust: OrganisationRanges
    icb: OrganisationRanges


class CentralApproval(Table):
    """The full-time equivalent salary above which NHS England must approve."""

    above: Pounds
    icb_directors_by: Literal["this limit", "operational maximum"]
    """By which test ICB directors below chief executive are read: the sources disagree."""


class Premium(Table):
    """One ground for a pay premium."""

    ground: Annotated[str, Field(min_length=1)]
    rate: Rate
    ceiling: bool
    """Whether any rate up to this one may be paid, or only this one."""
    months: Annotated[int, Field(gt=0)] | None = None
    extension_months: Annotated[int, Field(gt=0)] | None = None
    pensionable: bool | None = None
    """Absent where no source says."""
    segments: tuple[int, ...] = ()
    """The oversight segments of the organisations where it is paid; any where none is named."""
    locator: Annotated[str, Field(min_length=1)]


class Premia(Table):
    """The grounds on which a premium may be paid, and how much."""

    grounds: Annotated[tuple[Premium, ...], Field(min_length=1)]


class WithholdingTerms(Table):
    """When the annual award is withheld. `decided` is false while the terms are under review."""

    pay_year: Annotated[str, Field(pattern=r"^20\d\d/\d\d$")]
    decided: bool
    individual_segments: tuple[int, ...] = ()
    """Segments in which objectives and performance management decide."""
    withheld_segments: tuple[int, ...] = ()
    """Segments in which nobody is entitled, unless newly appointed."""
    exempt_years: Annotated[int, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _decided_or_empty(self) -> Self:
        stated = (self.individual_segments, self.withheld_segments, self.exempt_years)
        if any(stated) != self.decided or all(stated) != self.decided:
            raise ValueError("decided terms state everything, terms under review state nothing")
        return self


class AnnualAward(Table):
    """The annual award for one pay year, as a fraction of base salary."""

    pay_year: Annotated[str, Field(pattern=r"^20\d\d/\d\d$")]
    rate: Rate
    further: str = ""
    """What the same announcement gave besides, which is not paid to each post by right."""
