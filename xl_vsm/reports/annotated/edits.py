"""Putting bytes between other bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xl_vsm.reports.annotated.outline import Element

_COUNT = re.compile(rb"""(\scount\s*=\s*)(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What to put in the place of the bytes from `start` to `end`; often there are none."""

    start: int
    end: int
    new: bytes


def edited(xml: bytes, edits: list[Edit]) -> bytes:
    """Return the part with its edits made. Those at one place stay in their order."""
    pieces: list[bytes | memoryview] = []
    view = memoryview(xml)
    done = 0
    for edit in sorted(edits, key=lambda each: each.start):
        pieces += [view[done : edit.start], edit.new]
        done = edit.end
    pieces.append(view[done:])
    return b"".join(pieces)


def insert(at: int, new: bytes) -> Edit:
    """Return the edit that puts bytes in at a place."""
    return Edit(at, at, new)


def append(xml: bytes, element: Element, new: bytes, count: int | None = None) -> list[Edit]:
    """Return the edits that put elements in at the end of another.

    Args:
        xml: the part.
        element: what they go into; one without an end tag gets one.
        new: the elements.
        count: how many it then has, for its attribute of that name, if it has that.
    """
    tag = xml[element.start : element.opened]
    closed = tag.endswith(b"/>")
    changed = tag[:-2].rstrip() + b">" if closed else tag
    if count is not None:
        changed = _COUNT.sub(rb'\g<1>"%d"' % count, changed, count=1)
    if closed:
        name = element.prefix + element.name.encode("utf-8")
        return [Edit(element.start, element.opened, changed + new + b"</" + name + b">")]
    first = [Edit(element.start, element.opened, changed)] if changed != tag else []
    return [*first, insert(element.closing, new)]
