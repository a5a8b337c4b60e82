"""How cells go from one process to the other: JSON, and no object but our own few kinds.

The process that parsed a stranger's file is not believed: nothing it answers can be code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from xl_vsm.sheets.alike import Alike
from xl_vsm.sheets.cells import Book, Cell, ExcelTable, Grid, Merge

KINDS: Final = {kind.__name__: kind for kind in (Book, Grid, Merge, ExcelTable, Alike)}


class NotOurs(ValueError):
    """An answer that is not of the agreed form."""


def _sent(kind: type) -> tuple[Field[Any], ...]:
    # What begins with an underscore is worked out again when it is needed.
    return tuple(each for each in fields(kind) if not each.name.startswith("_"))


CELL: Final = tuple(each.name for each in _sent(Cell))
VALUE: Final = CELL.index("value")
_DEFAULTS: Final = tuple(each.default for each in _sent(Cell))
_NAMES: Final = {name: tuple(f.name for f in _sent(kind)) for name, kind in KINDS.items()}


def packed(book: Book) -> bytes:
    """Write a book as JSON.

    Raises:
        NotOurs: something in it has no form on the wire.
    """
    return json.dumps(_plain(book), separators=(",", ":")).encode("ascii")


def unpacked(text: bytes) -> Book:
    """Read a book back from its JSON.

    Raises:
        NotOurs: it is not what `packed` writes.
    """
    try:
        book = _whole(json.loads(text))
    except NotOurs:
        raise
    # Whatever else a made-up answer trips over: types, keys, numbers, depth.
    except Exception as fault:
        raise NotOurs(f"{type(fault).__name__}") from fault
    if not isinstance(book, Book):
        raise NotOurs(type(book).__name__)
    return book


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    write = _WRITERS.get(type(value))
    if write is not None:
        return {type(value).__name__: write(value)}
    if isinstance(value, Mapping):
        return {"dict": [[_plain(key), _plain(held)] for key, held in value.items()]}
    names = _NAMES.get(type(value).__name__)
    if names is not None and isinstance(value, tuple(KINDS.values())):
        return {type(value).__name__: {name: _field(value, name) for name in names}}
    raise NotOurs(type(value).__name__)


def _field(value: Any, name: str) -> Any:
    if isinstance(value, Grid) and name == "cells":
        return [_cell(cell) for row in value.cells.values() for cell in row.values()]
    return _plain(getattr(value, name))


def _cell(cell: Cell) -> list[Any]:
    """Write a cell as the list of its fields, but for the last ones that are as usual."""
    held = [_plain(getattr(cell, name)) for name in CELL]
    while len(held) > 2 and held[-1] == _DEFAULTS[len(held) - 1]:
        held.pop()
    return held


def _whole(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((name, held),) = value.items()
    read = _READERS.get(name)
    if read is not None:
        return read(held)
    kind = KINDS[name]
    cells = held.pop("cells", None) if kind is Grid else None
    made = kind(**{key: _whole(each) for key, each in held.items()})
    if isinstance(made, Grid):
        for each in cells or ():
            if len(each) > VALUE and isinstance(each[VALUE], dict):
                each[VALUE] = _whole(each[VALUE])
            made.put(Cell(*each))
    return made


_WRITERS: Final[Mapping[type, Callable[[Any], Any]]] = {
    datetime: datetime.isoformat,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: lambda span: [span.days, span.seconds, span.microseconds],
    tuple: lambda many: [_plain(each) for each in many],
    list: lambda many: [_plain(each) for each in many],
    frozenset: lambda many: sorted(map(_plain, many)),
}
_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda span: timedelta(*span),
    "tuple": lambda many: tuple(map(_whole, many)),
    "list": lambda many: list(map(_whole, many)),
    "frozenset": lambda many: frozenset(map(_whole, many)),
    "dict": lambda pairs: {_whole(key): _whole(held) for key, held in pairs},
}
