from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from xl_vsm.sheets.one_pass.moments import moment, shows_moment, shows_span, span
from xl_vsm.sheets.one_pass.styles import GENERAL, KNOWN

PIECES = ("0", "d", "mm", "yyyy", "h", "[h]", "[mm]", ":", "ss", '"day"', "[Red]", "[$-809]", "_d")
FORMATS = st.lists(st.sampled_from((*PIECES, ";", "\\d", ".00", "%", "AM/PM")), max_size=6)


@given(st.floats(-10, 3_000_000), st.booleans())
@example(0, False)
@example(0.9999999999, False)
@example(59, False)
@example(60, False)
@example(0.999999999, True)
def test_a_number_is_the_same_moment_to_both(serial: float, date1904: bool) -> None:
    try:
        expected = from_excel(serial, MAC_EPOCH if date1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError):
        with pytest.raises((OverflowError, ValueError)):
            moment(serial, date1904=date1904)
    else:
        assert moment(serial, date1904=date1904) == expected


@given(st.floats(-1e6, 1e6))
def test_how_long_it_took_is_the_same_to_both(days: float) -> None:
    assert span(days) == from_excel(days, timedelta=True)


def test_a_day_and_a_quarter() -> None:
    assert span(1.25) == timedelta(hours=30)


@given(FORMATS.map("".join))
def test_a_number_format_shows_the_same_to_both(number_format: str) -> None:
    assert shows_moment(number_format) == is_date_format(number_format)
    assert shows_span(number_format) == is_timedelta_format(number_format)


def test_the_formats_that_every_workbook_has() -> None:
    assert {0: GENERAL, **KNOWN} == BUILTIN_FORMATS
