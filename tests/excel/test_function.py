from __future__ import annotations

import inspect
import typing
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_vsm.excel import REGISTRY, CellError
from xl_vsm.rules.words import OrganisationType

from . import toys


def test_one_cell_each() -> None:
    band = toys.band()
    assert band("trust", 50) == "trust A"
    assert band("Foundation Trust", "£171,250", 45748) == "trust B 2025"
    assert band(OrganisationType.ICB, Decimal(5), effective=toys.DAY) == "ICB A 2025"
    assert band(size=50, organisation_type="ICB") == "ICB A"


@pytest.mark.parametrize("blank", [None, "", 0, 0.0, datetime(1899, 12, 30)])  # noqa: DTZ001
def test_a_blank_date_is_left_to_the_default(blank: object) -> None:
    assert toys.band()("trust", 0, blank) == "trust A"


def test_ranges() -> None:
    band = toys.band()
    assert band("trust", [[1], [200]]) == [["trust A"], ["trust B"]]
    assert band([["trust", "ICB"]], [[1, 200]]) == [["trust A", "ICB B"]]
    assert band(["trust", "ICB"], 1, [[toys.DAY]]) == [["trust A 2025", "ICB A 2025"]]
    assert band([["trust"]], 1) == [["trust A"]]
    assert band("ICB", ((1, 2), (300, 4))) == [
        ["ICB A", "ICB A"],
        ["ICB B", "ICB A"],
    ]


def test_an_error_stays_in_its_cell() -> None:
    assert toys.band()(
        [["trust"], ["trust"], ["trust"], [-2146826246], ["hospital"], [None], ["trust"]],
        [[1], ["abc"], [True], [4], [5], [6], [-7]],
    ) == [
        ["trust A"],
        ["#VSM! size must be a number, not 'abc'"],
        ["#VSM! size must be a number, not TRUE"],
        ["#N/A"],
        ['#VSM! organisation_type must be "trust" or "ICB", not \'hospital\''],
        ["#VSM! organisation_type is blank and must be given"],
        ["#VSM! no band is published for less than £0"],
    ]


def test_equal_cells_of_other_types_are_told_apart() -> None:
    assert toys.band()("trust", [[1], [True], [1.0], ["1"]]) == [
        ["trust A"],
        ["#VSM! size must be a number, not TRUE"],
        ["trust A"],
        ["trust A"],
    ]


def test_one_error_for_all_stands_in_every_cell() -> None:
    assert toys.band()("#REF!", [[1], [2]]) == [["#REF!"], ["#REF!"]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("trust", "abc"), "size must be a number, not 'abc'"),
        (("trust", None), "size is blank and must be given"),
        (("hospital", 1), 'organisation_type must be "trust" or "ICB", not \'hospital\''),
        (
            ("trust", 1, "soon"),
            "effective must be a date such as 2025-04-01 or 1 April 2025, not 'soon'",
        ),
        (("trust", "#VSM! salary is blank"), "salary is blank"),
        (("trust", {1, 2}), "size must be a single number, text, date or yes/no, not a set"),
        (("trust", []), "size is a range without cells"),
        (
            (["trust"], [[1], [2]], [1, 2]),
            (
                "size is 2 rows by 1 column but effective is 1 row by 2 columns: "
                "give ranges of one shape, or single cells"
            ),
        ),
    ],
)
def test_plain_python_raises_the_words(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        toys.band()(*arguments)
    assert str(refused.value) == words


def test_plain_python_raises_what_the_function_raised() -> None:
    with pytest.raises(toys.Unpublished):
        toys.band()("trust", -1)


def test_an_error_cell_alone_is_the_answer() -> None:
    assert toys.band()(CellError("#N/A"), 1) == "#N/A"


@pytest.mark.parametrize("size", [13, [[1], [13]]])
def test_plain_python_raises_a_bug(size: object) -> None:
    with pytest.raises(ZeroDivisionError):
        toys.band()("trust", size)


def test_arguments_as_python_counts_them() -> None:
    band = toys.band()
    with pytest.raises(TypeError, match="size"):
        band("trust")
    with pytest.raises(TypeError, match="too many"):
        band("trust", 1, None, 4)
    assert toys.status()() == "fine"


def test_rows_spill() -> None:
    row = toys.row()
    assert row(3) == [[0.0, 0.5, 1.0]]
    assert row([[2], ["x"], [1]]) == [
        [0.0, 0.5],
        ["#VSM! size must be a whole number, not 'x'", "#VSM!"],
        [0.0, ""],
    ]
    with pytest.raises(ValueError, match="give single cells or one column"):
        row([[1, 2]])


def test_tables_spill() -> None:
    assert toys.table()(2) == [["n", "half"], [0, 0.0], [1, 0.5]]


def test_any_number_of_arguments() -> None:
    total = toys.total()
    assert total(1) == 1
    assert total(1, "2", 3.0) == 6
    assert total(1, [[2], [3]], 4) == [[7], [8]]
    with pytest.raises(ValueError, match=r"^others 2 must be a whole number, not 'x'$"):
        total(1, 2, "x")


@given(st.lists(st.integers(-3, 3).map(float), min_size=1, max_size=9))
def test_a_column_answers_as_its_cells_do(column: list[float]) -> None:
    row = toys.total()
    assert row([[cell] for cell in column], 5) == [[row(cell, 5)] for cell in column]


def test_the_registry_knows_everything() -> None:
    toys.band()
    known = REGISTRY["TOY_BAND"]
    assert known.name == "TOY_BAND"
    assert known.category == "NHS VSM pay"
    assert known.help_url == "https://example.org/band"
    assert known.summary == "The pay band of an organisation."
    assert known.doc.endswith("which Excel does not show.")
    assert list(known.arguments) == ["organisation_type", "size", "effective"]
    assert known.signature.parameters["effective"].annotation == date | None
    assert known.function(OrganisationType.ICB, Decimal(1)) == "ICB A"


def test_cells_can_be_read_without_an_answer() -> None:
    toys.band()
    read = REGISTRY["TOY_BAND"].read
    assert read("FT", "£5") == (OrganisationType.TRUST, Decimal(5), None)
    with pytest.raises(ValueError, match=r"^size must be a number, not 'x'$"):
        read("FT", "x")
    with pytest.raises(ValueError, match=r"^a cell that TOY_BAND reads is #N/A$"):
        read("FT", "#N/A")


def test_no_trace_of_the_hints_is_left() -> None:
    band = toys.band()
    assert typing.get_type_hints(band) == {}
    assert not hasattr(band, "__wrapped__")
    signature = inspect.signature(band)
    assert str(signature) == "(organisation_type, size, effective=None)"
    assert band.__name__ == "TOY_BAND"
    assert band.__module__ == toys.__name__
    assert band.__doc__ == REGISTRY["TOY_BAND"].doc
    assert str(inspect.signature(toys.total())) == "(first, *others)"
