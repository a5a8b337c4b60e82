"""Arguments as given, single cells and ranges mixed -> one row of cells for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TypeAlias

from xl_vsm.excel.normalise import is_numpy, unboxed

Shape: TypeAlias = tuple[int, int]
"""Rows, columns."""

ONE_CELL: Shape = (1, 1)


@dataclass(frozen=True, slots=True)
class Given:
    """One argument as it was given: its cells row by row.

    Attributes:
        name: the argument's name.
        cells: the raw values; one for a single cell.
        shape: rows and columns.
        is_range: whether it was given as a range, if only of one cell.
    """

    name: str
    cells: Sequence[object]
    shape: Shape = ONE_CELL
    is_range: bool = False


def given(name: str, value: object) -> Given:
    """Take one argument apart: rows of cells, one row, or a single cell.

    Raises:
        ValueError: a range that is empty, or whose rows differ in length.
    """
    if is_numpy(value):
        value = unboxed(value)
    if not isinstance(value, (list, tuple)):
        return Given(name, (value,))
    rows = value if any(isinstance(row, (list, tuple)) for row in value) else (value,)
    width = len(rows[0]) if isinstance(rows[0], (list, tuple)) else 0
    if not all(isinstance(row, (list, tuple)) and len(row) == width for row in rows):
        raise ValueError(f"{name} is a range whose rows differ in length")
    if width == 0:
        raise ValueError(f"{name} is a range without cells")
    return Given(name, list(chain.from_iterable(rows)), (len(rows), width), is_range=True)


def common_shape(arguments: Sequence[Given]) -> Shape:
    """Return the one shape of all ranges. Single cells go with any.

    Raises:
        ValueError: two ranges of different shapes; the message names both.
    """
    ranges = [argument for argument in arguments if argument.shape != ONE_CELL]
    for other in ranges[1:]:
        if other.shape != ranges[0].shape:
            raise ValueError(
                f"{ranges[0].name} is {in_words(ranges[0].shape)} but {other.name} is "
                f"{in_words(other.shape)}: give ranges of one shape, or single cells"
            )
    return ranges[0].shape if ranges else ONE_CELL


def in_rows(columns: Sequence[Sequence[object]], count: int) -> Iterator[tuple[object, ...]]:
    """Return the arguments of each answer in turn, a single cell standing for every one."""
    if not columns:
        return iter([()])
    return zip(*(repeat(c[0], count) if len(c) == 1 else c for c in columns), strict=True)


def in_words(shape: Shape) -> str:
    """Return a shape as people say it: 3 rows by 1 column."""
    rows, columns = shape
    return f"{rows} row{'s' * (rows != 1)} by {columns} column{'s' * (columns != 1)}"
