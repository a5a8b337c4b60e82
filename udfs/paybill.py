"""NHS_PAYBILL and AFC_OVERLAP: what a post costs, and how it lies to Agenda for Change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_vsm.excel import excel_function
from xl_vsm.excel.view import EFFECTIVE, KNOWN, ask, figures
from xl_vsm.rules import afc_overlap, paybill


@excel_function(
    category="NHS paybill",
    arguments={
        "basic_pay": "pensionable pay, £ a year",
        "non_pensionable": "pay on which no pension is due, £ a year; none when left blank",
        "effective": EFFECTIVE,
        "known": KNOWN,
    },
)
def NHS_PAYBILL(
    basic_pay: Decimal,
    non_pensionable: Decimal = Decimal(0),
    effective: date | None = None,
    known: date | None = None,
) -> Decimal:
    """What a post costs, £ a year: pay, employer pension, National Insurance and levy."""
    return ask(paybill, basic_pay, non_pensionable, figures(effective, known))


@excel_function(
    category="NHS paybill",
    arguments={
        "salary": "full-time equivalent salary, £ a year",
        "band": "the Agenda for Change band, such as 8d; 9 when left blank",
        "effective": EFFECTIVE,
        "known": KNOWN,
    },
)
def AFC_OVERLAP(
    salary: Decimal,
    band: str = "9",
    effective: date | None = None,
    known: date | None = None,
) -> Decimal:
    """The £ by which a salary exceeds the top of an Agenda for Change band; negative is overlap."""
    return ask(afc_overlap, salary, band, figures(effective, known))
