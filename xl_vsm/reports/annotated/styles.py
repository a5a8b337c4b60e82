"""New styles at the ends of the workbook's lists, where they change no number already in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from xl_vsm.findings import SEVERITIES, Severity
from xl_vsm.reports.annotated.edits import append, edited, insert
from xl_vsm.reports.annotated.looks import EDGES, FILLS, FONT, STYLES, Style
from xl_vsm.reports.annotated.outline import outline
from xl_vsm.reports.annotated.package import Package

_LISTS: Final = ("fonts", "fills", "borders", "cellXfs")
_BEFORE_DXFS: Final = (
    "cellStyles",
    "cellXfs",
    "cellStyleXfs",
    "borders",
    "fills",
    "fonts",
    "numFmts",
)
_MOST_FORMATS: Final = 64_000
_SIDES: Final = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Added:
    """Which numbers the new styles have.

    Attributes:
        cells: the number of each style of `STYLES`; none where the workbook has no such lists.
        marks: the number of the conditional format of each severity.
    """

    cells: dict[str, int] = field(default_factory=dict)
    marks: dict[Severity, int] = field(default_factory=dict)


def add_styles(package: Package, part: str | None) -> Added:
    """Add the styles of the marks and of the sheet of findings.

    Returns:
        Their numbers; none where the workbook has no styles of cells to add them to.
    """
    if part is None:
        return Added()
    formats = outline(package.read(part), part, 3).child("cellXfs")
    if formats is None or not formats.children:
        return Added()
    cells = _add_cell_styles(package, part)
    xml = package.read(part)
    root = outline(xml, part, 3)
    new = [_mark(root.prefix, severity) for severity in SEVERITIES]
    listed = root.child("dxfs")
    first = len(listed.children) if listed is not None else 0
    if listed is not None:
        edits = append(xml, listed, b"".join(new), first + len(new))
    else:
        before = root.child("cellStyles") or root.child("cellXfs")
        whole = _element(root.prefix, "dxfs", f' count="{len(new)}"', *new)
        edits = [insert(before.end if before else root.closing, whole)]
    package.write(part, edited(xml, edits))
    return Added(cells, {severity: first + n for n, severity in enumerate(SEVERITIES)})


def _add_cell_styles(package: Package, part: str) -> dict[str, int]:
    """Add fonts, fills, one border and the cell formats that join them, if there are the lists."""
    xml = package.read(part)
    root = outline(xml, part, 3)
    lists = {name: each for name in _LISTS if (each := root.child(name)) is not None}
    if len(lists) < len(_LISTS) or len(lists["cellXfs"].children) > _MOST_FORMATS:
        return {}
    firsts = {name: len(each.children) for name, each in lists.items()}
    parents = root.child("cellStyleXfs")
    parent = b' xfId="0"' if parents is not None and parents.children else b""
    new = {
        "fonts": [_font(root.prefix, style) for style in STYLES.values()],
        "fills": [_fill(root.prefix, style) for style in STYLES.values()],
        "borders": [_border(root.prefix, lined) for lined in (False, True)],
        "cellXfs": [
            _format(
                root.prefix,
                parent,
                firsts["fonts"] + number,
                firsts["fills"] + number,
                firsts["borders"] + style.lined,
            )
            for number, style in enumerate(STYLES.values())
        ],
    }
    edits = []
    for name, items in new.items():
        edits += append(xml, lists[name], b"".join(items), firsts[name] + len(items))
    package.write(part, edited(xml, edits))
    return {name: firsts["cellXfs"] + number for number, name in enumerate(STYLES)}


def _element(prefix: bytes, name: str, attributes: str = "", *inner: bytes) -> bytes:
    tag = prefix + name.encode()
    if not inner:
        return b"<" + tag + attributes.encode() + b"/>"
    return b"<" + tag + attributes.encode() + b">" + b"".join(inner) + b"</" + tag + b">"


def _font(prefix: bytes, style: Style) -> bytes:
    def one(name: str, value: str = "") -> bytes:
        return _element(prefix, name, value)

    return _element(
        prefix,
        "font",
        "",
        *([one("b")] if style.bold else []),
        *([one("u")] if style.underlined else []),
        one("sz", f' val="{style.size}"'),
        one("color", f' rgb="FF{style.colour}"'),
        one("name", f' val="{FONT}"'),
        one("family", ' val="2"'),
    )


def _fill(prefix: bytes, style: Style) -> bytes:
    if not style.fill:
        return _element(prefix, "fill", "", _element(prefix, "patternFill", ' patternType="none"'))
    colours = (
        _element(prefix, "fgColor", f' rgb="FF{style.fill}"'),
        _element(prefix, "bgColor", ' indexed="64"'),
    )
    pattern = _element(prefix, "patternFill", ' patternType="solid"', *colours)
    return _element(prefix, "fill", "", pattern)


def _border(prefix: bytes, lined: bool) -> bytes:
    sides: Iterable[bytes] = (_element(prefix, side) for side in _SIDES)
    if lined:
        colour = _element(prefix, "color", ' rgb="FFD9D9D9"')
        line = _element(prefix, "bottom", ' style="thin"', colour)
        sides = (*(_element(prefix, side) for side in _SIDES[:3]), line)
    return _element(prefix, "border", "", *sides, _element(prefix, "diagonal"))


def _format(prefix: bytes, parent: bytes, font: int, fill: int, border: int) -> bytes:
    # quotePrefix: whoever edits a cell that begins with = still has words and no formula.
    attributes = (
        f' numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}"'
        f'{parent.decode()} quotePrefix="1" applyFont="1" applyFill="1" applyBorder="1"'
        ' applyAlignment="1"'
    )
    alignment = _element(prefix, "alignment", ' vertical="top" wrapText="1"')
    return _element(prefix, "xf", attributes, alignment)


def _mark(prefix: bytes, severity: Severity) -> bytes:
    """Return the conditional format: a fill, and a frame for where a fill is there already."""
    fill = _element(prefix, "bgColor", f' rgb="FF{FILLS[severity]}"')
    colour = _element(prefix, "color", f' rgb="FF{EDGES[severity]}"')
    return _element(
        prefix,
        "dxf",
        "",
        _element(prefix, "fill", "", _element(prefix, "patternFill", "", fill)),
        _element(
            prefix,
            "border",
            "",
            *(_element(prefix, side, ' style="thin"', colour) for side in _SIDES),
        ),
    )
