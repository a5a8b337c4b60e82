"""Changes that keep a part well formed, so that they reach past the XML parser."""

from __future__ import annotations

import random
import re
from typing import Final

VALUE: Final = re.compile(rb'(?<==")[^"<>]*(?=")')
TEXT: Final = re.compile(rb"(?<=>)[^<>]+(?=<)")
ELEMENT: Final = re.compile(rb"<(\w+)\b[^<>]*(?:/>|>[^<>]*</\1>)")
GROUP: Final = re.compile(rb"<(row|c|cols|si|xf|Relationship|sheet)\b[^<>]*>.*?</\1>", re.DOTALL)

ODD: Final = (
    *(b"", b" ", b"0", b"1", b"-1", b"2", b"3", b"true", b"x", b"NaN", b"INF", b"-INF", b"1e400"),
    *(b"1e308", b"-0", b"0.1", b"2958466", b"-1e9", b"99999999999999999999", b"1048576", b"16384"),
    *(b"A1", b"B2", b"a1", b"A0", b"1A", b"XFD1048576", b"A1:C3", b"A:A", b"$A$1", b"Pay!A1"),
    *(b"s", b"n", b"e", b"b", b"d", b"str", b"inlineStr", b"shared", b"array", b"dataTable"),
    *(b"hidden", b"veryHidden", b"#REF!", b"#N/A", b"#SPILL!", b"_x0000_", b"_x0041_", b"&#10;"),
    *(b"2025-04-01", b"2025-13-45T99:00:00", b"01/04/2025", b"31/02/2025", b"PT99H", b"24:00:00"),
    *(b"0.0%", b"[h]:mm:ss", b"[$-809]dd mmmm yyyy", b"yyyy-mm-dd", b";;;", b'"', b"000000"),
    *("£1,234.50".encode(), "\u00a0(5)".encode(), "١٢".encode(), "\u202e12".encode(), b"12.5%"),
    *(b"Salary", b"Post", b"FTE", b"Effective date", b"As at 30 September 2025", b"Pay 2025/26"),
    *(b"=1+1", b"SUM(A1:A3)", b"_xldudf_VSM_BAND(A1,B1)", b"[1]!VSM_BAND(A1)", b"A1", b"{1,2}"),
    *(b"../x.xml", b"/xl/workbook.xml", b"worksheets/sheet2.xml", b"rId1", b"rId9", b"External"),
)


def well_formed(content: bytes, chance: random.Random) -> bytes:
    """Change a part's values or order in one to four places."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice((_value, _value, _text, _text, _drop, _twice, _swap))(
            content, chance
        )
    return content


def _spot(pattern: re.Pattern[bytes], content: bytes, chance: random.Random) -> tuple[int, int]:
    found = list(pattern.finditer(content))
    return chance.choice(found).span() if found else (0, 0)


def _odd(old: bytes, chance: random.Random) -> bytes:
    if old.isdigit() and chance.randrange(2):
        return b"%d" % (int(old[:9]) + chance.choice((-1, 1, 2, 1000, 1 << 31)))
    return old * 300 if not chance.randrange(20) else chance.choice(ODD)


def _value(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(VALUE, content, chance)
    if start == end == 0:
        return content
    return content[:start] + _odd(content[start:end], chance).replace(b'"', b"") + content[end:]


def _text(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(TEXT, content, chance)
    return content[:start] + _odd(content[start:end], chance) + content[end:] if end else content


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(chance.choice((ELEMENT, GROUP)), content, chance)
    return content[:start] + content[end:]


def _twice(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(chance.choice((ELEMENT, GROUP)), content, chance)
    return content[:end] + content[start:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    first, second = sorted((_spot(ELEMENT, content, chance), _spot(ELEMENT, content, chance)))
    if first[1] > second[0]:
        return content
    return b"".join(
        (
            content[: first[0]],
            content[slice(*second)],
            content[first[1] : second[0]],
            content[slice(*first)],
            content[second[1] :],
        )
    )
