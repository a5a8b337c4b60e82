from __future__ import annotations

import math
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.excel import CellError
from xl_vsm.excel.errors import CODES, COM_ERRORS, LONGEST, fault
from xl_vsm.excel.normalise import normalise


class ComTime(datetime):
    """As pywin32 sends dates: a datetime of its own, labelled with a time zone."""


class JsNull:
    pass


class Colour(StrEnum):
    RED = "red"


class OldColour(str, Enum):  # noqa: UP042
    RED = "red"


class Count(IntEnum):
    ONE = 1


@pytest.mark.parametrize("raw", [None, "", "  ", "\u00a0", JsNull(), pd.NA, pd.NaT])
def test_blanks(raw: object) -> None:
    assert normalise(raw) is None


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        (True, True),
        (3, 3),
        (0, 0),
        (Count.ONE, 1),
        (0.1, 0.1),
        (Decimal("171250.50"), Decimal("171250.50")),
        (" trust ", "trust"),
        (Colour.RED, "red"),
        (OldColour.RED, "red"),
        ("#1 priority", "#1 priority"),
        (date(2025, 4, 1), date(2025, 4, 1)),
        (ComTime(2025, 4, 1, 12, tzinfo=UTC), datetime(2025, 4, 1, 12)),  # noqa: DTZ001
        (pd.Timestamp("2025-04-01"), datetime(2025, 4, 1)),  # noqa: DTZ001
        (np.float64(0.1), 0.1),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.str_("a"), "a"),
        (np.datetime64("2025-04-01T00:00:00.000000000"), datetime(2025, 4, 1)),  # noqa: DTZ001
        (np.datetime64("NaT"), None),
        ({"type": "FormattedNumber", "basicValue": 45748.0, "numberFormat": "d"}, 45748.0),
        ({"type": "Boolean", "basicValue": False}, False),
        ({"type": "Empty", "basicValue": ""}, None),
        ({"type": "Array", "basicValue": {}}, None),
    ],
)
def test_values(raw: object, plain: object) -> None:
    found = normalise(raw)
    assert found == plain
    assert type(found) is type(plain)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        *COM_ERRORS.items(),
        *((code, code) for code in sorted(CODES)),
        (" #n/a ", "#N/A"),
        ({"type": "Error", "errorType": "NotAvailable", "basicValue": "#N/A"}, "#N/A"),
        ({"type": "Error", "errorType": "Div0"}, "#DIV/0!"),
        ({"type": "Error", "errorType": "Spill", "basicValue": "?"}, "#SPILL!"),
        ({"type": "Error"}, "#VALUE!"),
        ({"type": "Entity", "basicType": "Error", "basicValue": "#VALUE!"}, "#VALUE!"),
        (CellError("#N/A"), "#N/A"),
    ],
)
def test_errors(raw: object, code: str) -> None:
    assert normalise(raw) == CellError(code)


def test_the_error_numbers_follow_excel() -> None:
    assert COM_ERRORS[-2146826288 + 2042 - 2000] == "#N/A"
    assert normalise(-2146826246.5) == -2146826246.5


def test_a_fault_of_ours_passes_on_with_its_words() -> None:
    error = fault("size must be\na number")
    assert str(error) == "#VSM! size must be a number"
    assert normalise(str(error)) == error


def test_a_fault_is_cut_to_what_excel_takes() -> None:
    assert len(str(fault("x" * 500))) == LONGEST


@pytest.mark.parametrize("raw", [math.nan, math.inf, Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_no_number_stays_so(raw: float) -> None:
    found = normalise(raw)
    assert isinstance(found, float)
    assert not math.isfinite(found)


@pytest.mark.parametrize(
    "raw", [object(), [1], {"a": 1}, b"x", {1}, np.longdouble(1), np.array([1, 2])]
)
def test_what_no_cell_holds_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="must be a single number, text, date or yes/no, not a "):
        normalise(raw)


@given(
    st.one_of(st.floats(allow_nan=False), st.integers(-(10**9), 10**9), st.booleans(), st.dates())
)
def test_once_is_enough(raw: Any) -> None:
    assert normalise(raw) == raw
    assert normalise(normalise(raw)) == normalise(raw)
