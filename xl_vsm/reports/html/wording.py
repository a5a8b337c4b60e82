"""Amounts, rows and certainties, as the page says them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from xl_vsm.findings import SkippedRow

CERTAINTY: Final = {
    "primary": "the document itself was read",
    "briefing": "a briefing on the document was read",
    "transcribed": "only secondary copies were seen",
    "derived": "worked out from published figures",
    "synthetic": "made up, because nothing published was to be had",
}
"""How far to trust a publication, in the words that go with it."""

_LONGEST_AMOUNT: Final = 15
"""Digits before the point: a larger amount is a slip of the keyboard, and fills no line."""


def pounds(amount: Decimal | None) -> str:
    """Write an amount: £1,234, or £1,234.50 where it has pence; nothing where it is not known."""
    if amount is None:
        return ""
    sign = "-" if amount < 0 else ""
    if amount.adjusted() >= _LONGEST_AMOUNT:
        return f"{sign}£{abs(amount):.2e}"
    whole = amount == amount.to_integral_value()
    return f"{sign}£{abs(amount):,.0f}" if whole else f"{sign}£{abs(amount):,.2f}"


def thousands(amount: Decimal) -> str:
    """Write an amount for a chart: £120k, £131.5k; in full where that would lose anything."""
    if amount.adjusted() >= _LONGEST_AMOUNT or amount % 100 or not amount:
        return pounds(amount)
    sign = "-" if amount < 0 else ""
    return f"{sign}£{abs(amount) / 1000:,.1f}k".replace(".0k", "k")


def skipped_rows(skipped: Iterable[SkippedRow]) -> Iterator[tuple[str, str]]:
    """Give each reason for leaving rows out once, with the rows: 4, 7 to 12."""
    by_reason: dict[str, list[int]] = defaultdict(list)
    for each in skipped:
        by_reason[each.reason].append(each.row)
    for reason, rows in by_reason.items():
        said = "row" if len(rows) == 1 else "rows"
        yield f"{said} {', '.join(_runs(sorted(rows)))}", reason


def _runs(rows: list[int]) -> Iterator[str]:
    start = last = rows[0]
    for row in [*rows[1:], None]:
        if row is not None and row <= last + 1:
            last = row
            continue
        yield str(start) if start == last else f"{start} to {last}"
        if row is not None:
            start = last = row
