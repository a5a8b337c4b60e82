"""The formulas that several examples have in common."""

from __future__ import annotations

from typing import Any

from making.sheet import Formula, penny


def actual_pay(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
    """Full-time salary by the part of it that is worked."""
    return Formula(f"={at['salary']}*{at['wte']}", row["salary"] * row["wte"])


def pensionable_pay(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
    """All of the pay."""
    return Formula(f"={at['actual']}", row["actual"])


def contribution(_: str, at: dict[str, str], row: dict[str, Any]) -> Formula:
    """The rate of all pensionable pay, to the penny."""
    amount = penny(row["pensionable"] * row["rate"])
    return Formula(f"=ROUND({at['pensionable']}*{at['rate']},2)", amount)
