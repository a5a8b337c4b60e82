"""Words and names as XML that fits into a part of any encoding."""

from __future__ import annotations

from xl_vsm.reports.plain import inert

LONGEST = 32_000
"""Signs in one cell or note; Excel ends at 32,767."""


def xml_text(words: str) -> bytes:
    """Return words as the text of an element or the value of an attribute.

    What XML cannot hold becomes a mark, and whatever is not ASCII a numbered reference, so that
    the bytes are the same in every encoding that a part may be in. Line breaks are kept.
    """
    lines = (inert(line) for line in words[:LONGEST].split("\n"))
    safe = "\n".join(lines)
    for sign, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        safe = safe.replace(sign, reference)
    return safe.encode("ascii", "xmlcharrefreplace")


def place(sheet: str, cell: str) -> str:
    """Return a cell's address as a link takes it, quoted whatever the sheet's name."""
    return "'" + sheet.replace("'", "''") + f"'!{cell}"
