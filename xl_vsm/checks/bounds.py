"""How large a figure can be before it is a slip of the keyboard."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.sheets.fields import FIELDS

MOST_PAY = Decimal(10_000_000)
"""Pounds a year: many times what any post in the NHS costs."""
MOST = Decimal(1_000_000_000_000)
"""More than any turnover or population; beyond it amounts can no longer be kept to the penny."""


def too_large(field: str, value: object) -> str:
    """Return the most that a figure can be, where it is more; nothing where it is not.

    A turnover is money too, and an organisation's is far above any pay.
    """
    if not isinstance(value, Decimal):
        return ""
    most = MOST_PAY if FIELDS[field].kind == "money" and field != "turnover" else MOST
    if abs(value) <= most:
        return ""
    return f"up to {'£' if FIELDS[field].kind == 'money' else ''}{most:,}"
