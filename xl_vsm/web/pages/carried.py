"""The workbooks that a form brings: chosen just now, or carried from the page before.

The server keeps nothing between two pages. So a page that goes on with a workbook has it in its
form, as text, unless it is too large for that: then the page asks for it again.
"""

from __future__ import annotations

import base64
import binascii
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup, escape
from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile

from xl_vsm.sheets import Layout
from xl_vsm.web.refusals import asked_wrongly
from xl_vsm.web.uploads import Upload, files

MOST: Final = 8_000_000
"""Bytes of workbooks that a page carries; as text in its form they are a third more."""


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

    def layout_text(self) -> Markup:
        """Return its layout for a hidden field, every line kept; empty where it has none."""
        return escape(self.layout.to_toml() if self.layout else "")


async def brought_by(form: FormData) -> list[Brought]:
    """Return the workbooks of a form, each under a name of its own; none where none was chosen.

    Raises:
        Refusal: what a page carried was changed on its way.
    """
    if text_fields(form, "carried"):
        uploads = list(_carried(form))
    else:
        chosen = [f for f in form.getlist("workbook") if isinstance(f, UploadFile)]
        uploads = await files(form) if any(f.filename or f.size for f in chosen) else []
    layouts = await _layouts(form)
    only = next(iter(layouts.values())) if len(layouts) == len(uploads) == 1 else None
    return [Brought(each, layouts.get(each.name, only)) for each in _told_apart(uploads)]


def can_be_carried(brought: Iterable[Brought]) -> bool:
    """Say whether workbooks are small enough for a page to carry them."""
    return sum(len(each.upload.data) for each in brought) <= MOST


def layout_of(said: str) -> Layout:
    """Read a layout.

    Raises:
        Refusal: it is none.
    """
    try:
        return Layout.model_validate(tomllib.loads(said))
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "[key]")
        words = first["msg"].removeprefix("Value error, ")
        raise asked_wrongly(f"the layout file at {where}: {words}") from fault
    except tomllib.TOMLDecodeError as fault:
        raise asked_wrongly(f"the layout file is no layout: {fault}") from fault


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
        except binascii.Error as fault:
            raise asked_wrongly("a workbook did not come back whole: start again") from fault


async def _layouts(form: FormData) -> dict[str, Layout]:
    """Return a form's layouts by the workbook's name: carried, or a layout file."""
    named = zip(text_fields(form, "layout_for"), text_fields(form, "layout"), strict=False)
    layouts = {name: layout_of(said) for name, said in named if said.strip()}
    own = form.get("layout_file")
    if isinstance(own, UploadFile) and own.size:
        try:
            layouts = {"": layout_of((await own.read()).decode("utf-8-sig"))}
        except UnicodeDecodeError as fault:
            raise asked_wrongly("the layout file is no text: choose the .toml file") from fault
    return layouts


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
