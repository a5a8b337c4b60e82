"""The texts that a workbook keeps once for all of its cells."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, iterparse

from xl_vsm.sheets.one_pass.package import MAIN, Package

ITEM: Final = f"{MAIN}si"
TEXT: Final = f"{MAIN}t"
RUN: Final = f"{MAIN}r/{MAIN}t"


def strings(package: Package) -> list[str]:
    """Return the texts in their order."""
    part = package.strings()
    if part is None:
        return []
    found = []
    with package.open(part) as stream:
        for _, each in iterparse(stream):
            if each.tag == ITEM:
                found.append(text_of(each).replace("x005F_", ""))
                each.clear()
    return found


def text_of(item: Element) -> str:
    """Return a text without how it looks and without how it is pronounced."""
    pieces = [each.text or "" for each in item.findall(TEXT)[-1:]]
    return "".join((*pieces, *(each.text or "" for each in item.iterfind(RUN))))
