"""How far a salary lies above Agenda for Change."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xl_vsm.parameters import Parameters
from xl_vsm.rules.money import not_negative, pounds
from xl_vsm.rules.rule import Unanswerable, rule
from xl_vsm.rules.words import squeeze

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import AfcPoint


def top_point(band: str, p: Parameters) -> AfcPoint:
    """Return the highest pay point of a band.

    Raises:
        Unanswerable: the scale for the day has no such band.
    """
    scale = p.afc_pay_points
    wanted = squeeze(band).removeprefix("band")
    top = scale.top_of(wanted)
    if top is None:
        bands = ", ".join(dict.fromkeys(point.band for point in scale.points))
        raise Unanswerable(f"band must be one of {bands}, not {band!r}")
    return top


def _why(salary: Decimal, band: str, p: Parameters) -> str:
    top = top_point(band, p)
    gap = afc_overlap(salary, band, p)
    side = "above" if gap > 0 else "below"
    said = f"{pounds(abs(gap))} {side}" if gap else "exactly at"
    derived = ", a figure derived from another year's" if top.certainty == "derived" else ""
    return f"{pounds(salary)} is {said} the top of band {top.band}, {pounds(top.pay)}{derived}"


@rule(rests_on=("afc-pay-points",), why=_why)
def afc_overlap(salary: Decimal, band: str, p: Parameters) -> Decimal:
    """Return the pounds by which a salary exceeds the top of an Agenda for Change band.

    Args:
        salary: full-time equivalent, pounds a year.
        band: such as "8d" or "9".
        p: the day the answer is for.

    Returns:
        Pounds a year; negative where the band's top is higher, which is overlap. On-call and
        other additions to Agenda for Change pay are not in it, so overlap in earnings is more.
    """
    not_negative("salary", salary)
    return salary - top_point(band, p).pay
