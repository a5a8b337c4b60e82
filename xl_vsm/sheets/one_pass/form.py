"""The form of a row: all that is written of it but its number and its values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.addresses import number
from xl_vsm.sheets.formulas import moved
from xl_vsm.sheets.one_pass.value import INLINE_KIND

_AT: Final = rb'((?: [A-Za-z0-9:]+="[^"<>&]*")*)'
ROW: Final = re.compile(rb"<row" + _AT + rb">")
CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]*)"' + _AT + rb"(?:/>|>(.*?)</c>)")
INNER: Final = re.compile(
    rb"(<f(?: [^<>]*)?(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>|(<is><t(?: xml:space=\"preserve\")?>)"
    rb"[^<]*</t></is>)"
)
NUMBER: Final = re.compile(rb' r="([1-9][0-9]{0,6})"')
KIND: Final = re.compile(rb' t="(\w+)"')
STYLE: Final = re.compile(rb' s="([0-9]+)"')
TEXT: Final = rb"([^<\x00-\x1f]*)"
VALUES: Final = {
    "n": rb"(-?[0-9]{1,300}(?:\.[0-9]{1,300})?(?:[eE][-+]?[0-9]{1,3})?)",
    "s": rb"([0-9]{1,9})",
    "b": rb"([01])",
    "str": TEXT,
    INLINE_KIND: TEXT,
}
"""What may stand for a value of each kind. Errors are looked at one by one."""
OF_AREAS: Final = (b"ref=", b"dataTable")
"""A formula that fills an area, or is the first of several, stands for other cells too."""


ENTITIES: Final = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""The names of signs that XML knows of itself; the last one may be the first sign of another."""


class Irregular(Exception):
    """A row that is looked at by itself."""


@dataclass(frozen=True, slots=True)
class Form:
    """What rows have in common.

    Attributes:
        pattern: matches such a row, and takes out its number and its values.
        columns: the columns that hold a value.
        kinds: what the file calls each value's kind.
        styles: the number of each value's style.
        cells: how many cells such a row has, with those that hold nothing.
        last: the column of the last of those.
    """

    pattern: re.Pattern[bytes]
    columns: tuple[int, ...]
    kinds: tuple[str, ...]
    styles: tuple[int, ...]
    cells: int
    last: int


def unescaped(text: str) -> str:
    """Return a text with the signs that have names; what says the same brings in the network."""
    for name, sign in ENTITIES.items():
        text = text.replace(name, sign)
    return text


def form_of(row: bytes) -> Form | None:
    """Return the form of a row of a sheet's part, or None for one to be looked at by itself."""
    try:
        return _form(row)
    except Irregular:
        return None


def _form(row: bytes) -> Form:
    begin = ROW.match(row)
    said = NUMBER.search(begin[1]) if begin else None
    # What is hidden is said of each row.
    if begin is None or said is None or b" hidden=" in begin[1]:
        raise Irregular
    before, after = begin[1][: said.start()], begin[1][said.end() :]
    pieces = [re.escape(b"<row" + before), rb' r="([1-9][0-9]*)"', re.escape(after + b">")]
    cells: list[tuple[int, str, int]] = []
    at, last, count = begin.end(), 0, 0
    while not row.startswith(b"</row>", at):
        found = CELL.match(row, at)
        if found is None or found[2] != said[1] or (column := _column(found[1])) <= last:
            raise Irregular
        at, last, count = found.end(), column, count + 1
        pieces.append(rb'<c r="' + found[1] + rb'\1"' + re.escape(found[3]))
        if found[4] is None:
            pieces.append(b"/>")
            continue
        kind = _kind(found[3])
        pieces.append(b">" + _content(found[4], kind, said[1]) + b"</c>")
        style = STYLE.search(found[3])
        if style is None and b" s=" in found[3]:
            raise Irregular
        cells.append((column, kind, int(style[1]) if style else 0))
    if at + len(b"</row>") != len(row) or not cells:
        raise Irregular
    columns, kinds, styles = zip(*cells, strict=True)
    pattern = re.compile(b"".join((*pieces, b"</row>")))
    return Form(pattern, columns, kinds, styles, count, last)


def _column(letters: bytes) -> int:
    try:
        return number(letters.decode("ascii"))
    except ValueError:
        raise Irregular from None


def _kind(attributes: bytes) -> str:
    said = KIND.search(attributes)
    if said is None and b" t=" in attributes:
        raise Irregular
    kind = said[1].decode("ascii") if said else "n"
    if kind not in VALUES:
        raise Irregular
    return kind


def _content(inner: bytes, kind: str, row: bytes) -> bytes:
    """Return the pattern of what stands in a cell."""
    found = INNER.fullmatch(inner)
    in_place = found is not None and found[3] is not None
    if found is None or in_place is not (kind == INLINE_KIND):
        raise Irregular
    formula = found[1] or b""
    if any(each in formula for each in OF_AREAS):
        raise Irregular
    said = _copied(formula, row)
    if in_place:
        return said + re.escape(found[3]) + VALUES[kind] + b"</t></is>"
    return said + b"<v>" + VALUES[kind] + b"</v>"


def _copied(formula: bytes, row: bytes) -> bytes:
    """Return the pattern of a formula and of its copies in other rows.

    "G4*F4" in row 4 is of one form with "G5*F5" in row 5; "$G$4" is the same in both.
    """
    own = re.compile(rb"(?<![\w.])(\$?[A-Z]{1,3})" + row + rb"(?![\w(.!])")
    pieces = own.split(formula)
    there = str(int(row) + 1).encode("ascii")
    copy = b"".join(each + there if n % 2 else each for n, each in enumerate(pieces))
    here, below = (f"A{each.decode('ascii')}" for each in (row, there))
    # What looks like a cell may be a sheet's name or stand in a text.
    plain = unescaped(formula.decode())
    if b"&#" in formula or unescaped(copy.decode()) != moved(plain, here, below):
        raise Irregular
    said = (re.escape(each) + rb"\1" if n % 2 else re.escape(each) for n, each in enumerate(pieces))
    return b"".join(said)
