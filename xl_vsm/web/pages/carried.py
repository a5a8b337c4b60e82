"""The workbooks that a form brings: chosen just now, or carried from the page before.

The server keeps nothing between two pages. So a page that goes on with a workbook has it in its
form, as text, unless it is too large for that: then the page asks for it again, and knows it by
its SHA-256. A button for one workbook asks for that one alone, and nothing for one that could
not be read, which is as well left out.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from xl_vsm.sheets import Layout
from xl_vsm.web.pages.layout_text import LONGEST, NO_LAYOUT, layout_of
from xl_vsm.web.protection import FIELD
from xl_vsm.web.refusals import Refusal, asked_wrongly
from xl_vsm.web.uploads import Upload, files, text

AGAIN: Final = "again_name"
"""The field of a page that asks for its workbooks again: the name of each."""
UNREAD: Final = "again_unread"
"""The field of such a page that says by its SHA-256 which of them could not be read."""
MOST: Final = 8_000_000
"""Bytes of workbooks that a page carries; as text in its form they are a third more."""
LAYOUTS: Final = 200_000
"""Signs of all layouts that a page carries: reading so many takes a fraction of a second."""
LONGEST_NAME: Final = 130
"""Signs of a workbook's name, with the number that tells it from another."""


class Unfit(Refusal):
    """Files of a form that do not go together.

    Attributes:
        field: the field to which somebody has to go back.
    """

    def __init__(self, field: str, message: str) -> None:
        """Take the field and the words."""
        super().__init__(422, "asked-wrongly", message)
        self.field = field


class NotSentAgain(Refusal):
    """The workbooks that a page asked for again did not come with its form, or others did.

    Attributes:
        fields: what the form said, to be said again.
        names: what the workbooks are called that have to come with it.
    """

    def __init__(self, form: FormData, names: Sequence[str], message: str) -> None:
        """Take what the form said, before it is closed, what is wanted, and the words."""
        super().__init__(422, "asked-wrongly", message)
        said = ((name, value) for name, value in form.multi_items() if name != FIELD)
        self.fields = [(name, value) for name, value in said if isinstance(value, str)]
        self.names = list(names)


@dataclass(frozen=True, slots=True)
class Brought:
    """A workbook, and how its columns are to be read.

    Attributes:
        upload: its name and bytes.
        layout: how, where somebody has said so.
        unread: whether it could not be read.
        known: its SHA-256, where a form is about it without bringing it.
    """

    upload: Upload
    layout: Layout | None = None
    unread: bool = False
    known: str = ""

    def read_as(self, layout: Layout | None) -> Brought:
        """Return it, to be read by a layout."""
        return replace(self, layout=layout)

    def encoded(self) -> Markup:
        """Return its bytes for a hidden field."""
        return Markup(base64.b64encode(self.upload.data).decode("ascii"))

    def sha256(self) -> str:
        """Return by what a page that asks for it again knows it."""
        return self.known or sha256(self.upload.data).hexdigest()

    def layout_text(self) -> Markup:
        """Return its layout for a hidden field, every line kept; empty where it says nothing."""
        return escape(self.layout.to_toml().strip() if self.layout else "")


async def brought_by(form: FormData, *, every: bool = False) -> list[Brought]:
    """Return the workbooks of a form, each under a name of its own; none where none was chosen.

    Of workbooks that a page asked for again, those that did not have to come are there by their
    names alone, so that each keeps its number.

    A layout is for the workbook of its name. Where there was one workbook alone, its layout is good
    for whatever copy of it comes next, and a layout file is good for the one that it comes with.

    Args:
        form: the form.
        every: whether all have to come that could be read, whichever of them it names.

    Raises:
        NotSentAgain: the files are not those that were asked for again.
        Unfit: the files do not go together.
        Refusal: what a page carried was changed on its way.
    """
    if text_fields(form, "carried"):
        brought = list(map(Brought, _carried(form)))
    else:
        chosen = [f for f in form.getlist("workbook") if isinstance(f, UploadFile)]
        uploads = await files(form) if any(f.filename or f.size for f in chosen) else []
        if text_fields(form, AGAIN):
            brought = _the_same(form, uploads, "" if every else text(form, "which"))
        else:
            brought = list(map(Brought, _told_apart(uploads)))
    own = await _layout_file(form)
    layouts = await _layouts(form)
    if len(brought) == 1:
        only = next(iter(layouts.values())) if len(layouts) == 1 else None
        (one,) = brought
        return [one.read_as(own or layouts.get(one.upload.name, only))]
    if own and brought:
        words = "A layout file goes with one workbook: check that one by itself"
        raise Unfit("layout_file", words)
    # Each has a layout, if one that says nothing: the next form tells by it that there were several
    return [each.read_as(layouts.get(each.upload.name, Layout())) for each in brought]


async def awaited_by(form: FormData) -> list[Brought]:
    """Return the workbooks that a form is about, without their bytes, where it brings none."""
    layouts = await _layouts(form)
    names = _named(form, AGAIN) or layouts
    return [Brought(Upload(name, b""), layouts.get(name)) for name in names]


