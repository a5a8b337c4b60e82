"""The shapes of an employer's costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from pydantic import model_validator

from xl_vsm.parameters.tables.base import Pounds, Rate, Table


class EmployerPension(Table):
    """What an employer owes to the NHS Pension Scheme, as fractions of pensionable pay."""

    rate: Rate
    administration: Rate
    paid_by_employer: Rate
    paid_centrally: Rate

    @property
    def total(self) -> Decimal:
        """Return the whole rate, administration included."""
        return self.rate + self.administration

    @model_validator(mode="after")
    def _parts_make_the_whole(self) -> Self:
        if self.paid_by_employer + self.paid_centrally != self.total:
            raise ValueError("the employer's part and the central part must make the whole rate")
        return self


class EmployerNationalInsurance(Table):
    """Employer (secondary) Class 1 National Insurance of a tax year."""

    rate: Rate
    secondary_threshold: Pounds


class ApprenticeshipLevy(Table):
    """The apprenticeship levy: a fraction of the employer's pay bill, less an allowance."""

    rate: Rate
    allowance: Pounds
