"""Excel on Windows with a workbook open, whose macro calls our code: run in a process of its own.

xlwings is the real one, on a stand-in of pywin32, and finds the book as it does under a macro.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import Any
from unittest.mock import Mock

from tests.hosts.pywin32 import xlwings_as_on_windows
from tests.open_book.com_objects import Workbook
from tests.open_book.com_pointers import usable
from tests.open_book.model import Open


def windows_code() -> Any:
    """Return xlwings' code for Windows, with the parts of pywin32 that showing a sheet needs."""
    windows = xlwings_as_on_windows(lambda: True)._xlwindows
    windows.N_COM_ATTEMPTS = 1  # nothing here is ever busy
    for number, name in enumerate(("OK", "OKCANCEL", "YESNO", "YESNOCANCEL")):
        setattr(windows.win32con, f"MB_{name}", number)
    windows.win32con.MB_ICONINFORMATION = windows.win32con.MB_ICONWARNING = 0
    windows.win32gui.FindWindowEx = Mock(return_value=1)
    return windows


def run(windows: Any, book: Open, macro: str, options: dict[str, Any]) -> tuple[Open, Any]:
    """Run a macro on a workbook, and return the workbook after it and what the macro returned."""
    windows.win32api.MessageBox = box = Mock(return_value=1)
    windows.BOOK_CALLER = usable(Workbook(book))
    from xl_vsm import open_book  # noqa: PLC0415 - it looks whether xlwings is loaded

    report = getattr(open_book, macro)(**options)
    book.said += [shown.args[1] for shown in box.call_args_list]
    return book, report and report.model_dump(mode="json", by_alias=True)


def main() -> None:
    """Run what is asked, pickled, on standard input; answer on what was standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    windows = windows_code()
    with out:
        while sys.stdin.buffer.peek(1):
            pickle.dump(run(windows, *pickle.load(sys.stdin.buffer)), out)
            out.flush()
