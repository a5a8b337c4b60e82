"""Why a request gets no answer, as a status and in words."""

from __future__ import annotations

import math
from typing import Annotated, Final

from pydantic import BaseModel, Field

from xl_vsm.sheets import RefusedFile
from xl_vsm.sheets.refused import REFUSALS

TOO_LARGE: Final = frozenset({"SEC001", "SEC002", "SEC007"})
WRONG_KIND: Final = frozenset({"WBK002", "WBK003", "WBK004", "WBK005"})


class Refused(BaseModel):
    """Why there is no answer."""

    code: Annotated[str, Field(description="a finding's code, or a word")]
    message: Annotated[str, Field(description="what is wrong and what to do")]


class Refusal(Exception):
    """A request that is refused.

    Attributes:
        status: the HTTP status.
        code: what it is called; a code of a finding where the file is to blame.
        message: what is wrong and what to do.
        retry_after: after how many seconds it may be asked again, where that is all that is wrong.
    """

    def __init__(
        self, status: int, code: str, message: str, *, retry_after: int | None = None
    ) -> None:
        """Take the status, the code and the words."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after

    @property
    def of_the_file(self) -> bool:
        """Whether a file is to blame, and not the request or the server."""
        return self.code in REFUSALS


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


def wrong_kind(message: str) -> Refusal:
    """Return the refusal of a request that is no form."""
    return Refusal(415, "no-form", message)


def not_here(status: int, allowed: str = "") -> Refusal:
    """Return the refusal of an address that there is none of, or that is asked in another way.

    Args:
        status: 404 or 405, or whatever else the framework says of an address.
        allowed: the methods by which it may be asked.
    """
    if status == 405:
        return Refusal(status, "not-so", f"this address is not asked in this way, but by {allowed}")
    return Refusal(status, "not-here", "there is nothing at this address")


def busy() -> Refusal:
    """Return the refusal of a request that comes when there is no room for it."""
    words = "the server is busy: try again in a minute"
    return Refusal(503, "busy", words, retry_after=60)


def not_ready() -> Refusal:
    """Return the refusal of a question whether the server can work, while it cannot."""
    return Refusal(503, "starting", "no process is there to work yet", retry_after=5)


def too_often(rate: str, seconds: float) -> Refusal:
    """Return the refusal of one who asks too often, and may again in so many seconds."""
    wait = max(1, math.ceil(seconds))
    words = f"no more than {rate} are answered: try again in {wait} seconds"
    return Refusal(429, "too-often", words, retry_after=wait)


def too_much() -> Refusal:
    """Return the refusal of one who has as much under way as one address may."""
    words = (
        "as much from your address is being checked already as from any one: "
        "try again when that is done"
    )
    return Refusal(429, "too-much", words, retry_after=30)


def took_too_long(seconds: float) -> Refusal:
    """Return the refusal of a workbook that takes longer than any may."""
    return of_file(
        "SEC008",
        f"checking took longer than {seconds:,.0f} seconds and was ended: "
        "save a copy with only the pay sheets",
    )


def needs_too_much(memory_bytes: int) -> Refusal:
    """Return the refusal of a workbook that needs more memory than any may."""
    return of_file(
        "SEC009",
        f"checking needed more than {memory_bytes / 1e6:,.0f} MB of memory: "
        "save a copy with only the pay sheets",
    )


def ended() -> Refusal:
    """Return the refusal of a workbook that ended the process that looked at it."""
    return of_file(
        "SEC010",
        "the process that looked at the workbook ended: open it in Excel, save it as a new .xlsx "
        "and try that",
    )


def fault_of_ours() -> Refusal:
    """Return the refusal of a request that met a fault of this tool, with nothing of the fault."""
    return Refusal(500, "fault", "a fault in this tool; please report it")
