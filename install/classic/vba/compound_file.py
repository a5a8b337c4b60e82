"""A compound file, [MS-CFB] version 3: folders ("storages") and files ("streams") in one file.

No times and no class identifiers are written, so the same streams make the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Tree: TypeAlias = "Mapping[str, bytes | Tree]"

SECTOR, SMALL_SECTOR, SMALL = 512, 64, 4096
"""A stream below 4,096 bytes is kept in sectors of 64 bytes, within the root's own stream."""

_FREE, _END, _TABLE, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_BLACK = 1
_PER_SECTOR = SECTOR // 4
_IN_HEADER = 109
"""How many sectors of the table the header can list; enough for seven megabytes."""


@dataclass
class _Entry:
    """One line of the directory."""

    name: str
    kind: int
    data: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END
    children: list[int] = field(default_factory=list)

    @property
    def is_small(self) -> bool:
        return self.kind == _STREAM and 0 < len(self.data) < SMALL

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII16sIQQIQ",
            name,
            len(name) + 2,
            self.kind,
            _BLACK,
            self.left,
            self.right,
            self.child,
            b"",
            0,
            0,
            0,
            self.start,
            len(self.data),
        )


def compound_file(tree: Tree) -> bytes:
    """Return the file that holds these streams, by name; a mapping is a storage of more.

    Raises:
        ValueError: a name is too long, or all together is more than a simple file can list.
    """
    entries = [_Entry("Root Entry", _ROOT)]
    _add(entries, 0, tree)
    small = _Sectors(SMALL_SECTOR)
    for entry in entries:
        if entry.is_small:
            entry.start = small.add(entry.data)
    entries[0].data = small.content
    sectors = _Sectors(SECTOR)
    for entry in entries:
        if entry.data and not entry.is_small:
            entry.start = sectors.add(entry.data)
    small_table = sectors.add(small.table(SECTOR)) if small.chain else _END
    directory = sectors.add(_directory(entries))
    return _file(sectors, directory, small_table, len(small.table(SECTOR)) // SECTOR)


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    """Add a storage's entries below it, as the binary tree by which readers look them up."""
    numbers = []
    for name in sorted(tree, key=lambda name: (len(name), name.upper())):
        if not 0 < len(name) < 32:
            raise ValueError(f"{name!r} cannot name a stream: it takes 1 to 31 characters")
        content = tree[name]
        numbers.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, _STREAM, content))
        else:
            entries.append(_Entry(name, _STORAGE, start=0))
            _add(entries, numbers[-1], content)
    entries[parent].child = _balanced(entries, numbers)


def _balanced(entries: list[_Entry], numbers: list[int]) -> int:
    # All black: [MS-CFB] 2.6.4 allows it, and a writer then need not balance by colour.
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    top = entries[numbers[middle]]
    top.left = _balanced(entries, numbers[:middle])
    top.right = _balanced(entries, numbers[middle + 1 :])
    return numbers[middle]


class _Sectors:
    """Streams one after the other in sectors of one size, and the chain through them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.content = b""
        self.chain: list[int] = []

    def add(self, data: bytes) -> int:
        """Append a stream, and return the sector that it starts in."""
        start, count = len(self.chain), -(-len(data) // self._size)
        self.chain += [*range(start + 1, start + count), _END]
        self.content += data.ljust(count * self._size, b"\0")
        return start

    def table(self, whole: int) -> bytes:
        """Return the chain as a table, filled up to whole sectors of the file."""
        packed = struct.pack(f"<{len(self.chain)}I", *self.chain)
        return packed.ljust(-(-len(packed) // whole) * whole, b"\xff")


def _directory(entries: list[_Entry]) -> bytes:
    unused = struct.pack("<68sIII52s", b"", _NONE, _NONE, _NONE, b"")
    lines = [entry.packed() for entry in entries]
    return b"".join(lines + [unused] * (-len(lines) % 4))


def _file(sectors: _Sectors, directory: int, small_table: int, small_sectors: int) -> bytes:
    """Put the header before the sectors, and the table of their chains, itself included, after."""
    used, count = len(sectors.chain), 0
    while (used + count) > count * _PER_SECTOR:
        count += 1
    if count > _IN_HEADER:
        raise ValueError("too much for one simple compound file")
    places = range(used, used + count)
    chain = [*sectors.chain, *[_TABLE] * count]
    chain += [_FREE] * (count * _PER_SECTOR - len(chain))
    header = struct.pack(
        f"<8s16s5H6s9I{_IN_HEADER}I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        count,
        directory,
        0,
        SMALL,
        small_table,
        small_sectors,
        _END,
        0,
        *places,
        *[_FREE] * (_IN_HEADER - count),
    )
    return header + sectors.content + struct.pack(f"<{len(chain)}I", *chain)
