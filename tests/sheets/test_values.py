"""Each value by itself, in every form that people give it."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.values import read_value

APRIL = date(2025, 4, 1)


def reading(value, kind, **more):
    scale = more.pop("scale", 1)
    date1904 = more.pop("date1904", False)
    return read_value(Cell(1, 1, value, **more), kind, scale=scale, date1904=date1904)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (171250, "171250"),
        (171250.5, "171250.5"),
        (158099.99999999997, "158100"),
        (1.5e8, "150000000"),
        ("£171,250", "171250"),
        ("171,250.00", "171250.00"),
        ("£ 171\u00a0250", "171250"),
        ("(500)", "-500"),
        ("500-", "-500"),
        ("-£500", "-500"),
        ("£-500", "-500"),
        ("\u2212500", "-500"),
        (" 31000 ", "31000"),
        ("31\u200b000", "31000"),
        ("\uff13\uff11\uff10\uff10\uff10", "31000"),
        ("£171k", "171000"),
        ("£612m", "612000000"),
        ("£612 million", "612000000"),
        ("£1.2bn", "1200000000"),
        ("£171,250 p.a.", "171250"),
        ("171250 per annum", "171250"),
        (".50", "0.50"),
    ],
)
def test_money(value, expected):
    found = reading(value, "money")
    assert found.state == "stated"
    assert found.value == Decimal(expected)
    assert isinstance(found.value, Decimal)
    assert bool(found.read_as) == isinstance(value, str)


def test_the_note_says_how_a_text_was_read():
    assert reading("£171,250", "money").read_as == 'text "£171,250" read as 171250'


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("TBC", "is not a figure;"),
        ("l71,250", "a letter stands where a figure belongs"),
        ("£850 per day", "not a figure for a year"),
        ("£850 pd", "not a figure for a year"),
        ("31.000,50", "is not a figure"),
        ("17,12,50", "is not a figure"),
        ("1e5", "is not a figure"),
        ("5%", "is not a figure"),
        ("-(500)", "is not a figure"),
        ("(-500)", "is not a figure"),
        ("£", "is not a figure"),
        (True, "TRUE is no figure"),
        (datetime.combine(APRIL, time()), "1 April 2025 is no figure"),
        (float("inf"), "inf is not a finite number"),
        (float("nan"), "nan is not a finite number"),
    ],
)
def test_what_is_no_money(value, hint):
    found = reading(value, "money")
    assert found.state == "unreadable"
    assert found.value is None
    assert hint in found.reason
    assert "an amount in £ a year is expected" in found.reason


def test_the_headings_unit():
    found = reading(171.25, "money", scale=1000)
    assert found.value == 171250
    assert found.read_as == "171.25 in thousands, as the heading says, read as 171250"
    assert reading("612", "money", scale=1_000_000).value == 612_000_000
    assert "in millions" in reading("612", "money", scale=1_000_000).read_as
    # A value that says its own unit is not multiplied twice.
    assert reading("£612m", "money", scale=1_000_000).value == 612_000_000


@pytest.mark.parametrize(
    ("value", "number_format", "expected", "noted"),
    [
        (0.107, "0.0%", "0.107", False),
        (0.107, "General", "0.107", False),
        (1, "0%", "1", False),
        (10.7, "General", "0.107", True),
        (10.7, "0.0%", "10.7", False),
        ("10.7%", "General", "0.107", True),
        ("10.7 per cent", "General", "0.107", True),
        ("10.7", "General", "0.107", True),
        ("0.107", "General", "0.107", True),
    ],
)
def test_rates(value, number_format, expected, noted):
    found = reading(value, "rate", number_format=number_format)
    assert found.value == Decimal(expected)
    assert bool(found.read_as) == noted


@pytest.mark.parametrize("value", ["£15,000", "15k", 15000, "TBC", True, float("inf")])
def test_what_is_no_rate(value):
    found = reading(value, "rate")
    assert found.state == "unreadable"
    assert "a percentage is expected" in found.reason


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.8, "0.8"), ("0.8", "0.8"), ("0.8 WTE", "0.8"), ("80%", "0.8"), ("1.9m", "1900000")],
)
def test_numbers(value, expected):
    assert reading(value, "number").value == Decimal(expected)


def test_what_is_no_number():
    assert reading("full time", "number").state == "unreadable"


@pytest.mark.parametrize("value", [3, 3.0, "3", "Segment 3", "NOF segment 3", "Tier 3"])
def test_integers(value):
    found = reading(value, "integer")
    assert found.value == 3
    assert type(found.value) is int


@pytest.mark.parametrize("value", [3.5, "three", True, "£3", float("nan")])
def test_what_is_no_integer(value):
    found = reading(value, "integer")
    assert found.state == "unreadable"
    assert "a whole number is expected" in found.reason


@pytest.mark.parametrize(
    "value",
    [
        datetime.combine(APRIL, time(9, 30)),
        APRIL,
        45748,
        45748.4,
        "01/04/2025",
        "1/4/25",
        "01.04.2025",
        "01-04-2025",
        "1 April 2025",
        "1st April 2025",
        "1-Apr-25",
        "1 Apr. 2025",
        "Tuesday 1 April 2025",
        "Tue, 1 April 2025",
        "2025-04-01",
        "2025-04-01T00:00:00",
        "01/04/2025 00:00",
    ],
)
def test_dates(value):
    found = reading(value, "date")
    assert found.value == APRIL
    assert type(found.value) is date


def test_more_dates():
    assert reading("1-Sept-99", "date").value == date(1999, 9, 1)
    assert reading(45748 - 1462, "date", date1904=True).value == APRIL
    assert reading("01/04/2025", "date").read_as.endswith("1 April 2025, day first")
    assert reading(45748, "date").read_as == "serial number 45748 read as 1 April 2025"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("13/25/2025", "no month 25; the day comes first"),
        ("04/13/2025", "no month 13"),
        ("1 Foo 2025", "no month foo"),
        ("31/02/2025", "a day that month does not have"),
        ("April 2025", "names no day"),
        ("Foo 2025", "is not a date"),
        ("01/04/1899", "too far back"),
        ("soon", "is not a date"),
        (2019, "2019 is a year"),
        (12, "no date of our time"),
        (9_999_999, "no date of our time"),
        (datetime.combine(date(1900, 1, 31), time()), "before Excel's calendar"),
        (time(9, 30), "09:30:00 is not a date"),
        (True, "TRUE is not a date"),
        (float("nan"), "nan is not a date"),
    ],
)
def test_what_is_no_date(value, why):
    found = reading(value, "date")
    assert found.state == "unreadable"
    assert why in found.reason
    assert "a date is expected" in found.reason


def test_a_link_to_a_blank_date_is_blank():
    assert reading(0, "date", formula="=A1").state == "blank"
    assert reading(time(0, 0), "date", formula="=A1").state == "blank"


@pytest.mark.parametrize("value", [True, "yes", "Y", "TRUE", 1, 1.0, "1", "Met"])
def test_yes(value):
    assert reading(value, "yesno").value is True


@pytest.mark.parametrize("value", [False, "No", "n", "false", 0, "0", "not met"])
def test_no(value):
    assert reading(value, "yesno").value is False


@pytest.mark.parametrize("value", ["maybe", 2, APRIL, "x"])
def test_neither_yes_nor_no(value):
    found = reading(value, "yesno")
    assert found.state == "unreadable"
    assert "yes or no is expected" in found.reason


def test_texts():
    assert reading("  Chief\u00a0 Nurse ", "text").value == "Chief Nurse"
    assert reading(12345, "text", number_format="00000000").value == "00012345"
    assert reading(12345.0, "text").value == "12345"
    assert reading(True, "text").value == "TRUE"
    assert reading(datetime.combine(APRIL, time()), "text").value == "1 April 2025"


@pytest.mark.parametrize("kind", ["text", "money", "number", "integer", "rate", "date", "yesno"])
def test_states_of_every_kind(kind):
    assert reading(None, kind).state == "blank"
    assert reading(" \u00a0", kind).state == "blank"
    assert reading(None, kind, formula="=A1", calculated=False).state == "not calculated"
    assert reading(None, kind, error="#REF!").state == "error value"
    assert reading("#N/A", kind).state == "error value"
    for words in ("n/a", "N/A", "not in scheme", "Not applicable", "-", "\u2013", "none", "nil"):
        assert reading(words, kind).state == "not applicable"
    assert reading("Opted out", kind).state == "not applicable"


def test_still_in_post():
    assert reading("current", "date").state == "not applicable"


KINDS = ("text", "money", "number", "integer", "rate", "date", "yesno")
TYPED = st.text(st.sampled_from("0123456789 .,-/£%()kmKM:aprilAPR\u0663\u00bd\u00a0")) | st.text()


@given(
    value=TYPED | st.integers() | st.floats() | st.booleans() | st.datetimes() | st.times(),
    kind=st.sampled_from(KINDS),
    scale=st.sampled_from([1, 1000, 1_000_000]),
)
@example(value=10**400, kind="date", scale=1)
@example(value=1e300, kind="money", scale=1000)
@example(value="9" * 5000, kind="money", scale=1000)
@example(value="\u00b2/\u00b2/\u0662\u0660\u0662\u0665", kind="date", scale=1)
def test_whatever_a_cell_holds_there_is_an_answer(value, kind, scale):
    found = reading(value, kind, scale=scale)
    assert (found.value is not None) == (found.state == "stated")
    assert bool(found.reason) == (found.state == "unreadable")
