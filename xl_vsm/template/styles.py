"""How the template looks: the cell styles that Excel lists by name, and the formats under them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

BLUE, DARK, INK, GREY = "#005EB8", "#003087", "#212B32", "#4C6272"
PALE, CREAM, LINE, MIST = "#E8EDEE", "#FFF9DB", "#AEB7BD", "#F5F7F8"
"""The NHS's own blues and greys. Every text on its ground has a contrast of 4.5 to 1 or more."""

_BOX: Final[dict[str, Any]] = {"border": 1, "border_color": LINE}
_MIDDLE: Final[dict[str, Any]] = {"valign": "vcenter", "text_wrap": True}


@dataclass(frozen=True)
class Style:
    """A named cell style.

    Attributes:
        name: as Excel lists it.
        builtin: Excel's own number for a style that it has itself; none for one of ours.
        look: XlsxWriter's words for the font, fill, border and alignment.
    """

    name: str
    builtin: int | None
    look: dict[str, Any]


STYLES: Final = {
    style.name: style
    for style in (
        Style("Title", 15, {"bold": True, "font_size": 20, "font_color": DARK}),
        Style(
            "Heading 1",
            16,
            {
                "bold": True,
                "font_size": 13,
                "font_color": BLUE,
                "bottom": 2,
                "bottom_color": BLUE,
            },
        ),
        Style("Explanatory Text", 53, {"font_color": GREY, **_MIDDLE}),
        Style("Input", 20, {"bg_color": CREAM, "font_color": INK, "valign": "vcenter", **_BOX}),
        Style(
            "Calculation", 22, {"bg_color": MIST, "font_color": INK, "valign": "vcenter", **_BOX}
        ),
        Style(
            "Total", 25, {"bold": True, "font_color": DARK, "top": 2, "top_color": BLUE, **_MIDDLE}
        ),
        Style("VSM label", None, {"bold": True, "font_color": INK, "valign": "vcenter"}),
        Style(
            "VSM heading",
            None,
            {"bold": True, "bg_color": PALE, "font_color": INK, **_MIDDLE, **_BOX},
        ),
        Style(
            "VSM group",
            None,
            {
                "bold": True,
                "bg_color": BLUE,
                "font_color": "#FFFFFF",
                "align": "center",
                "valign": "vcenter",
                "border": 1,
                "border_color": "#FFFFFF",
            },
        ),
        Style("VSM status", None, {"bold": True, "font_color": DARK, "bg_color": PALE, **_MIDDLE}),
        Style("VSM text", None, {"font_color": INK, **_MIDDLE}),
    )
}
"""Every cell that holds something has one, so that a house style is changed in one place."""

INDENTED: Final = frozenset({"Input", "Calculation", "VSM text", "VSM status", "VSM heading"})
"""Styles whose texts stand a little off the line."""

NUMBER_FORMATS: Final = {
    "money": "£#,##0.00",
    "pounds": "£#,##0",
    "rate": "0.0%",
    "date": "dd/mm/yyyy",
    "number": "0.00",
    "whole": "0",
    "people": "#,##0",
    "text": "General",
    "reference": "@",
}
"""A kind of value -> how Excel shows it."""

BAD: Final = {"bg_color": "#FADADD", "font_color": "#7A0C1A", "bold": True}
DOUBT: Final = {"bg_color": "#FFE8B3", "font_color": "#5C3D00"}
GOOD: Final = {"bg_color": "#D9F2E3", "font_color": "#00401E"}


@dataclass
class Formats:
    """The formats of one workbook, each made once, and the named style that each has."""

    book: Workbook
    made: dict[tuple[str, str, bool], Format] = field(default_factory=dict)
    marks: dict[str, Format] = field(default_factory=dict)

    def get(self, style: str, kind: str = "text", *, wrap: bool = False) -> Format:
        """Return a named style's format for a kind of value."""
        key = (style, kind, wrap)
        if key not in self.made:
            look = dict(STYLES[style].look)
            if NUMBER_FORMATS[kind] != "General":
                look["num_format"] = NUMBER_FORMATS[kind]
            if wrap:
                look["text_wrap"] = True
            if style in INDENTED and kind in {"text", "reference", "date"}:
                look |= {"align": "left", "indent": 1}
            self.made[key] = self.book.add_format(look)
        return self.made[key]

    def mark(self, name: str) -> Format:
        """Return the format of a conditional mark: bad, doubt or good."""
        if name not in self.marks:
            look = {"bad": BAD, "doubt": DOUBT, "good": GOOD}[name]
            self.marks[name] = self.book.add_format(look)
        return self.marks[name]

    def styled(self) -> dict[int, str]:
        """Return which cell format of the written file has which named style."""
        return {
            made.xf_index: style
            for (style, _, _), made in self.made.items()
            if made.xf_index is not None
        }
