"""The scripts of xlwings Server and xlwings Lite: import them where the host looks for scripts.

    from xl_vsm.open_book.script import check_this_workbook, clear_marks

Classic xlwings needs neither: a macro calls `xl_vsm.open_book` itself.
"""

from __future__ import annotations

from typing import Any

from xl_vsm import open_book
from xl_vsm.excel.scripts import script


def _check_this_workbook(book: Any) -> None:
    """Check the open workbook, and write a sheet of findings into it."""
    open_book.check_this_workbook(book)


def _clear_marks(book: Any) -> None:
    """Take every colour of ours off the workbook's cells."""
    open_book.clear_marks(book)


check_this_workbook = script(_check_this_workbook, "Check this workbook")
clear_marks = script(_clear_marks, "Clear the marks")
