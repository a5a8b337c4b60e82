from __future__ import annotations

import numpy as np
import pytest

from xl_vsm.excel.spread import common_shape, given, in_rows, in_words


@pytest.mark.parametrize(
    ("value", "cells", "shape", "is_range"),
    [
        (5, [5], (1, 1), False),
        ("text", ["text"], (1, 1), False),
        (None, [None], (1, 1), False),
        ([[5]], [5], (1, 1), True),
        ([1, 2, 3], [1, 2, 3], (1, 3), True),
        ([[1], [2]], [1, 2], (2, 1), True),
        (((1, 2), (3, 4)), [1, 2, 3, 4], (2, 2), True),
        (np.array([[1.5], [2.5]]), [1.5, 2.5], (2, 1), True),
        (np.float64(1.5), [1.5], (1, 1), False),
    ],
)
def test_arguments(
    value: object, cells: list[object], shape: tuple[int, int], is_range: bool
) -> None:
    found = given("size", value)
    assert list(found.cells) == cells
    assert (found.shape, found.is_range) == (shape, is_range)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "size is a range without cells"),
        ([[]], "size is a range without cells"),
        ([[], []], "size is a range without cells"),
        ([[1, 2], [3]], "size is a range whose rows differ in length"),
        ([[1], 2], "size is a range whose rows differ in length"),
        ([1, [2]], "size is a range whose rows differ in length"),
    ],
)
def test_broken_ranges(value: object, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        given("size", value)


def test_ranges_share_one_shape_and_single_cells_go_with_any() -> None:
    column, cell = given("a", [[1], [2], [3]]), given("b", 5)
    assert common_shape([column, cell, column]) == (3, 1)
    assert common_shape([cell, given("c", [[1]])]) == (1, 1)
    assert common_shape([]) == (1, 1)


def test_a_row_and_a_column_do_not_make_a_table() -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        common_shape([given("x", 1), given("size", [[1], [2], [3]]), given("salary", [1, 2])])
    assert str(refused.value) == (
        "size is 3 rows by 1 column but salary is 1 row by 2 columns: "
        "give ranges of one shape, or single cells"
    )


def test_single_cells_stand_for_every_row() -> None:
    assert list(in_rows([[1, 2], ["x"]], 2)) == [(1, "x"), (2, "x")]
    assert list(in_rows([["x"]], 1)) == [("x",)]
    assert list(in_rows([], 1)) == [()]


def test_shapes_in_words() -> None:
    assert in_words((1, 1)) == "1 row by 1 column"
