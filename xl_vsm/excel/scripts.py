"""Scripts that a button in Excel starts: where xlwings is asked for the book, and told of a script.

A worksheet function answers in its cell. A script is given the whole open book instead.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from xl_vsm.excel.host import host, refusal


class NoBook(Exception):
    """There is no open workbook to work on; the message says what to do."""


def calling_book() -> Any:
    """Return the open workbook whose macro called, as an xlwings Book.

    Raises:
        NoBook: no workbook called.
    """
    try:
        import xlwings  # noqa: PLC0415 - plain Python works without it

        return xlwings.Book.caller()
    except Exception as fault:  # xlwings raises a bare one
        raise NoBook("no open workbook called: press the button in Excel") from fault


def excel_refused(fault: Exception) -> bool:
    """Say whether a fault is Excel's on Windows, which would not do what it was told."""
    pywintypes = sys.modules.get("pywintypes")
    return pywintypes is not None and isinstance(fault, pywintypes.com_error)


def script(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    """Tell xlwings Server or Lite of a script; elsewhere a macro calls it, and nothing is told.

    Args:
        function: takes the open book, and nothing else that has no default.
        name: what the button says.
    """
    if host() not in ("server", "lite"):
        return function
    import xlwings  # noqa: PLC0415 - as above

    # xlwings finds the parameter that is to be given the book by its type.
    function.__annotations__ = {"book": xlwings.Book}
    bound: Callable[..., Any] = xlwings.script(name=name)(function)
    return bound


def say(book: Any, words: str) -> None:
    """Show words to whoever pressed the button: the add-in shows an error's, the desktop a box.

    Raises:
        Exception: with the words, where that is how they are shown or there is no book to ask.
    """
    if host() in ("server", "lite"):
        raise refusal(words)
    if book is None or book.app.engine.type == "remote":
        raise RuntimeError(words)
    book.app.alert(words, "xl-vsm")
