"""In process: xlwings' real COM server, with Excel's values handed to it. Run as a process.

Prints what each call took, as JSON. pywin32 is the tests' stand-in, so COM's own cost is left out
of the function and of the floor alike.
"""

from __future__ import annotations

import json
import os
import sys
from types import ModuleType
from typing import Any, cast

from benchmarks.calls import CALLS, FLOOR_CALLS, Timed
from benchmarks.timing import best_of
from tests.hosts.com_excel import CLSID, MISSING
from tests.hosts.pywin32 import xlwings_as_on_windows
from tests.hosts.pywin32.modules import unwrap
from tests.hosts.pywin32.objects import PyIDispatch, Range, Workbook


class Excel:
    """Excel, with one workbook open, which asks the server for as long as it is timed."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.took: dict[str, dict[str, float]] = {}

    def pump(self) -> bool:
        """Time every call through a server object, as COM would make one, and end."""
        import win32com.server.policy  # noqa: PLC0415 - the stand-in, there from now on

        made = win32com.server.policy.DefaultPolicy()._CreateInstance_(CLSID, "IDispatch")
        server = unwrap(made)
        book = Workbook()

        def asked(call: Timed, given: tuple[Any, ...]) -> Any:
            module = "benchmarks.identity" if call in FLOOR_CALLS else "udfs"
            sent = tuple(map(_as_com, given))
            caller = PyIDispatch(Range(book.Worksheets[0], None))
            of = PyIDispatch(book)
            return lambda: server.CallUDF(module, call.function, sent, of, caller)

        every = (*FLOOR_CALLS, *CALLS)
        cells = {call.function: asked(call, call.cell) for call in every}
        columns = {call.function: asked(call, call.column) for call in every}
        self.took = {
            "cell": best_of(cells, self.rounds * 40),
            "column": best_of(columns, self.rounds),
        }
        return True


def _as_com(given: Any) -> Any:
    if given is None:
        return MISSING
    return tuple(map(tuple, given)) if isinstance(given, list) else given


def main() -> None:
    """Time the calls, and print what they took."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # xlwings prints that it serves
    # A finance PC need not have them, and xlwings converts otherwise where they are.
    cast("dict[str, ModuleType | None]", sys.modules).update(pandas=None, numpy=None)
    excel = Excel(int(sys.argv[1]))
    xlwings_as_on_windows(excel.pump).serve(CLSID)
    with out:
        json.dump(excel.took, out)


if __name__ == "__main__":
    main()
