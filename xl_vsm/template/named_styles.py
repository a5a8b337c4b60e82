"""Named cell styles, which XlsxWriter does not write: put into the finished file's style sheet."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree

from xl_vsm.template.styles import Style

PART: Final = "xl/styles.xml"
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file knows, so that the same template has the same bytes."""


def with_named_styles(data: bytes, styles: Mapping[str, Style], styled: Mapping[int, str]) -> bytes:
    """Return a workbook whose cell formats belong to named styles.

    Args:
        data: the .xlsx file.
        styles: the styles by name.
        styled: which cell format, counted from 0, has which style.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for info in package.infolist():
            part = package.read(info)
            if info.filename == PART:
                part = _named(part, styles, styled)
            entry = zipfile.ZipInfo(info.filename, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = info.external_attr
            written.writestr(entry, part)
    return out.getvalue()


def _named(part: bytes, styles: Mapping[str, Style], styled: Mapping[int, str]) -> bytes:
    ElementTree.register_namespace("", MAIN)
    root = ElementTree.fromstring(part)
    masters, formats, names = (
        _child(root, tag) for tag in ("cellStyleXfs", "cellXfs", "cellStyles")
    )
    places: dict[str, int] = {}
    for number, one in enumerate(formats):
        style = styles.get(styled.get(number, ""))
        if style is None:
            continue
        if style.name not in places:
            places[style.name] = len(masters)
            masters.append(_master(one))
            names.append(_name(style, places[style.name]))
        one.set("xfId", str(places[style.name]))
    for counted in (masters, names):
        counted.set("count", str(len(counted)))
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def _child(root: ElementTree.Element, tag: str) -> ElementTree.Element:
    found = root.find(f"{{{MAIN}}}{tag}")
    if found is None:
        raise ValueError(f"{PART} has no {tag}")
    return found


def _master(one: ElementTree.Element) -> ElementTree.Element:
    """Return the style's own format. It leaves number formats to each cell."""
    master = copy.deepcopy(one)
    master.attrib.pop("xfId", None)
    master.set("numFmtId", "0")
    master.set("applyNumberFormat", "0")
    return master


def _name(style: Style, place: int) -> ElementTree.Element:
    name = ElementTree.Element(f"{{{MAIN}}}cellStyle", {"name": style.name, "xfId": str(place)})
    if style.builtin is not None:
        name.set("builtinId", str(style.builtin))
        name.set("customBuiltin", "1")
    return name
