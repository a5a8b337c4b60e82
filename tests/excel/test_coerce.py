from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal, Optional, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.excel.coerce import (
    FIRST_SERIAL,
    FIRST_YEAR,
    LARGEST,
    LAST_SERIAL,
    LAST_YEAR,
    Rate,
    is_zero_date,
    reader_of,
    shown,
    without_none,
)
from xl_vsm.excel.normalise import Cell
from xl_vsm.rules.words import OrganisationType

NOON = datetime(2025, 4, 1, 12)  # noqa: DTZ001
MIDNIGHT = datetime(2025, 4, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0.1, "0.1"),
        (171250, "171250"),
        (-3.0, "-3"),
        (0, "0"),
        (Decimal("12.50"), "12.5"),
        ("£171,250", "171250"),
        ("171 250", "171250"),
        ("171\u00a0250", "171250"),
        ("171\u202f250.75", "171250.75"),
        ("1,234,567.89", "1234567.89"),
        ("1234567", "1234567"),
        ("-5", "-5"),
        ("+5", "5"),
        ("\N{MINUS SIGN}5", "-5"),
        ("-£500", "-500"),
        ("£-500", "-500"),
        ("£ 500", "500"),
        (".5", "0.5"),
        ("5.", "5"),
    ],
)
def test_numbers(value: Cell, number: str) -> None:
    found = reader_of(Decimal)(value)
    assert isinstance(found, Decimal)
    assert found == Decimal(number)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("abc", "must be a number, not 'abc'"),
        (True, "must be a number, not TRUE"),
        (math.nan, "must be a number, not nan"),
        (-math.inf, "must be a number, not -inf"),
        (date(2025, 4, 1), "must be a number, not 2025-04-01"),
        (MIDNIGHT, "must be a number, not 2025-04-01"),
        (NOON, "must be a number, not 2025-04-01 12:00:00"),
        ("1,5", "must be a number, not '1,5'"),
        ("12,34,567", "must be a number, not '12,34,567'"),
        ("1,234 567", "must be a number, not '1,234 567'"),
        ("5E3", "must be a number, not '5E3'"),
        ("1_000", "must be a number, not '1_000'"),
        ("--5", "must be a number, not '--5'"),
        ("-£-5", "must be a number, not '-£-5'"),
        ("£5%", "must be a number, not '£5%'"),
        (".", "must be a number, not '.'"),
        ("%", "must be a number, not '%'"),
        ("nan", "must be a number, not 'nan'"),
        ("\u0663", "must be a number, not '\u0663'"),
        ("x" * 99, f"must be a number, not '{'x' * 59}…'"),
    ],
)
def test_what_is_no_number(value: Cell, words: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        reader_of(Decimal)(value)
    assert str(refused.value) == words


@pytest.mark.parametrize("value", [3, 3.0, "3", "3.00", Decimal(3)])
def test_whole_numbers(value: Cell) -> None:
    found = reader_of(int)(value)
    assert type(found) is int
    assert found == 3


@pytest.mark.parametrize(("value", "as_shown"), [(3.5, "3.5"), (True, "TRUE"), ("x", "'x'")])
def test_what_is_no_whole_number(value: Cell, as_shown: str) -> None:
    with pytest.raises(ValueError, match=f"^must be a whole number, not {as_shown}$"):
        reader_of(int)(value)


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        *((yes, True) for yes in (True, 1, 1.0, Decimal(1), "TRUE", "Yes", " y ", "1", "y e s")),
        *((no, False) for no in (False, 0, 0.0, "false", "NO", "n", "N.", "0")),
    ],
)
def test_yes_or_no(value: Cell, answer: bool) -> None:
    assert reader_of(bool)(value) is answer


@pytest.mark.parametrize(
    ("value", "as_shown"),
    [(2, "2"), ("maybe", "'maybe'"), ("-1", "'-1'"), (MIDNIGHT, "2025-04-01")],
)
def test_neither_yes_nor_no(value: Cell, as_shown: str) -> None:
    with pytest.raises(ValueError, match=rf"^must be yes or no \(.*\), not {as_shown}$"):
        reader_of(bool)(value)


@pytest.mark.parametrize(
    "value",
    [
        date(2025, 4, 1),
        NOON,
        45748,
        45748.75,
        Decimal(45748),
        "2025-04-01",
        "2025-04-01T00:00:00",
        "2025-04-01 00:00",
        "1 April 2025",
        "01  APR 2025",
        "1st April 2025",
        "1 April, 2025",
        "1-Apr-2025",
        "01/04/2025",
        "1.4.2025",
        "1-4-2025",
    ],
)
def test_dates(value: Cell) -> None:
    found = reader_of(date)(value)
    assert type(found) is date
    assert found == date(2025, 4, 1)


