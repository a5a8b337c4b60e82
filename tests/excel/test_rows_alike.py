"""Rows alike are answered once, and no row for another that only looks like it."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.excel import excel_function


def test_rows_alike_are_answered_once() -> None:
    asked: list[tuple[Decimal, str]] = []

    @excel_function(category="toys", arguments={"size": "how many", "what": "of what"})
    def TOY_COUNTED(size: Decimal, what: str) -> Decimal:
        """Half of it."""
        asked.append((size, what))
        return size / 2

    column = [[4.0], [6.0], [4.0], [4.0]]
    assert TOY_COUNTED(column, "a") == [[2.0], [3.0], [2.0], [2.0]]
    assert asked == [(Decimal(4), "a"), (Decimal(6), "a")]


def test_one_is_not_true() -> None:
    @excel_function(category="toys", arguments={"cell": "anything"})
    def TOY_KIND(cell: object) -> str:
        """What a cell holds."""
        return type(cell).__name__

    assert TOY_KIND([[1.0], [True], ["1"], [1.0]]) == [["float"], ["bool"], ["str"], ["float"]]


def test_each_row_of_a_spilt_answer_is_its_own() -> None:
    @excel_function(category="toys", arguments={"size": "how many"})
    def TOY_PAIR(size: Decimal) -> list[object]:
        """Twice the size."""
        return [size, size]

    first, second = TOY_PAIR([[4.0], [4.0]])
    first.append("changed by whoever got it")
    assert second == [4.0, 4.0]
