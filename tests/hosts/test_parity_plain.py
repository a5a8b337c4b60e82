"""The golden calls in ordinary Python, and that the file of them is what it should be."""

from __future__ import annotations

from typing import Any

import pytest

import udfs
from tests.hosts.cells import Error, Nothing, read_cell, read_given, same, split
from tests.hosts.parity import CALLS, Call, differences, parity_calls
from tests.hosts.plain import Plain


def test_plain_python_answers_as_the_file_says() -> None:
    calls = parity_calls()
    assert len(calls) >= 200
    assert differences(calls, Plain().ask(calls), wordless=False) == []


def test_the_file_numbers_its_calls_and_gives_each_a_reason() -> None:
    calls = parity_calls()
    assert [call.number for call in calls] == [f"{n:03}" for n in range(1, len(calls) + 1)]
    assert all(call.why for call in calls)


def test_the_file_asks_every_function_but_the_one_that_tells_today() -> None:
    asked = {call.function for call in parity_calls()}
    assert asked == set(udfs.__all__) - {"VSM_STATUS"}, "tests/hosts/parity.csv: a call of each"


@pytest.mark.parametrize(
    "has",
    [
        "blank",
        '""',
        "omitted",
        "nan",
        "TRUE",
        "@",
        "#N/A",
        "{",
        "45748",
        '"£13,260"',
        "1e12",
        "-1e9",
        ",0",
    ],
)
def test_the_file_has_each_kind_of_cell(has: str) -> None:
    with CALLS.open(encoding="utf-8") as file:
        assert has in file.read()


def test_a_difference_is_told() -> None:
    call = Call("001", "VSM_BAND", (), [[1.0, Error("#VSM!", "why")]], "")
    assert differences([call], [[[1.0, Error("#VSM!", "why")]]], wordless=False) == []
    assert differences([call], [[[1.0, Error("#VALUE!")]]], wordless=True) == []
    assert "001-VSM_BAND" in differences([call], [[[2.0, Error("#VALUE!")]]], wordless=True)[0]


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        (1.0, 1.0 + 1e-15, True),
        (1.0, 1.01, False),
        (True, 1.0, False),
        ("a", "a", True),
        ([[2.0]], 2.0, True),
        ([[1.0, 2.0]], [[1.0], [2.0]], False),
        (Error("#N/A"), "#N/A", False),
    ],
)
def test_what_is_the_same(ours: Any, theirs: Any, alike: bool) -> None:
    assert same(ours, theirs) is alike


def test_how_cells_are_written() -> None:
    given = '"a, ""b""",{1,@2025-04-01;blank,#N/A},!"no, not"'
    text, table, fault = map(read_given, split(given, ","))
    assert text == 'a, "b"'
    assert table == [[1.0, read_cell("@2025-04-01")], [Nothing.BLANK, Error("#N/A")]]
    assert fault == Error("#VSM!", "no, not")
