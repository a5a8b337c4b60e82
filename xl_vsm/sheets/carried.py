"""What a workbook carries besides cells that can act: named in the report, and never run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

CARRIED: Final = {
    "SEC101": (
        "macros-not-run",
        "the workbook carries macros: none was run, and what they would change is not checked",
    ),
    "SEC102": (
        "linked-workbooks",
        (
            "formulas look into {count} other workbook{s}: none was opened, and the stored figures "
            "were read"
        ),
    ),
    "SEC103": (
        "dynamic-data-exchange",
        (
            "{count} link{s} would start another program (DDE), as hostile workbooks do: nothing "
            "was started; do not allow it in Excel unless you know why it is there"
        ),
    ),
    "SEC104": (
        "formulas-that-fetch",
        (
            "{count} formula{s} would fetch from the network (such as WEBSERVICE or RTD) or send "
            "to it: nothing was fetched, and the stored value was read"
        ),
    ),
    "SEC105": ("embedded-objects", "{count} embedded object{s}: none was opened"),
    "SEC106": (
        "activex-controls",
        (
            "{count} ActiveX control{s}: none was started; do not allow them in Excel unless you "
            "know why they are there"
        ),
    ),
    "SEC107": (
        "data-connections",
        (
            "{count} connection{s} to data elsewhere: none was refreshed, and the stored values "
            "were read"
        ),
    ),
    "WBK007": (
        "values-only",
        (
            "a file of this kind (.xls, .xlsb, .ods) is read for its values alone: formulas, error "
            "values, number formats and hidden rows and columns were not seen, and so not "
            "checked: for a full check save it as .xlsx"
        ),
    ),
}
"""Every code of what a workbook carries: its name and what is said, with the count filled in."""

PARTS: Final = (
    ("SEC101", ("vbaproject", "macrosheet", "ms-excel.intlmacrosheet")),
    ("SEC102", ("externallink",)),
    ("SEC105", ("/embeddings/", "oleobject")),
    ("SEC106", ("/activex/activex", "activex+xml")),
    ("SEC107", ("xl/connections", "connections+xml", "querytable")),
)
"""What a part's name, or the type that is stated for it, says that it holds."""
TYPED: Final = re.compile(
    rb"<(?:[\w.-]+:)?Override\b(?=[^<>]*\bPartName\s*=\s*[\"']/?([^\"'<>]*))"
    rb"[^<>]*\bContentType\s*=\s*[\"']([^\"'<>]*)",
    re.IGNORECASE,
)
DDE_LINK: Final = re.compile(rb"<(?:[\w.-]+:)?ddeLink\b")
FORMULA: Final = re.compile(rb"<(?:[\w.-]+:)?f(?:\s[^<>]*)?>([^<]{1,8192})</")
OPEN_FORMULA: Final = re.compile(rb"<(?:[\w.-]+:)?f?(?:[\s>][^<]*)?\Z")
LONGEST: Final = 16_384
DDE_CALL: Final = re.compile(rb"[\w.]\s*\|\s*['\w]")
FETCHES: Final = re.compile(
    rb"\b(?:WEBSERVICE|RTD|IMAGE|STOCKHISTORY|CUBE[A-Z]+|IMPORT(?:DATA|HTML|XML|RANGE))\s*\(",
    re.IGNORECASE,
)
QUOTED: Final = re.compile(rb"\"[^\"]*\"|&quot;.*?&quot;")


@dataclass(frozen=True, slots=True)
class Carried:
    """One kind of thing, and how many of it there are."""

    code: str
    count: int

    @property
    def name(self) -> str:
        """The code's name, such as "macros-not-run"."""
        return CARRIED[self.code][0]

    @property
    def message(self) -> str:
        """What there is, and what was not done with it, in words."""
        plural = "" if self.count == 1 else "s"
        return CARRIED[self.code][1].format(count=f"{self.count:,}", s=plural)


class CarriedScan:
    """Counts, part by part, what a package carries."""

    def __init__(self, content_types: bytes) -> None:
        """Take what the package states of its parts."""
        self._types = {
            name.decode("utf-8", "replace").lower(): kind.decode("utf-8", "replace").lower()
            for name, kind in TYPED.findall(content_types)
        }
        self._found: Counter[str] = Counter()
        self._rest = b""

    def part(self, name: str) -> None:
        """Look at a part's name, in lower case, and at its stated type."""
        self._rest = b""
        said = f"/{name} {self._types.get(name, '')}"
        if "/_rels/" in said:
            return
        for code, words in PARTS:
            if any(word in said for word in words):
                self._found[code] += 1
                return

    def text(self, name: str, block: bytes, *, is_sheet: bool) -> None:
        """Look at the next block of a part."""
        if "externallink" in name and DDE_LINK.search(block):
            self._found["SEC103"] += 1
            self._found["SEC102"] -= 1  # it is kept where links to workbooks are, and is none
        if not is_sheet:
            return
        text = self._rest + block
        self._formulas(FORMULA.findall(text))
        # A formula that the block's end cuts comes again, whole, with the next block.
        cut = OPEN_FORMULA.search(text, max(0, len(text) - LONGEST))
        self._rest = text[cut.start() :] if cut else b""

    def _formulas(self, formulas: Iterable[bytes]) -> None:
        for formula in formulas:
            if b"|" not in formula and b"(" not in formula:
                continue
            bare = QUOTED.sub(b"", formula)
            if DDE_CALL.search(bare):
                self._found["SEC103"] += 1
            if FETCHES.search(bare):
                self._found["SEC104"] += 1

    def found(self) -> tuple[Carried, ...]:
        """Return what there was, in the order of the codes."""
        return tuple(
            Carried(code, count) for code, count in sorted(self._found.items()) if count > 0
        )
