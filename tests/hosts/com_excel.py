"""Excel on Windows as xlwings' COM server meets it: run as a process, asked by `tests.hosts.com`.

The server is the real one, and serves for as long as there are jobs; each call goes through the
Visual Basic wrapper's words in `install/classic`, the real `CallUDF` and the real conversion.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from tests.hosts.cells import OURS, Answer, Cell, Error, Given, Nothing
from tests.hosts.parity import Call
from tests.hosts.pywin32 import xlwings_as_on_windows
from tests.hosts.pywin32.errors import ERRORS
from tests.hosts.pywin32.modules import PyTime, unwrap
from tests.hosts.pywin32.objects import PyIDispatch, Range, Workbook

WRAPPERS = Path(__file__).parents[2] / "install" / "classic" / "xlwings_udfs.bas"
MISSING = -2147352572
"""What COM sends for an argument left out: the number of an error."""
DAY_0 = date(1899, 12, 30)


@dataclass(frozen=True)
class Sent:
    """How Excel hands over what a formula is given.

    Attributes:
        by_value: cells of a sheet are ranges, whose values xlwings asks for; what another formula
            worked out comes as it is, its dates as serial numbers, one row as a plain list.
        currency: amounts come as currency, which cells formatted so do.
    """

    by_value: bool = False
    currency: bool = False


@dataclass(frozen=True)
class Ask:
    """Calculate formulas; answered by what their cells show."""

    calls: list[Call]
    sent: Sent


@dataclass(frozen=True)
class Import:
    """Press "Import Functions"; answered by the Visual Basic, and by what the wizard is told."""

    modules: str
    workbook: str


class Excel:
    """Excel, with one workbook open."""

    def __init__(self, jobs: list[Ask | Import]) -> None:
        self.jobs = jobs
        self.done: list[Any] = []
        self.book = Workbook()
        self.wrappers = dict(_wrappers())

    def pump(self) -> bool:
        """Do every job through a server object, as COM would make one, and end."""
        import win32com.server.policy  # noqa: PLC0415 - the stand-in, there from now on

        made = win32com.server.policy.DefaultPolicy()._CreateInstance_(CLSID, "IDispatch")
        server = unwrap(made)
        for job in self.jobs:
            if isinstance(job, Ask):
                self.done.append([self._formula(server, call, job.sent) for call in job.calls])
            else:
                self.done.append(_import(server, job))
        return True

    def _formula(self, server: Any, call: Call, sent: Sent) -> Answer:
        module, least, most = self.wrappers[call.function]
        given = [self._argument(one, sent) for one in call.given]
        args = given + [MISSING] * (least - len(given) if most is None else most - len(given))
        caller = PyIDispatch(Range(self.book.Worksheets[0], None))
        try:
            value = server.CallUDF(
                module, call.function, tuple(args), PyIDispatch(self.book), caller
            )
        except Exception as error:  # the wrapper's "failed:" puts these words into the cell
            return str(error)
        return _answer(value)

    def _argument(self, given: Given, sent: Sent) -> Any:
        if given is Nothing.OMITTED:
            return MISSING
        rows = given if isinstance(given, list) else [[given]]
        values = tuple(tuple(_cell(cell, sent) for cell in row) for row in rows)
        shape = len(values), len(values[0])
        if sent.by_value:
            one_row = values[0] if shape[0] == 1 else values
            return values[0][0] if shape == (1, 1) else one_row
        value = values[0][0] if shape == (1, 1) else values
        return PyIDispatch(Range(self.book.Worksheets[0], value, *shape))


CLSID = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"


def _wrappers() -> Iterator[tuple[str, tuple[str, int, int | None]]]:
    """Read what each wrapper in Visual Basic passes on: its module, and how many arguments."""
    text = WRAPPERS.read_text(encoding="utf-8") if WRAPPERS.exists() else ""
    heads = re.findall(r'^Function (\w+)\((.*)\)\n(?:.*\n)*?.*CallUDF\("(\w+)"', text, re.M)
    for name, arguments, module in heads:
        taken = [word for word in arguments.split(", ") if word]
        needed = [word for word in taken if not word.startswith(("Optional ", "ParamArray "))]
        has_more = "ParamArray" in arguments
        yield name, (module, len(needed), None if has_more else len(taken))


def _cell(cell: Cell, sent: Sent) -> Any:
    """Return one cell as COM gives it."""
    if isinstance(cell, Nothing):
        return None
    if isinstance(cell, Error):
        return ERRORS[cell.code]
    if isinstance(cell, date):
        if sent.by_value:
            return float((cell - DAY_0).days)
        return PyTime(cell.year, cell.month, cell.day, tzinfo=UTC)
    if isinstance(cell, float) and sent.currency and abs(cell) < 9e14:
        # COM counts ten-thousandths of a pound, and pywin32 divides them again.
        amount = Decimal(repr(cell)) * 10_000
        return amount.to_integral_value() / 10_000 if amount == int(amount) else cell
    return cell


def _answer(value: Any) -> Answer:
    """Return what cells show for a value; a plain list fills one row."""
    if not isinstance(value, list):
        return _shown(value)
    rows = value if value and isinstance(value[0], list) else [value]
    return [[_shown(cell) for cell in row] for row in rows]


def _shown(value: Any) -> float | str | bool | Error:
    if isinstance(value, str) and value.startswith("#"):
        ours = value.startswith(OURS)
        return Error(OURS, value.removeprefix(OURS).strip()) if ours else Error(value)
    if isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"no cell of Excel's holds a {type(value).__name__}")


def _import(server: Any, job: Import) -> tuple[str, list[tuple[str, dict[str, Any]]]]:
    """Do as the ribbon's button of xlwings does."""
    book = Workbook(job.workbook)
    given = server.Tuple(job.modules, PyIDispatch(book))
    server.Str(server.Call(server.Module("xlwings"), "import_udfs", given))
    (visual_basic,) = book.VBProject.VBComponents.imported
    return visual_basic, book.Application.described


def main() -> None:
    """Serve the jobs that come pickled on standard input; answer on what was standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # xlwings prints that it serves
    # A finance PC has neither, and xlwings cleans answers otherwise where they are.
    cast("dict[str, ModuleType | None]", sys.modules).update(pandas=None, numpy=None)
    excel = Excel(pickle.load(sys.stdin.buffer))
    xlwings = xlwings_as_on_windows(excel.pump)
    xlwings.serve(CLSID)
    with out:
        pickle.dump((xlwings.func.__module__, excel.done), out)
