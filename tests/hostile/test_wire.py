"""Cells go over and come back as they were; whatever else comes is refused."""

import json
from contextlib import suppress
from dataclasses import fields
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.sheets.apart.wire import NotOurs, packed, unpacked
from xl_vsm.sheets.cells import Book, Cell, ExcelTable, Grid, Merge

TEXT = st.text(st.characters(), max_size=20)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    TEXT,
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)
CELLS = st.builds(
    Cell,
    st.integers(1, 1_048_576),
    st.integers(1, 16_384),
    VALUES,
    st.none() | TEXT,
    TEXT,
    st.booleans(),
    TEXT,
    st.booleans(),
)


@st.composite
def grids(draw):
    grid = Grid(
        draw(TEXT),
        draw(st.booleans()),
        merges=tuple(draw(st.lists(st.builds(Merge, *[st.integers(1, 99)] * 4), max_size=3))),
        hidden_rows=draw(st.frozensets(st.integers(1, 99))),
        hidden_columns=draw(st.frozensets(st.integers(1, 99))),
    )
    for cell in draw(st.lists(CELLS, max_size=5)):
        grid.put(cell)
    return grid


BOOKS = st.builds(
    Book,
    st.lists(grids(), max_size=3).map(tuple),
    st.booleans(),
    st.dictionaries(TEXT, TEXT, max_size=3),
    st.lists(st.builds(ExcelTable, TEXT, TEXT, TEXT, st.lists(TEXT).map(tuple))).map(tuple),
)


@given(BOOKS)
def test_what_goes_over_comes_back(book):
    again = unpacked(packed(book))
    assert again == book
    for one, other in zip(book.sheets, again.sheets, strict=True):
        for row in one.rows():
            for column, cell in one.row(row).items():
                assert type(other.at(row, column).value) is type(cell.value)


def test_every_field_of_a_cell_goes_over():
    changed = {
        "row": 2,
        "column": 3,
        "value": 1.5,
        "formula": "=A1",
        "error": "#REF!",
        "calculated": False,
        "number_format": "0.0%",
        "hidden": True,
        "area": "A1:B2",
        "home": "C2",
    }
    assert {each.name for each in fields(Cell)} == set(changed), "a new field: give it a value"
    grid = Grid("Pay")
    grid.put(Cell(**changed))
    assert unpacked(packed(Book((grid,)))).sheets[0].at(2, 3) == Cell(**changed)


@pytest.mark.parametrize(
    "value", [date(2025, 4, 1), datetime.fromisoformat("2025-04-01T09:00"), time(1), timedelta(1)]
)
def test_a_day_stays_a_day(value):
    grid = Grid("Pay")
    grid.put(Cell(1, 1, value))
    assert unpacked(packed(Book((grid,)))).sheets[0].at(1, 1).value == value


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "1",
        "null",
        "[" * 100_000,
        '{"Merge": {"top": 1, "left": 1, "bottom": 1, "right": 1}}',
        '{"Book": {"sheets": {"tuple": []}, "more": 1}}',
        '{"Book": {"sheets": {"os.system": "ls"}}}',
        '{"Book": {}, "Grid": {}}',
        '{"Book": {"sheets": {"tuple": [{"Grid": {"name": "x", "cells": [[1]]}}]}}}',
        '{"Book": {"sheets": {"datetime": "today"}}}',
        "9" * 5000,
    ],
)
def test_what_is_not_ours_is_refused(answer):
    with pytest.raises(NotOurs):
        unpacked(answer.encode())


def test_what_has_no_form_is_not_sent():
    grid = Grid("Pay")
    grid.put(Cell(1, 1, object()))
    with pytest.raises(NotOurs):
        packed(Book((grid,)))


@given(st.recursive(VALUES.filter(lambda v: v is None or isinstance(v, int | str)), st.lists))
def test_no_answer_brings_anything_but_cells_or_a_refusal(value):
    with suppress(NotOurs):
        assert isinstance(unpacked(json.dumps({"Book": value}).encode()), Book)
