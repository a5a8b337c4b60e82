"""Why a request gets no answer, as a status and in words."""

from __future__ import annotations

from typing import Final

from xl_vsm.sheets import RefusedFile

TOO_LARGE: Final = frozenset({"SEC001", "SEC002", "SEC007"})
WRONG_KIND: Final = frozenset({"WBK002", "WBK003", "WBK004", "WBK005"})


class Refusal(Exception):
    """A request that is refused.

    Attributes:
        status: the HTTP status.
        code: what it is called; a code of a finding where the file is to blame.
        message: what is wrong and what to do.
    """

    def __init__(self, status: int, code: str, message: str) -> None:
        """Take the status, the code and the words."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def of_file(code: str, message: str) -> Refusal:
    """Return the refusal of a file: too large, of the wrong kind, or unreadable."""
    status = 413 if code in TOO_LARGE else 415 if code in WRONG_KIND else 422
    return Refusal(status, code, message)


def of_refused(refused: RefusedFile) -> Refusal:
    """Return the refusal of a file that the reader refused."""
    return of_file(refused.code, refused.message)


def asked_wrongly(message: str) -> Refusal:
    """Return the refusal of a request whose own words cannot be used."""
    return Refusal(422, "asked-wrongly", message)


def busy() -> Refusal:
    """Return the refusal of a request that comes when there is no room for it."""
    return Refusal(503, "busy", "the server is busy: try again in a minute")


def took_too_long(seconds: float) -> Refusal:
    """Return the refusal of a workbook that takes longer than any may."""
    return of_file(
        "SEC008",
        f"checking took longer than {seconds:,.0f} seconds and was ended: "
        "save a copy with only the pay sheets",
    )


def ended() -> Refusal:
    """Return the refusal of a workbook that ended the process that looked at it."""
    return of_file(
        "SEC010",
        "the process that looked at the workbook ended: open it in Excel, save it as a new .xlsx "
        "and try that",
    )
