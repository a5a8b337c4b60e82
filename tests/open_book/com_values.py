"""What a cell holds, as COM gives it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from tests.hosts.pywin32.errors import ERRORS
from tests.hosts.pywin32.modules import PyTime
from tests.open_book.model import Held

NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no zones


def sent(cell: Held) -> Any:
    """Return a value as COM gives it: moments with a zone, amounts exact, errors as numbers."""
    value = cell.value
    if isinstance(value, timedelta):
        value = NOUGHT + value
    elif isinstance(value, time):
        value = datetime.combine(NOUGHT, value)
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, datetime):
        return PyTime(*value.timetuple()[:6], tzinfo=UTC)
    if isinstance(value, str):
        return ERRORS.get(value, value)
    if isinstance(value, bool) or value is None:
        return value
    if "£" in cell.number_format:
        return Decimal(repr(value)).quantize(Decimal("0.0001"))
    return float(value)


def formula(cell: Held) -> str:
    if cell.formula:
        return cell.formula
    return "" if cell.value is None else str(cell.value)
