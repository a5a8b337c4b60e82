"""What xlwings Server offers as buttons: the check of the open workbook, and clearing its marks."""

from xl_vsm.open_book.script import check_this_workbook, clear_marks

__all__ = ["check_this_workbook", "clear_marks"]