@pytest.mark.parametrize(
    ("value", "as_shown"),
    [
        (True, "TRUE"),
        (5, "5"),
        (366, "366"),
        (2025, "2025"),
        (2026.0, "2026"),
        (LAST_SERIAL + 1, "2958466"),
        (-45748, "-45748"),
        (math.nan, "nan"),
        ("2025", "'2025'"),
        ("2025-W14-2", "'2025-W14-2'"),
        ("45748", "'45748'"),
        ("04/13/2025", "'04/13/2025'"),
        ("31/02/2025", "'31/02/2025'"),
        ("1 Aprilis 2025", "'1 Aprilis 2025'"),
        ("01/04/25", "'01/04/25'"),
        ("tomorrow", "'tomorrow'"),
    ],
)
def test_what_is_no_date(value: Cell, as_shown: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        reader_of(date)(value)
    assert (
        str(refused.value) == f"must be a date such as 2025-04-01 or 1 April 2025, not {as_shown}"
    )


@pytest.mark.parametrize(
    ("value", "zero"),
    [
        (0, True),
        (0.0, True),
        (Decimal(0), True),
        (datetime(1899, 12, 30), True),  # noqa: DTZ001
        (date(1899, 12, 30), True),
        (NOON, False),
        (date(2025, 4, 1), False),
        (False, False),
        ("0", False),
        (1, False),
    ],
)
def test_zero_for_a_date(value: Cell, zero: bool) -> None:
    assert is_zero_date(value) is zero


@given(st.floats(FIRST_SERIAL, LAST_SERIAL + 0.999))
def test_any_serial_number_is_the_day_that_excel_shows(serial: float) -> None:
    if FIRST_YEAR <= serial <= LAST_YEAR:
        with pytest.raises(ValueError, match="must be a date"):
            reader_of(date)(serial)
    else:
        expected = date(1901, 1, 1) + timedelta(days=math.floor(serial) - 367)
        assert reader_of(date)(serial) == expected


@given(st.dates(date(1901, 1, 1)))
def test_any_date_reads_back_however_it_is_written(day: date) -> None:
    read = reader_of(date)
    for text in (f"{day:%d/%m/}{day.year:04}", f"{day.day} {day:%B} {day.year:04}", str(day)):
        assert read(text) == day


@given(st.decimals(0, 10**12, places=2))
def test_money_reads_back_however_it_is_written(amount: Decimal) -> None:
    read = reader_of(Decimal)
    for text in (f"£{amount:,}", f"{amount:,}".replace(",", " "), f"£ {amount}", str(amount)):
        assert read(text) == amount
    assert read(f"-£{amount:,}") == -amount
    assert reader_of(Rate)(f"{amount}%") == amount.scaleb(-2)


@given(st.floats(-LARGEST, LARGEST))
def test_a_float_is_the_number_that_it_shows(number: float) -> None:
    found = reader_of(Decimal)(number)
    assert str(number) == str(float(str(found)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A b", "A b"),
        (3.0, "3"),
        (3.25, "3.25"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (MIDNIGHT, "2025-04-01"),
        (Decimal("2.50"), "2.50"),
    ],
)
def test_text(value: Cell, text: str) -> None:
    assert reader_of(str)(value) == text


def test_words() -> None:
    read = reader_of(OrganisationType)
    assert read("Foundation  Trust") is OrganisationType.TRUST
    with pytest.raises(ValueError, match='must be "trust" or "ICB", not \'hospital\''):
        read("hospital")
    with pytest.raises(ValueError, match="not '5'"):
        read(5.0)


def test_anything() -> None:
    assert reader_of(object)(3) == 3


@pytest.mark.parametrize("hint", [float, list[int], Literal["a"], int | str, datetime, None])
def test_hints_that_no_cell_is_read_by(hint: object) -> None:
    with pytest.raises(TypeError, match="cannot be read from a cell"):
        reader_of(hint)


@pytest.mark.parametrize(
    ("hint", "found"),
    [
        (date, (date, False)),
        (date | None, (date, True)),
        (Optional[date], (date, True)),  # noqa: UP045
        (Union[None, int], (int, True)),  # noqa: UP007
        (int | str, (int | str, False)),
        (int | str | None, (int | str | None, True)),
    ],
)
def test_none_in_a_hint(hint: object, found: tuple[object, bool]) -> None:
    assert without_none(hint) == found


def test_shown_is_short() -> None:
    assert len(shown("y" * 1000)) == 62


def test_minus_nothing_is_nothing() -> None:
    assert str(reader_of(Decimal)(-0.0)) == str(reader_of(Decimal)(0.0)) == "0.0"
