"""The shapes of NHS Pension Scheme figures."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from xl_vsm.parameters.tables.base import Pounds, Rate, Table, rising


class Tier(Table):
    """One step of a stepped table: from this amount, this rate."""

    from_: Annotated[Pounds, Field(alias="from")]
    rate: Rate


class MemberTiers(Table):
    """NHS Pension Scheme member contribution tiers. The rate applies to all of the pay."""

    basis: Literal["whole-time equivalent pensionable pay", "actual pensionable pay"]
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _from_nothing_andrising(self) -> Self:
        rising([tier.from_ for tier in self.tiers], "tiers")
        rising([tier.rate for tier in self.tiers], "rates", zero=False)
        return self

    def number_for(self, pensionable_pay: Decimal) -> int:
        """Return the tier, counted from 1, that an amount of pay falls in."""
        return bisect_right(self._starts, pensionable_pay)

    @cached_property
    def _starts(self) -> list[Decimal]:
        return [tier.from_ for tier in self.tiers]
