"""Numbers that are none, made into text, so that only their own cells are at fault."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

CELL: Final = re.compile(rb"<((?:[\w.-]+:)?c)\b([^<>]*)(?<!/)>(.*?)</\1>", re.DOTALL)
TYPE: Final = re.compile(rb"\bt\s*=\s*[\"']([^\"']*)[\"']")
VALUE: Final = re.compile(rb"<(?:[\w.-]+:)?v\b[^<>]*>([^<]*)</")
NUMBER: Final = re.compile(rb"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")

LONGEST_NUMBER: Final = 400
"""Excel writes 24 signs at the most; Python refuses to read a number of more than 4,300."""


def mended(data: bytes) -> bytes | None:
    """Return the workbook with each numeric cell that holds no number, such as NaN, as text.

    Returns None when there is no such cell. The copy lives in memory only; the user's file is
    never written.
    """
    found = False
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if b"sheetData" in part:
                text = CELL.sub(_as_text, part)
                found = found or text != part
                part = text
            new.writestr(entry.filename, part)
    return copy.getvalue() if found else None


def _as_text(cell: re.Match[bytes]) -> bytes:
    tag, attributes, inside = cell.groups()
    kind = TYPE.search(attributes)
    value = VALUE.search(inside)
    if (kind and kind.group(1) != b"n") or not value or not value.group(1).strip():
        return cell.group(0)
    number = value.group(1).strip()
    if len(number) <= LONGEST_NUMBER and NUMBER.fullmatch(number):
        return cell.group(0)
    return b'<%b%b t="str">%b</%b>' % (tag, TYPE.sub(b"", attributes), inside, tag)
