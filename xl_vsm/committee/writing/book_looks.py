"""How the workbooks of papers look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xl_vsm.committee.writing.looks import (
    AMBER,
    BLUE,
    CREAM,
    DARK,
    FONT,
    GREY,
    INK,
    LINE,
    PALE,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

Formats = dict[str, "Format"]

NUMBERS: Final = {
    "text": "@",
    "money": "£#,##0.00",
    "rate": "0.0#%",
    "date": "d mmm yyyy",
    "number": "#,##0.0#",
    "ratio": "0.00",
    "people": "#,##0",
}
"""A kind of value -> how a spreadsheet shows it."""

_BASE: Final[dict[str, Any]] = {
    "font_name": FONT,
    "font_size": 10,
    "font_color": f"#{INK}",
    "valign": "top",
}
_WORDS: Final = _BASE | {"text_wrap": True, "quote_prefix": True}
_BOX: Final[dict[str, Any]] = {"border": 1, "border_color": f"#{LINE}"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": _WORDS | {"font_size": 20, "bold": True, "font_color": f"#{DARK}"},
    "heading": _WORDS
    | {
        "font_size": 13,
        "bold": True,
        "font_color": f"#{BLUE}",
        "bottom": 2,
        "bottom_color": f"#{BLUE}",
    },
    "strong": _WORDS | {"bold": True},
    "small": _WORDS | {"font_size": 9, "font_color": f"#{GREY}"},
    "words": _WORDS,
    "label": _WORDS | _BOX | {"bold": True, "bg_color": f"#{PALE}"},
    "why": _WORDS | _BOX | {"font_size": 9, "indent": 1},
    "banner": _WORDS | {"bold": True, "bg_color": f"#{AMBER}"},
    "complete": _WORDS | _BOX | {"bg_color": f"#{CREAM}"},
    "header": _WORDS | _BOX | {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{BLUE}"},
    "link": _BASE | {"font_color": f"#{BLUE}", "underline": 1},
    "wrapped link": _BASE | {"font_color": f"#{BLUE}", "underline": 1, "text_wrap": True},
}


def formats(book: Workbook) -> Formats:
    """Return every format of a workbook: by name, and for each kind of value.

    A value of a kind is also had "marked" and "total": "money", "money marked", "money total",
    "money total marked". Words that stand after a number are "text apart", with a little room, so
    that they do not run into it.
    """
    return {name: book.add_format(look) for name, look in (_LOOKS | _values()).items()}


def saying(book: Workbook, made: Formats, name: str, words: str) -> Format:
    """Return the format of a value with words behind it, which are no part of the value.

    Args:
        book: the workbook.
        made: its formats, to which a new one is added.
        name: the value's format.
        words: what is to be read behind it.
    """
    wanted = f"{name}: {words}"
    if wanted not in made:
        look = _values()[name]
        number = f'{look["num_format"]}" {words}"'
        made[wanted] = book.add_format(look | {"num_format": number})
    return made[wanted]


def _values() -> dict[str, dict[str, Any]]:
    """Return how values look: each kind, marked or not, as a total or not."""
    found: dict[str, dict[str, Any]] = {}
    ground = {"bg_color": f"#{AMBER}"}
    for kind, number in NUMBERS.items():
        value = (_WORDS if kind == "text" else _BASE) | _BOX | {"num_format": number}
        value |= {"align": "left" if kind in ("text", "date") else "right"}
        total = value | {"bold": True, "top": 2, "top_color": f"#{BLUE}"}
        found |= {kind: value, f"{kind} marked": value | ground}
        found |= {f"{kind} total": total, f"{kind} total marked": total | ground}
    apart = _WORDS | _BOX | {"num_format": NUMBERS["text"], "align": "left", "indent": 1}
    return found | {"text apart": apart, "text apart marked": apart | ground}
