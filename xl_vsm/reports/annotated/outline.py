"""Where the elements of a part begin and end, in bytes, so that others can be put beside them.

A part is never parsed into a tree and written again, for that changes bytes which nobody asked to
change: prefixes, the order of attributes, unknown extensions. It is only looked at, by a parser
that knows comments and CDATA from markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from xl_vsm.reports.annotated.refused import CannotAnnotate

_START_TAG = re.compile(rb"""<((?:[^\s"'>/:]+:)?)[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_TWO_BYTE_SIGNS = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


@dataclass(slots=True)
class Element:
    """An element and its place.

    Attributes:
        name: its name without a prefix.
        namespace: what its prefix stands for.
        attributes: by name; one with a prefix as "namespace name".
        prefix: as it is written, with its colon, or nothing.
        start: where its start tag begins.
        opened: where its start tag ends.
        closing: where its end tag begins; as `opened` for one without.
        end: where it ends.
        children: the elements in it, as far down as was asked for.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    prefix: bytes
    start: int
    opened: int
    closing: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def child(self, name: str) -> Element | None:
        """Return the first child of a name."""
        return next((each for each in self.children if each.name == name), None)

    def all(self, name: str) -> list[Element]:
        """Return the children of a name."""
        return [each for each in self.children if each.name == name]


def outline(xml: bytes, part: str, depth: int) -> Element:
    """Return a part's root with its children, so many levels down.

    Raises:
        CannotAnnotate: the part is not well formed, declares a document type, or is in an
            encoding of two bytes a sign.
    """
    if xml.startswith(_TWO_BYTE_SIGNS):
        raise CannotAnnotate(f"its part {part} is in UTF-16, which is not edited here")
    look = _Look(xml, part, depth)
    try:
        look.parser.Parse(xml, True)
    except expat.ExpatError as fault:
        raise CannotAnnotate(f"its part {part} is not well-formed XML ({fault})") from fault
    return look.root


class _Look:
    def __init__(self, xml: bytes, part: str, depth: int) -> None:
        self.xml = xml
        self.part = part
        self.depth = depth
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.open: list[Element] = []
        self.below = 0  # how many open elements lie deeper than was asked for

    def _document_type(self, *_: object) -> None:
        raise CannotAnnotate(f"its part {self.part} declares its own document type")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= self.depth:
            self.below += 1
            return
        start = self.parser.CurrentByteIndex
        tag = _START_TAG.match(self.xml, start)
        if tag is None:
            raise CannotAnnotate(f"a tag of its part {self.part} cannot be told from text")
        namespace, _, local = name.rpartition(" ")
        element = Element(local, namespace, attributes, tag[1], start, tag.end())
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        if self.below:
            self.below -= 1
            return
        element = self.open.pop()
        if self.xml[element.opened - 2 : element.opened] == b"/>":
            element.closing = element.end = element.opened
            return
        element.closing = self.parser.CurrentByteIndex
        element.end = self.xml.index(b">", element.closing) + 1
