"""A layout as somebody sends it: text, which is bounded before it is read."""

from __future__ import annotations

import tomllib
from typing import Final

from pydantic import ValidationError

from xl_vsm.sheets import Layout
from xl_vsm.web.refusals import asked_wrongly

LONGEST: Final = 100_000
"""Signs of a layout. One of a workbook with fifty tables has a fifth of them."""
LONGEST_LINE: Final = 1_000
"""Signs of a line: reading a key of many parts takes time with the square of them."""
TABLES: Final = 200


def layout_of(said: str) -> Layout:
    """Read a layout.

    Raises:
        Refusal: it is none, or larger than any layout needs to be.
    """
    if len(said) > LONGEST or max(map(len, said.splitlines()), default=0) > LONGEST_LINE:
        raise asked_wrongly("the layout file is longer than any layout needs to be")
    try:
        layout = Layout.model_validate(tomllib.loads(said))
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "[key]")
        words = first["msg"].removeprefix("Value error, ")
        raise asked_wrongly(f"the layout file at {where}: {words}") from fault
    except (ValueError, RecursionError) as fault:
        # TOMLDecodeError is a ValueError, and so is a number of more digits than Python reads.
        raise asked_wrongly(f"the layout file is no layout: {fault}") from fault
    if len(layout.tables) > TABLES:
        raise asked_wrongly(f"the layout file has more than {TABLES} tables")
    return layout
