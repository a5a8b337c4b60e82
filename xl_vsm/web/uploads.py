"""What a request brings, read into memory and nowhere else, within its limits."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from xl_vsm.web.asker import asker_of
from xl_vsm.web.refusals import Refusal, asked_wrongly, busy, of_file, too_much, wrong_kind
from xl_vsm.web.serving import Serving

WORDS: Final = 200_000  # bytes of a form's own fields, beside its files
ENCODED: Final = 1.4  # how much longer a file is as text, with some room
TOGETHER: Final = 4  # files of the largest size that may come in one request
FILES: Final = "multipart/form-data"
FIELDS: Final = 1_000
ONE_EACH: Final = (
    "layout_for",
    "layout",
    "carried_name",
    "carried",
    "again_name",
    "again_sha256",
    "again_unread",
)
"""The fields that a page has once for each of its workbooks."""
TOO_MANY: Final = "there are more fields than any form here has: start again"
UNREADABLE: Final = "the form cannot be read"


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
    """How many bytes of uploads are held at once, by all requests together and for each address."""

    def __init__(self, most: int) -> None:
        """Take how many may be; one address may have half of them."""
        self._most = most
        self._share = most // 2
        self._now: Counter[str] = Counter()

    def take(self, asker: str, number: int) -> None:
        """Count so many more.

        Raises:
            Refusal: that would be too many, for this address or for all.
        """
        if self._now.total() + number > self._most:
            raise busy()
        if self._now[asker] + number > self._share:
            raise too_much()
        self._now[asker] += number

    def give(self, asker: str, number: int) -> None:
        """Count so many fewer, and forget an address of which nothing is held."""
        self._now[asker] -= number
        if not self._now[asker]:
            del self._now[asker]


class _InMemory(MultiPartParser):
    """Keeps files in memory: the usual parser writes all but small ones to disk."""

    spool_max_size = 2**62
    ended = False

    def on_end(self) -> None:
        self.ended = True


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
        taken = _Counted(request, self._largest(request), self._held)
        try:
            async with asyncio.timeout(self._serving.upload_seconds):
                return await self._parsed(request, taken.blocks()), taken.number
        except BaseException as fault:
            self.done(taken.asker, taken.number)
            if isinstance(fault, TimeoutError):
                raise Refusal(408, "too-slow", "the upload took too long to arrive") from fault
            if isinstance(fault, MultiPartException):
                raise asked_wrongly(self._in_words(fault)) from fault
            if isinstance(fault, FormParserError):
                raise asked_wrongly(UNREADABLE) from fault
            if isinstance(fault, ClientDisconnect):
                raise Refusal(400, "gone", "the upload was broken off") from fault
            raise

    def _in_words(self, fault: MultiPartException) -> str:
        """Return what is wrong with a form, for somebody who has never seen one from within."""
        for said, words in (
            ("Too many files", f"send no more than {self._serving.files} workbooks at once"),
            ("Too many fields", TOO_MANY),
            ("exceeded maximum size", "a part of the form is longer than any may be"),
            ("boundary", f"{UNREADABLE}: its header names no boundary between its parts"),
            ('field "name"', f"{UNREADABLE}: a part of it has no name"),
        ):
            if said in fault.message:
                return words
        return UNREADABLE

    def done(self, asker: str, number: int) -> None:
        """Take note that so many bytes of an address's are no longer held."""
        self._held.give(asker, number)

    @property
    def largest(self) -> int:
        """How many bytes a request with files may bring."""
        serving = self._serving
        return round(serving.limits.file_bytes * ENCODED) * min(serving.files, TOGETHER) + WORDS

    def _largest(self, request: Request) -> int:
        if _kind(request)[0] != FILES:
            return WORDS
        return self.largest

    async def _parsed(self, request: Request, blocks: AsyncGenerator[bytes, None]) -> FormData:
        form = await self._any_form(request, blocks)
        said = Counter(name for name, _ in form.multi_items())
        if said.total() > FIELDS + self._serving.files or any(
            said[name] > self._serving.files for name in ONE_EACH
        ):
            raise asked_wrongly(TOO_MANY)
        return form

    async def _any_form(self, request: Request, blocks: AsyncGenerator[bytes, None]) -> FormData:
        kind, charset = _kind(request)
        if charset not in {"utf-8", "utf8"}:
            # Python knows encodings that take hours, or give what is no text.
            raise asked_wrongly("send the form in UTF-8")
        if kind == FILES:
            largest = round(self._serving.limits.file_bytes * ENCODED) + WORDS
            parser = _InMemory(
                request.headers,
                blocks,
                max_files=self._serving.files,
                max_fields=FIELDS,
                max_part_size=largest,
            )
            form = await parser.parse()
            if not parser.ended:
                raise asked_wrongly(f"{UNREADABLE}: it has no end")
            return form
        if kind == "application/x-www-form-urlencoded":
            return await FormParser(request.headers, blocks).parse()
        raise wrong_kind("send a form: multipart/form-data with a field named workbook")


class _Counted:
    """The blocks of a request's body, counted as they come."""

    def __init__(self, request: Request, largest: int, held: Held) -> None:
        self._request = request
        self._largest = largest
        self._held = held
        self.asker = asker_of(request)
        self.number = 0

    async def blocks(self) -> AsyncGenerator[bytes, None]:
        said = self._request.headers.get("content-length", "")
        if said.isascii() and said.isdigit() and int(said) > self._largest:
            raise self._too_large()
        async for block in self._request.stream():
            if self.number + len(block) > self._largest:
                raise self._too_large()
            self._held.take(self.asker, len(block))
            self.number += len(block)
            yield block

    def _too_large(self) -> Refusal:
        return of_file("SEC001", f"the upload is over {self._largest / 1e6:,.0f} MB")


def _kind(request: Request) -> tuple[str, str]:
    """Return what kind of content a request has, and in which encoding."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    return kind.decode("latin-1"), options.get(b"charset", b"utf-8").decode("latin-1").lower()


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
    shown = "".join(ch for ch in name if ch.isprintable()).strip()[-120:]
    return shown if shown.strip(". ") else "workbook.xlsx"
