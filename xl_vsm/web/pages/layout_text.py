"""A layout as somebody sends it: text, which is bounded before it is read."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from pydantic import ValidationError

from xl_vsm.sheets import Layout
from xl_vsm.web.refusals import asked_wrongly

LONGEST: Final = 100_000
"""Signs of a layout. One of a workbook with fifty tables has a fifth of them."""
LONGEST_LINE: Final = 1_000
"""Signs of a line: reading a key of many parts takes time with the square of them."""
PARTS: Final = 20
"""Dots of a line, outside quotes: what a key costs grows with the square of its parts."""
TABLES: Final = 200

NO_LAYOUT: Final = "the layout file is no layout: choose the .toml file that this page gave you"

_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')

_KINDS: Final = {
    "dict_type": "must be a table of names and what they stand for",
    "extra_forbidden": "is nothing that a layout says",
    "greater_than_equal": "is too small",
    "int_type": "must be a whole number",
    "less_than_equal": "is too large",
    "missing": "is missing",
    "model_type": "must be a table of names and what they stand for",
    "string_too_short": "is empty",
    "string_type": "must be text",
    "tuple_type": "must be a list",
}
"""What is wrong with a part of a layout, by what the library that reads it calls that."""


def layout_of(said: str) -> Layout:
    """Read a layout.

    Raises:
        Refusal: it is none, or larger than any layout needs to be.
    """
    # By "\n" alone, as TOML has it: Python knows other ends of lines, which a key may hold.
    lines = said.split("\n")
    if len(said) > LONGEST or max(map(len, lines)) > LONGEST_LINE:
        raise asked_wrongly("the layout file is longer than any layout needs to be")
    if any(_QUOTED.sub("", line).count(".") > PARTS for line in lines):
        raise asked_wrongly(NO_LAYOUT)
    try:
        layout = Layout.model_validate(tomllib.loads(said))
    except ValidationError as fault:
        raise asked_wrongly(f"the layout file at {_in_words(fault)}") from fault
    except (ValueError, RecursionError) as fault:
        # TOMLDecodeError is a ValueError, and so is a number of more digits than Python reads.
        raise asked_wrongly(NO_LAYOUT) from fault
    if len(layout.tables) > TABLES:
        raise asked_wrongly(f"the layout file has more than {TABLES} tables")
    return layout


def _in_words(fault: ValidationError) -> str:
    """Return where a layout is wrong, and how: "tables 1, sheet: must be text"."""
    first = fault.errors()[0]
    places = [str(part + 1) if isinstance(part, int) else f", {part}" for part in first["loc"]]
    where = " ".join(part for part in places if part != ", [key]").replace(" ,", ",").lstrip(", ")
    if first["type"] == "value_error":  # our own, which says what there is
        return f"{where}: {first['msg'].removeprefix('Value error, ')}"
    return f"{where}: {_KINDS.get(first['type'], 'cannot be read')}"