def can_be_carried(brought: Iterable[Brought]) -> bool:
    """Say whether workbooks are here, and small enough for a page to carry them."""
    all_of_them = list(brought)
    here = not any(each.known for each in all_of_them)
    return here and sum(len(each.upload.data) for each in all_of_them) <= MOST


def that_came(brought: Iterable[Brought]) -> list[Brought]:
    """Return the workbooks without those of which a form has the name alone."""
    return [each for each in brought if not each.known]


def text_fields(form: FormData, name: str) -> list[str]:
    """Return what every field of a name says."""
    return [said for said in form.getlist(name) if isinstance(said, str)]


def _carried(form: FormData) -> Iterable[Upload]:
    names, texts = _named(form, "carried_name"), text_fields(form, "carried")
    if len(names) != len(texts):
        raise asked_wrongly("the page did not come back whole: start again")
    for name, said in zip(names, texts, strict=True):
        try:
            yield Upload(name, base64.b64decode(said, validate=True))
        except ValueError as fault:  # binascii's own is one, and so is a sign that is not ASCII
            raise asked_wrongly("a workbook did not come back whole: start again") from fault


def _the_same(form: FormData, uploads: Sequence[Upload], which: str) -> list[Brought]:
    """Return the workbooks that a page asks for again, as it named them and in its order.

    Args:
        form: the form of the page.
        uploads: what came with it.
        which: the one that is wanted, if it is one alone.

    Raises:
        NotSentAgain: they are others, or none.
    """
    names, known = _named(form, AGAIN), text_fields(form, "again_sha256")
    if len(names) != len(known):
        raise asked_wrongly("the page did not come back whole: start again")
    unread = frozenset(text_fields(form, UNREAD))
    wanted = _wanted(names, [digest in unread for digest in known], which)
    if not uploads:
        what = "the same workbook" if len(wanted) == 1 else "the same workbooks"
        raise NotSentAgain(form, wanted, f"Choose {what} again: {', '.join(wanted)}")
    sent: dict[str, list[Upload]] = defaultdict(list)
    for each in uploads:
        sent[sha256(each.data).hexdigest()].append(each)
    same: dict[int, Brought] = {}
    # Where two are the same but for their names, a file is for the one that is wanted.
    for place in sorted(range(len(names)), key=lambda place: names[place] not in wanted):
        name, digest = names[place], known[place]
        if sent[digest]:
            upload, missing = replace(sent[digest].pop(), name=name), ""
        elif name in wanted:
            words = f"Choose {name} again: it was not sent, or is not as it was when it was read"
            raise NotSentAgain(form, wanted, words)
        else:
            upload, missing = Upload(name, b""), digest
        same[place] = Brought(upload, unread=digest in unread, known=missing)
    for each in (left for several in sent.values() for left in several):
        words = f"Leave {each.name} out: it is not one of the same workbooks"
        raise NotSentAgain(form, wanted, words)
    return [same[place] for place in sorted(same)]


def _wanted(names: Sequence[str], unread: Sequence[bool], which: str) -> Sequence[str]:
    """Return the names of the workbooks that have to come again."""
    if which in names:
        return [which]
    readable = [name for name, broken in zip(names, unread, strict=True) if not broken]
    return readable or names


def _named(form: FormData, field: str) -> list[str]:
    """Return the names of workbooks in a field, none longer than a page writes it."""
    return [said[:LONGEST_NAME] for said in text_fields(form, field)]


async def _layouts(form: FormData) -> dict[str, Layout]:
    """Return the layouts that a page carried, by the workbook's name.

    They are read beside the server's loop, so that nobody else waits for it.

    Raises:
        Refusal: they are no layouts, or longer than those of any page of ours.
    """
    names, texts = _named(form, "layout_for"), text_fields(form, "layout")
    if sum(map(len, texts)) > LAYOUTS:
        raise asked_wrongly("the layouts are longer than any page here carries: start again")

    def read() -> dict[str, Layout]:
        return {name: layout_of(said) for name, said in zip(names, texts, strict=False)}

    return await run_in_threadpool(read) if texts else {}


async def _layout_file(form: FormData) -> Layout | None:
    own = form.get("layout_file")
    if not isinstance(own, UploadFile) or not own.size:
        return None
    try:
        said = (await own.read(4 * LONGEST + 1)).decode("utf-8-sig")
        return await run_in_threadpool(layout_of, said)
    except UnicodeDecodeError as fault:
        raise Unfit("layout_file", NO_LAYOUT) from fault
    except Refusal as refusal:
        raise Unfit("layout_file", refusal.message) from refusal


def _told_apart(uploads: Sequence[Upload]) -> list[Upload]:
    """Number files of one name: pay.xlsx, pay (2).xlsx."""
    taken: set[str] = set()
    apart = []
    for each in uploads:
        stem, dot, ending = each.name.rpartition(".")
        name, number = each.name, 1
        while name in taken:
            number += 1
            name = f"{stem} ({number}){dot}{ending}" if dot else f"{ending} ({number})"
        taken.add(name)
        apart.append(replace(each, name=name))
    return apart
