"""Worksheet functions of the shapes that real ones have. Each call registers them anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from xl_vsm.excel import excel_function
from xl_vsm.rules.words import OrganisationType

DAY = date(2025, 4, 1)


class Unpublished(ValueError):
    pass


def band() -> Callable[..., Any]:
    @excel_function(
        category="NHS VSM pay",
        arguments={
            "organisation_type": "trust or ICB",
            "size": "annual turnover in £ (trust) or weighted population (ICB)",
            "effective": "the day the answer is for; today when left blank",
        },
        help_url="https://example.org/band",
    )
    def TOY_BAND(
        organisation_type: OrganisationType, size: Decimal, effective: date | None = None
    ) -> str:
        """The pay band
        of an organisation.

        More about it, which Excel does not show.
        """
        if size < 0:
            raise Unpublished("no band is published for less than £0")
        if size == 13:
            raise ZeroDivisionError("a bug that names £13")
        year = "" if effective is None else f" {effective.year}"
        return f"{organisation_type} {'A' if size < 100 else 'B'}{year}"

    return TOY_BAND


def row() -> Callable[..., Any]:
    @excel_function(category="toys", arguments={"size": "how many"})
    def TOY_ROW(size: int) -> list[object]:
        """A row of as many cells."""
        return [Decimal(number) / 2 for number in range(size)]

    return TOY_ROW


def table() -> Callable[..., Any]:
    @excel_function(category="toys", arguments={"size": "how many"})
    def TOY_TABLE(size: int) -> list[tuple[object, ...]]:
        """A table."""
        return [("n", "half"), *((number, number / 2) for number in range(size))]

    return TOY_TABLE


def total() -> Callable[..., Any]:
    @excel_function(category="toys", arguments={"first": "one", "others": "more"})
    def TOY_TOTAL(first: int, *others: int) -> int:
        """The sum."""
        return first + sum(others)

    return TOY_TOTAL


def status() -> Callable[..., Any]:
    @excel_function(category="toys")
    def TOY_STATUS() -> str:
        """How things are."""
        return "fine"

    return TOY_STATUS
