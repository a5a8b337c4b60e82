"""The `dir` stream of a project, [MS-OVBA] 2.3.4.2: which modules there are, record by record."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

CODE_PAGE = "cp1252"

PROJECT_NAME = 0x0004
VERSION = 0x0009
MODULES = 0x000F
COOKIE = 0x0013
END = 0x0010
NAME, NAME_UNICODE = 0x0019, 0x0047
STREAM, STREAM_UNICODE = 0x001A, 0x0032
DOC, DOC_UNICODE = 0x001C, 0x0048
OFFSET, HELP, MODULE_COOKIE = 0x0031, 0x001E, 0x002C
PROCEDURAL, CLASS_OR_DOCUMENT = 0x0021, 0x0022
MODULE_END = 0x002B


@dataclass(frozen=True)
class Record:
    """One record: what it is, and its bytes."""

    kind: int
    data: bytes = b""

    def packed(self) -> bytes:
        """Return the record as the stream holds it."""
        # The version's record says four bytes and has six.
        length = 4 if self.kind == VERSION else len(self.data)
        return struct.pack("<HI", self.kind, length) + self.data


@dataclass(frozen=True)
class Dir:
    """The records of a project, those of each module by themselves.

    Attributes:
        project: what is told of the project before its modules.
        cookie: of the modules' record, kept as it is.
        modules: the records of each module, in order.
    """

    project: tuple[Record, ...]
    cookie: Record
    modules: tuple[tuple[Record, ...], ...]

    def packed(self) -> bytes:
        """Return the stream, before it is compressed."""
        count = Record(MODULES, struct.pack("<H", len(self.modules)))
        each = [record for module in self.modules for record in module]
        records = [*self.project, count, self.cookie, *each, Record(END)]
        return b"".join(record.packed() for record in records)


def read_dir(data: bytes) -> Dir:
    """Take a decompressed stream apart."""
    records = list(_records(data))
    kinds = [record.kind for record in records]
    modules_at = kinds.index(MODULES)
    modules: list[tuple[Record, ...]] = []
    begun = modules_at + 2
    for at in range(begun, len(records)):
        if records[at].kind == MODULE_END:
            modules.append(tuple(records[begun : at + 1]))
            begun = at + 1
    return Dir(tuple(records[:modules_at]), records[modules_at + 1], tuple(modules))


def module_name(module: tuple[Record, ...]) -> str:
    """Return what a module is called."""
    return next(record.data for record in module if record.kind == NAME).decode(CODE_PAGE)


def new_module(name: str) -> tuple[Record, ...]:
    """Return the records of a plain module, whose stream holds nothing but source."""
    narrow, wide = name.encode(CODE_PAGE), name.encode("utf-16-le")
    return (
        Record(NAME, narrow),
        Record(NAME_UNICODE, wide),
        Record(STREAM, narrow),
        Record(STREAM_UNICODE, wide),
        Record(DOC),
        Record(DOC_UNICODE),
        Record(OFFSET, bytes(4)),
        Record(HELP, bytes(4)),
        Record(MODULE_COOKIE, b"\xff\xff"),
        Record(PROCEDURAL),
        Record(MODULE_END),
    )


def source_only(module: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return a module's records for a stream that begins with its source, no cache before it."""
    return tuple(Record(OFFSET, bytes(4)) if r.kind == OFFSET else r for r in module)


def _records(data: bytes) -> Iterator[Record]:
    at = 0
    while at < len(data):
        kind, length = struct.unpack_from("<HI", data, at)
        length = 6 if kind == VERSION else length
        yield Record(kind, data[at + 6 : at + 6 + length])
        at += 6 + length
