"""The shapes of what decides which pay counts, and how estimates are shown."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from xl_vsm.parameters.tables.base import Pounds, Rate, Table, number

Hours = Annotated[Decimal, BeforeValidator(number), Field(gt=0, le=168)]
"""Hours a week."""


class AnnualPayAssessment(Table):
    """How a year's pensionable pay is worked out where it is not simply last year's."""

    days_in_year: Annotated[int, Field(gt=0)]
    whole_time_hours: Hours
    unknown_pay_rate: Rate | None = None
    """The rate for a post, as in a staff bank, whose pay nobody can estimate."""


class KindOfPay(Table):
    """One kind of pay, and whether contributions are due on it."""

    kind: Annotated[str, Field(min_length=1)]
    pensionable: bool | None = None
    """Absent where no source says."""
    also: tuple[str, ...] = ()
    """Other names that people and sources use for it."""
    source: Annotated[str, Field(min_length=1)]
    locator: Annotated[str, Field(min_length=1)]


class PensionablePay(Table):
    """Each kind of pay that a source speaks of."""

    kinds: Annotated[tuple[KindOfPay, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = [each.kind for each in self.kinds]
        if len(names) != len(set(names)):
            raise ValueError("a kind of pay stands twice")
        return self


class PaybillEstimate(Table):
    """How the Department's paybill estimates are rounded, hidden and cleaned."""

    significant_figures: Annotated[int, Field(gt=0)]
    smallest_fte_shown: Pounds
    """Full-time equivalents under this are shown as an asterisk."""
    largest_discrepancy: Rate
    """Recorded basic pay farther than this from what is expected is left out."""
