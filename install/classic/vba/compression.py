"""The compression of [MS-OVBA] 2.4.1, in which a project keeps its source.

Each 4,096 bytes are a chunk of their own: literal bytes, and copies of what came before them in the
chunk, whose two bytes give fewer bits to the length the further the chunk has got.
"""

from __future__ import annotations

from collections import defaultdict

CHUNK = 4096
SHORTEST = 3
"""A copy takes two bytes, so a shorter one gains nothing."""

_SIGNATURE = b"\x01"
_COMPRESSED = 0xB000
_RAW = 0x3000


def compress(data: bytes) -> bytes:
    """Return the container that decompresses to these bytes.

    Raises:
        ValueError: the last chunk, which must be whole to be kept as it is, cannot be compressed.
            No text is so.
    """
    chunks = [data[start : start + CHUNK] for start in range(0, len(data), CHUNK)]
    return _SIGNATURE + b"".join(map(_chunk, chunks))


def decompress(container: bytes) -> bytes:
    """Return what a container holds.

    Raises:
        ValueError: this is no container.
    """
    if container[:1] != _SIGNATURE:
        raise ValueError("compressed source begins with the byte 1")
    out, at = bytearray(), 1
    while at < len(container):
        heading = int.from_bytes(container[at : at + 2], "little")
        end = at + (heading & 0x0FFF) + 3
        packed = container[at + 2 : end]
        out += _untokened(packed) if heading & 0x8000 else packed
        at = end
    return bytes(out)


def _untokened(packed: bytes) -> bytes:
    out, at = bytearray(), 0
    while at < len(packed):
        flags, at = packed[at], at + 1
        for number in range(8):
            if at >= len(packed):
                break
            if flags >> number & 1:
                bits = _length_bits(len(out))
                token = int.from_bytes(packed[at : at + 2], "little")
                back, length = (token >> bits) + 1, (token & (1 << bits) - 1) + SHORTEST
                for _ in range(length):  # byte by byte, for a copy may run on into itself
                    out.append(out[-back])
                at += 2
            else:
                out.append(packed[at])
                at += 1
    return bytes(out)


def _chunk(data: bytes) -> bytes:
    packed, kind = _tokens(data), _COMPRESSED
    if len(packed) > CHUNK:
        if len(data) < CHUNK:
            raise ValueError(f"the last {len(data)} bytes cannot be compressed")
        packed, kind = data, _RAW
    # Three less than the chunk's length, of which two are this heading.
    return (kind | (len(packed) - 1)).to_bytes(2, "little") + packed


def _tokens(data: bytes) -> bytes:
    """Return the chunk in groups of eight tokens, each after a byte that says which are copies."""
    out, seen = bytearray(), _Seen(data)
    at = 0
    while at < len(data):
        flags, tokens = 0, bytearray()
        for number in range(8):
            if at == len(data):
                break
            back, length = seen.longest(at)
            if back:
                flags |= 1 << number
                token = (back - 1) << _length_bits(at) | (length - SHORTEST)
                tokens += token.to_bytes(2, "little")
            else:
                length = 1
                tokens.append(data[at])
            seen.add(at, length)
            at += length
        out.append(flags)
        out += tokens
    return bytes(out)


def _length_bits(at: int) -> int:
    """Return how many of a copy's 16 bits say its length, so far into the chunk."""
    return 16 - max(4, (at - 1).bit_length())


class _Seen:
    """Where each run of three bytes began, as far as the chunk has been packed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[bytes, list[int]] = defaultdict(list)

    def add(self, at: int, length: int) -> None:
        """Remember the runs that begin in what has just been packed."""
        for place in range(at, at + length):
            self._places[self._data[place : place + SHORTEST]].append(place)

    def longest(self, at: int) -> tuple[int, int]:
        """Return how far back the longest copy lies, and how long it is; nothing for none."""
        head = self._data[at : at + SHORTEST]
        if len(head) < SHORTEST:
            return 0, 0
        most = min((1 << _length_bits(at)) - 1 + SHORTEST, len(self._data) - at)
        best_back, best = 0, 0
        for place in reversed(self._places[head]):
            length = self._alike(place, at, most)
            if length > best:
                best_back, best = at - place, length
                if best == most:
                    break
        return best_back, best

    def _alike(self, place: int, at: int, most: int) -> int:
        """Return how many bytes are the same; a copy may run on into what it makes."""
        data, length = self._data, SHORTEST
        while length < most and data[place + length] == data[at + length]:
            length += 1
        return length
