"""What a cell shows, and the exact figure behind it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.exact import exact, plain
from xl_vsm.sheets.shown import in_words, shown


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (None, "General", ""),
        ("  text ", "General", "text"),
        (True, "General", "TRUE"),
        (171250, "£#,##0", "£171,250"),
        (-171250, "£#,##0", "-£171,250"),
        (171250, "#,##0", "171,250"),
        (171250.5, "General", "171250.5"),
        (0.125, "0.0%", "12.5%"),
        (42, "0000", "0042"),
        (0.5, "0", "0.5"),
        (timedelta(hours=1), "[h]", "1:00:00"),
        (float("inf"), "General", "inf"),
    ],
)
def test_what_a_cell_shows(value, number_format, words):
    assert in_words(value, number_format) == words


def test_what_an_error_shows():
    assert shown(Cell(1, 1, error="#REF!")) == "#REF!"


def test_exact():
    assert exact(Decimal("1.10")) == Decimal("1.10")
    assert exact(Decimal("NaN")) is None
    assert str(exact(0.1 + 0.2)) == "0.3"
    assert plain(Decimal("1.500")) == "1.5"
