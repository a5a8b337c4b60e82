"""Faults as cells hold them: Excel's own error codes, and ours, which come with words."""

from __future__ import annotations

from dataclasses import dataclass

OURS = "#VSM!"
"""What a fault of ours starts with, where only text can say that an answer is none."""

NO_ANSWER = "#VALUE!"
NOT_A_NUMBER = "#NUM!"

LONGEST = 255
"""The longest text that Excel takes everywhere, so also the longest fault."""

COM_ERRORS = {
    -2146826288: "#NULL!",
    -2146826281: "#DIV/0!",
    -2146826273: NO_ANSWER,
    -2146826265: "#REF!",
    -2146826259: "#NAME?",
    -2146826252: NOT_A_NUMBER,
    -2146826246: "#N/A",
    -2146826245: "#GETTING_DATA",
    -2146826243: "#SPILL!",
    -2146826242: "#CONNECT!",
    -2146826241: "#BLOCKED!",
    -2146826240: "#UNKNOWN!",
    -2146826239: "#FIELD!",
    -2146826238: "#CALC!",
    -2146826237: "#BUSY!",
}
"""The whole numbers that COM sends for an error cell, and what the cell shows."""

CODES = frozenset(COM_ERRORS.values())

_IRREGULAR = {
    "Div0": "#DIV/0!",
    "GettingData": "#GETTING_DATA",
    "Name": "#NAME?",
    "NotAvailable": "#N/A",
}


@dataclass(frozen=True, slots=True)
class CellError:
    """An error in a cell, which is what the cells that rest on it answer too.

    Attributes:
        code: what the cell shows, such as `#N/A`; `#VSM!` for a fault found here.
        words: what is wrong, where somebody said so.
    """

    code: str
    words: str = ""

    def __str__(self) -> str:
        """Return the error as a cell can hold it."""
        text = f"{self.code} {self.words}".rstrip()
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def fault(words: str) -> CellError:
    """Return a fault of ours, its words on one line."""
    return CellError(OURS, " ".join(words.split()))


def error_in(text: str) -> CellError | None:
    """Return the error that a text in a cell stands for, if it does.

    Where a host cannot give a cell a real error, the cell holds its code as text.
    """
    if not text.startswith("#"):
        return None
    if text.startswith(OURS):
        return fault(text.removeprefix(OURS))
    code = text.upper()
    return CellError(code) if code in CODES else None


def error_of_type(kind: str) -> CellError:
    """Return the error that Office.js names, such as `NotAvailable` or `Spill`."""
    return CellError(_IRREGULAR.get(kind, f"#{kind.upper()}!"))
