"""What a request brings, read into memory and nowhere else, within its limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from xl_vsm.web.refusals import Refusal, asked_wrongly, busy, of_file
from xl_vsm.web.serving import Serving

WORDS: Final = 200_000  # bytes of a form's own fields, beside its files
ENCODED: Final = 1.4  # how much longer a file is as text, with some room


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a request brought.

    Attributes:
        name: what it is called, without a path.
        data: its bytes.
    """

    name: str
    data: bytes


class Held:
    """How many bytes of uploads are held at once, by all requests together."""

    def __init__(self, most: int) -> None:
        """Take how many may be."""
        self._most = most
        self._now = 0

    def take(self, number: int) -> None:
        """Count so many more.

        Raises:
            Refusal: that would be too many.
        """
        if self._now + number > self._most:
            raise busy()
        self._now += number

    def give(self, number: int) -> None:
        """Count so many fewer."""
        self._now -= number


class _InMemory(MultiPartParser):
    """Keeps files in memory: the usual parser writes all but small ones to disk."""

    spool_max_size = 2**62


class Incoming:
    """Reads the forms of requests.

    Args:
        serving: the limits.
    """

    def __init__(self, serving: Serving) -> None:
        """Take the limits; nothing is held yet."""
        self._serving = serving
        self._held = Held(serving.held_bytes)

    async def form(self, request: Request) -> tuple[FormData, int]:
        """Read a form, and say how many bytes of it are held until `done` is told of them.

        Raises:
            Refusal: it is too large, too slow, or no form.
        """
        taken = _Counted(request, self._largest, self._held)
        try:
            async with asyncio.timeout(self._serving.upload_seconds):
                return await self._parsed(request, taken.blocks()), taken.number
        except BaseException as fault:
            self._held.give(taken.number)
            if isinstance(fault, TimeoutError):
                raise Refusal(408, "too-slow", "the upload took too long to arrive") from fault
            if isinstance(fault, MultiPartException):
                raise asked_wrongly(f"the form cannot be read: {fault.message}") from fault
            if isinstance(fault, ClientDisconnect):
                raise Refusal(400, "gone", "the upload was broken off") from fault
            raise

    def done(self, number: int) -> None:
        """Take note that so many bytes are no longer held."""
        self._held.give(number)

    @property
    def _largest(self) -> int:
        serving = self._serving
        return round(serving.limits.file_bytes * ENCODED) * min(serving.files, 4) + WORDS

    async def _parsed(self, request: Request, blocks: AsyncGenerator[bytes, None]) -> FormData:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "multipart/form-data":
            largest = round(self._serving.limits.file_bytes * ENCODED) + WORDS
            parser = _InMemory(
                request.headers,
                blocks,
                max_files=self._serving.files,
                max_fields=1_000,
                max_part_size=largest,
            )
            return await parser.parse()
        if kind == "application/x-www-form-urlencoded":
            return await FormParser(request.headers, blocks).parse()
        raise asked_wrongly("send a form: multipart/form-data with a field named workbook")


class _Counted:
    """The blocks of a request's body, counted as they come."""

    def __init__(self, request: Request, largest: int, held: Held) -> None:
        self._request = request
        self._largest = largest
        self._held = held
        self.number = 0

    async def blocks(self) -> AsyncGenerator[bytes, None]:
        said = self._request.headers.get("content-length", "")
        if said.isdigit() and int(said) > self._largest:
            raise self._too_large()
        async for block in self._request.stream():
            if self.number + len(block) > self._largest:
                raise self._too_large()
            self._held.take(len(block))
            self.number += len(block)
            yield block

    def _too_large(self) -> Refusal:
        return of_file("SEC001", f"the upload is over {self._largest / 1e6:,.0f} MB")


async def files(form: FormData, field: str = "workbook") -> list[Upload]:
    """Return the files of a field, each under its name alone.

    Raises:
        Refusal: there is none.
    """
    found = [each for each in form.getlist(field) if isinstance(each, UploadFile)]
    chosen = [each for each in found if each.filename or each.size]
    if not chosen:
        raise asked_wrongly("choose a workbook: the form has no file in the field workbook")
    return [Upload(_name(each.filename), await each.read()) for each in chosen]


def text(form: FormData, field: str) -> str:
    """Return what a field says, without spaces around it; empty where it is not there."""
    said = form.get(field)
    return said.strip() if isinstance(said, str) else ""


def _name(said: str | None) -> str:
    """Return a file's name without a path, which some browsers send, and never an empty one."""
    name = PureWindowsPath(PurePosixPath(said or "").name).name
    shown = "".join(ch for ch in name if ch.isprintable()).strip()
    return shown[-120:] or "workbook.xlsx"
