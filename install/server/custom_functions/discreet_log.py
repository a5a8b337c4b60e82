"""Keep what cells hold out of the server's log.

xlwings Server logs the words of every error, and ours name the value that was wrong: somebody's
pay. The log keeps that there was an error, of what kind, and where in the code.
"""

from __future__ import annotations

import logging
import traceback
from typing import Any

NAMES_WORKBOOKS = "xlwings_server.routers.xlwings"
"""Who warns of a cell's address that it cannot read, in full. Workbooks are named for people."""


def keep_values_out() -> None:
    """Make every record that this process logs a discreet one, whoever logs it."""
    made_by_python = logging.getLogRecordFactory()

    def factory(*args: Any, **named: Any) -> logging.LogRecord:
        return discreet(made_by_python(*args, **named))

    logging.setLogRecordFactory(factory)


def discreet(record: logging.LogRecord) -> logging.LogRecord:
    """Return a record without the words of any exception: only its kind, and where it arose."""
    if record.name == NAMES_WORKBOOKS and record.levelno == logging.WARNING:
        record.msg, record.args = "a warning that may name a workbook, and is not logged", None
    if isinstance(record.msg, BaseException):
        record.msg, record.args = _kind(record.msg), None
    elif isinstance(record.args, tuple):
        record.args = tuple(
            _kind(argument) if isinstance(argument, BaseException) else argument
            for argument in record.args
        )
    if record.exc_info and record.exc_info[1]:
        # A formatter takes this text as it is, and asks the exception for none.
        record.exc_text = "\n".join(_told(record.exc_info[1]))
    return record


def _kind(error: BaseException) -> str:
    return f"{type(error).__name__} (its words are not logged)"


def _told(error: BaseException) -> list[str]:
    """Return where an exception arose and what led to it, innermost last. No words, no values."""
    told: list[str] = []
    at: BaseException | None = error
    while at is not None:
        places = traceback.extract_tb(at.__traceback__)
        told.append(_kind(at))
        told += [f"  {place.filename}:{place.lineno} in {place.name}" for place in places]
        at = at.__cause__ or at.__context__
    return told
