from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.rules.periods import day_after, first_day_after


@pytest.mark.parametrize(
    ("start", "months", "first"),
    [
        (date(2025, 9, 1), 24, date(2027, 9, 1)),
        (date(2025, 9, 15), 48, date(2029, 9, 15)),
        (date(2024, 2, 29), 24, date(2026, 3, 1)),  # to the end of February 2026
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2028, 2, 29), 24, date(2030, 3, 1)),
        (date(2024, 2, 28), 24, date(2026, 2, 28)),
        (date(2025, 8, 31), 1, date(2025, 10, 1)),
        (date(2025, 8, 31), 6, date(2026, 3, 1)),
        (date(2027, 8, 31), 6, date(2028, 3, 1)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 12, 31), 2, date(2026, 3, 1)),
        (date(2025, 6, 1), 0, date(2025, 6, 1)),
    ],
)
def test_to_the_day(start: date, months: int, first: date) -> None:
    assert first_day_after(start, months) == first


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_a_month_is_never_cut_short(start: date, months: int) -> None:
    first = first_day_after(start, months)
    last = first - timedelta(days=1)
    # The last day is never earlier than the day before the same day of the last month.
    assert (last.year - start.year) * 12 + last.month - start.month in {months - 1, months}
    assert first_day_after(start, months + 1) > first
    assert first.day in {start.day, 1}


def test_the_calendar_has_an_end() -> None:
    assert first_day_after(date(9998, 1, 1), 24) == date.max
    assert first_day_after(date(9997, 12, 31), 24) == date.max
    assert first_day_after(date(9997, 6, 1), 24) == date(9999, 6, 1)
    assert day_after(date.max) == date.max
    assert day_after(date(2024, 2, 28)) == date(2024, 2, 29)
