"""VSM_PREMIUM."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.excel import Rate, excel_function
from xl_vsm.excel.view import EFFECTIVE, ask, figures
from xl_vsm.rules import Ground, premium


@excel_function(
    category="NHS VSM pay",
    arguments={
        "base_salary": "base salary, £ a year",
        "ground": "additional responsibilities, multiple organisations, exceptional performance or"
        " challenged organisation",
        "rate": "the rate, such as 10%; the ground's full rate when left blank",
        "start": "the first day it is paid; needed for a challenged organisation",
        "effective": EFFECTIVE,
        "extended": "TRUE when the one extension of a challenged organisation's premium was given",
    },
)
def VSM_PREMIUM(
    base_salary: Decimal,
    ground: Ground,
    rate: Rate | None = None,
    start: date | None = None,
    effective: date | None = None,
    extended: bool = False,
) -> Decimal:
    """The premium payable on the day, in £ a year: up to 10% of base salary, or 15% in a challenged organisation.

    A challenged organisation's premium is paid from `start` for 24 months, 48 when extended, and
    is 0 after that. A rate over the limit is an error, never silently cut.
    """  # noqa: E501 - Excel shows the first paragraph, so it is one sentence
    return ask(premium, base_salary, ground, rate, start, extended, figures(effective))
