"""Cells as Excel hands them to an Office.js function, and what it shows of the answer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from tests.hosts.cells import OURS, Answer, Cell, Error, Given, Nothing
from tests.hosts.parity import Call
from xl_vsm.excel import REGISTRY

BEFORE_THE_FIRST = date(1899, 12, 30)

ERRORS = {
    "#BLOCKED!": "Blocked",
    "#BUSY!": "Busy",
    "#CALC!": "Calc",
    "#CONNECT!": "Connect",
    "#DIV/0!": "Div0",
    "#FIELD!": "Field",
    "#GETTING_DATA": "GettingData",
    "#N/A": "NotAvailable",
    "#NAME?": "Name",
    "#NULL!": "Null",
    "#NUM!": "Num",
    "#REF!": "Ref",
    "#SPILL!": "Spill",
    "#UNKNOWN!": "Unknown",
    "#VALUE!": "Value",
}
CODES = {kind: code for code, kind in ERRORS.items()}


@dataclass(frozen=True)
class Wire:
    """How one Excel sends cells; they differ in two ways.

    Attributes:
        zero_for_no_day: send 0 for a blank cell where a day is asked for, as Excel on a desktop.
        formatted_dates: send a date as a number with its format, as where data types are on.
    """

    zero_for_no_day: bool = False
    formatted_dates: bool = False

    def sent(self, call: Call, parameters: Sequence[Mapping[str, Any]]) -> list[object]:
        """Return a formula's arguments: each a range, null where left out.

        Args:
            call: the formula.
            parameters: what the server's list of functions says that it takes.
        """
        cells = [
            self._range(given, is_day=self.zero_for_no_day and is_day(call.function, at))
            for at, given in enumerate(call.given)
        ]
        single = sum(not parameter.get("repeating") for parameter in parameters)
        padded: list[object] = [*cells[:single], *[None] * (single - len(cells))]
        return [*padded, cells[single:]] if single < len(parameters) else padded

    def _range(self, given: Given, *, is_day: bool) -> list[list[object]] | None:
        if given is Nothing.OMITTED:
            return None
        rows = given if isinstance(given, list) else [[given]]
        return [[self._cell(cell, is_day=is_day) for cell in row] for row in rows]

    def _cell(self, cell: Cell, *, is_day: bool) -> object:
        if isinstance(cell, Nothing):
            return 0 if is_day else None
        if isinstance(cell, float) and not math.isfinite(cell):
            # Excel holds no such number: what gives one shows this error instead.
            cell = Error("#NUM!")
        if isinstance(cell, Error):
            return {"type": "Error", "errorType": ERRORS[cell.code], "basicValue": cell.code}
        if isinstance(cell, date):
            serial = (cell - BEFORE_THE_FIRST).days
            return _dated(serial) if self.formatted_dates else serial
        return cell


def is_day(function: str, at: int) -> bool:
    """Say whether a function's argument is a day, by its position."""
    parameters = list(REGISTRY[function].signature.parameters.values())
    hint = parameters[min(at, len(parameters) - 1)].annotation
    return hint is date or date in get_args(hint)


def shown(call: Call, outcome: Mapping[str, Any]) -> Answer:
    """Return what cells show of what a function answered, or of what it threw."""
    is_range = any(isinstance(given, list) for given in call.given)
    if "result" not in outcome:
        fault = Error(OURS if outcome["code"] == "#VALUE!" else outcome["code"], outcome["words"])
        return [[fault]] if is_range and _one_cell(call) else fault
    rows = [[_shown(cell) for cell in row] for row in outcome["result"]]
    if not is_range and len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return rows


def _one_cell(call: Call) -> bool:
    ranges = [given for given in call.given if isinstance(given, list)]
    return all(len(rows) == 1 and len(rows[0]) == 1 for rows in ranges)


def _shown(cell: Any) -> float | str | bool | Error:
    if isinstance(cell, Mapping):
        if cell["type"] == "Error":
            return Error(CODES[cell["errorType"]])
        return float(cell["basicValue"])
    return cell if isinstance(cell, bool | str) else float(cell)


def _dated(serial: int) -> dict[str, object]:
    return {
        "type": "FormattedNumber",
        "basicType": "Double",
        "basicValue": serial,
        "numberFormat": "dd/mm/yyyy",
    }
