"""Checking the workbook that is open in Excel, from a button in it.

Classic xlwings calls it from a macro:

    RunPython "import xl_vsm.open_book; xl_vsm.open_book.check_this_workbook()"

xlwings Server and Lite take their scripts from `xl_vsm.open_book.script`.
"""

from xl_vsm.open_book.check import check_this_workbook, clear_marks

__all__ = ["check_this_workbook", "clear_marks"]
