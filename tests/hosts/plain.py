"""The functions in ordinary Python, asked as the other hosts are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import udfs
from tests.hosts.cells import OURS, Answer, Cell, Error, Given, Nothing
from tests.hosts.parity import Call


class Plain:
    """Calls the functions as a script does."""

    def ask(self, calls: Sequence[Call]) -> list[Answer]:
        """Answer each call in order."""
        return [_answer(call) for call in calls]


def _answer(call: Call) -> Answer:
    try:
        shown = getattr(udfs, call.function)(*map(_given, call.given))
    except ValueError as fault:
        return Error(OURS, " ".join(str(fault).split()))
    if not isinstance(shown, list):
        return _shown(shown)
    rows = shown if shown and isinstance(shown[0], list) else [shown]
    return [[_shown(cell) for cell in row] for row in rows]


def _given(given: Given) -> Any:
    if isinstance(given, list):
        return [[_cell(cell) for cell in row] for row in given]
    return _cell(given)


def _cell(cell: Cell) -> Any:
    if isinstance(cell, Error):
        return cell.code
    return None if isinstance(cell, Nothing) else cell


def _shown(value: Any) -> float | str | bool | Error:
    if isinstance(value, str) and value.startswith(OURS):
        return Error(OURS, value.removeprefix(OURS).strip())
    if isinstance(value, str) and value.startswith("#"):
        return Error(value)
    return value if isinstance(value, bool | str) else float(value)
