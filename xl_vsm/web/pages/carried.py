"""The workbooks that a form brings: chosen just now, or carried from the page before.

The server keeps nothing between two pages. So a page that goes on with a workbook has it in its
form, as text, unless it is too large for that: then the page asks for it again, and knows it by
its SHA-256.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from markupsafe import Markup, escape
from starlette.datastructures import FormData, UploadFile

from xl_vsm.sheets import Layout
from xl_vsm.web.pages.layout_text import layout_of
from xl_vsm.web.protection import FIELD
from xl_vsm.web.refusals import Refusal, asked_wrongly
from xl_vsm.web.uploads import Upload, files

AGAIN: Final = "again_name"
"""The field of a page that asks for its workbooks again: the name of each."""
MOST: Final = 8_000_000
"""Bytes of workbooks that a page carries; as text in its form they are a third more."""


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
        names: what the workbooks are called.
    """

    def __init__(self, form: FormData, message: str) -> None:
        """Take what the form said, before it is closed, and the words."""
        super().__init__(422, "asked-wrongly", message)
        said = ((name, value) for name, value in form.multi_items() if name != FIELD)
        self.fields = [(name, value) for name, value in said if isinstance(value, str)]
        self.names = text_fields(form, AGAIN)


@dataclass(frozen=True, slots=True)
class Brought:
    """A workbook, and how its columns are to be read.

    Attributes:
        upload: its name and bytes.
        layout: how, where somebody has said so.
    """

    upload: Upload
    layout: Layout | None = None

    def read_as(self, layout: Layout | None) -> Brought:
        """Return it, to be read by a layout."""
        return replace(self, layout=layout)

    def encoded(self) -> Markup:
        """Return its bytes for a hidden field."""
        return Markup(base64.b64encode(self.upload.data).decode("ascii"))

    def sha256(self) -> str:
        """Return by what a page that asks for it again knows it."""
        return sha256(self.upload.data).hexdigest()

    def layout_text(self) -> Markup:
        """Return its layout for a hidden field, every line kept; empty where it says nothing."""
        return escape(self.layout.to_toml().strip() if self.layout else "")


async def brought_by(form: FormData) -> list[Brought]:
    """Return the workbooks of a form, each under a name of its own; none where none was chosen.

    A layout is for the workbook of its name. Where there was one workbook alone, its layout is good
    for whatever copy of it comes next, and a layout file is good for the one that it comes with.

    Raises:
        NotSentAgain: the files are not those that were asked for again.
        Unfit: the files do not go together.
        Refusal: what a page carried was changed on its way.
    """
    if text_fields(form, "carried"):
        uploads = list(_carried(form))
    else:
        chosen = [f for f in form.getlist("workbook") if isinstance(f, UploadFile)]
        uploads = await files(form) if any(f.filename or f.size for f in chosen) else []
        if text_fields(form, AGAIN):
            uploads = _the_same(form, uploads)
    own = await _layout_file(form)
    if len(uploads) == 1:
        layouts = _layouts(form)
        only = next(iter(layouts.values())) if len(layouts) == 1 else None
        (upload,) = uploads
        return [Brought(upload, own or layouts.get(upload.name, only))]
    if own and uploads:
        words = "A layout file goes with one workbook: check that one by itself"
        raise Unfit("layout_file", words)
    # Each has a layout, if one that says nothing: the next form tells by it that there were several
    layouts = defaultdict(Layout, _layouts(form))
    return [Brought(each, layouts[each.name]) for each in _told_apart(uploads)]


def awaited_by(form: FormData) -> list[Brought]:
    """Return the workbooks that a form is about, without their bytes, where it brings none."""
    layouts = _layouts(form)
    names = text_fields(form, AGAIN) or layouts
    return [Brought(Upload(name, b""), layouts.get(name)) for name in names]


def can_be_carried(brought: Iterable[Brought]) -> bool:
    """Say whether workbooks are small enough for a page to carry them."""
    return sum(len(each.upload.data) for each in brought) <= MOST


def text_fields(form: FormData, name: str) -> list[str]:
    """Return what every field of a name says."""
    return [said for said in form.getlist(name) if isinstance(said, str)]


def _carried(form: FormData) -> Iterable[Upload]:
    names, texts = text_fields(form, "carried_name"), text_fields(form, "carried")
    if len(names) != len(texts):
        raise asked_wrongly("the page did not come back whole: start again")
    for name, said in zip(names, texts, strict=True):
        try:
            yield Upload(name[:130], base64.b64decode(said, validate=True))
        except ValueError as fault:  # binascii's own is one, and so is a sign that is not ASCII
            raise asked_wrongly("a workbook did not come back whole: start again") from fault


def _the_same(form: FormData, uploads: Sequence[Upload]) -> list[Upload]:
    """Return the workbooks that a page asks for again, as it named them and in its order.

    Raises:
        NotSentAgain: they are others, or none.
    """
    names, known = text_fields(form, AGAIN), text_fields(form, "again_sha256")
    if len(names) != len(known):
        raise asked_wrongly("the page did not come back whole: start again")
    if not uploads:
        what = "the same workbook" if len(names) == 1 else "the same workbooks"
        raise NotSentAgain(form, f"Choose {what} again: {', '.join(names)}")
    sent: dict[str, list[Upload]] = defaultdict(list)
    for each in uploads:
        sent[sha256(each.data).hexdigest()].append(each)
    same = []
    for name, digest in zip(names, known, strict=True):
        if not sent[digest]:
            words = f"Choose {name} again: it was not sent, or is not as it was when it was read"
            raise NotSentAgain(form, words)
        same.append(replace(sent[digest].pop(), name=name[:130]))
    for each in (left for several in sent.values() for left in several):
        raise NotSentAgain(form, f"Leave {each.name} out: it is not one of the same workbooks")
    return same


def _layouts(form: FormData) -> dict[str, Layout]:
    """Return the layouts that a page carried, by the workbook's name."""
    named = zip(text_fields(form, "layout_for"), text_fields(form, "layout"), strict=False)
    return {name: layout_of(said) for name, said in named}


async def _layout_file(form: FormData) -> Layout | None:
    own = form.get("layout_file")
    if not isinstance(own, UploadFile) or not own.size:
        return None
    try:
        return layout_of((await own.read()).decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise asked_wrongly("the layout file is no text: choose the .toml file") from fault


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
