"""How to mend what was found: what to type, where the finding itself says it, and no more."""

from __future__ import annotations

import re
from typing import Final

from xl_vsm.findings import Finding
from xl_vsm.reports.plain import inert
from xl_vsm.sheets.money import amount

_FIGURE: Final = re.compile(r"-?£[\d,]+(\.\d+)?|[\d.]+%|\d+(\.\d+)?")
UNREADABLE: Final = frozenset({"WBK101", "WBK107"})
"""What is expected in place of a value that cannot be read is a sentence."""
_SAID: Final = {
    "give --effective, or write the day": "choose the day beside the workbook, or write the day",
    "give the day of one year with --effective": "choose a day of one year beside the workbook",
    "choose one with --effective": "choose one beside the workbook",
    "or say in a layout file which is meant": "or correct how the columns were read",
    "say in a layout file what the columns are": "correct how the columns were read",
    "say in a layout file where they are": "correct how the columns were read",
    "correct the layout file": "correct how the columns were read",
}
"""What messages say to somebody at a command line, and what it is on the page."""


def on_the_page(text: str) -> str:
    """Return a message in the words of the page."""
    for there, here in _SAID.items():
        text = text.replace(there, here)
    return text


def mend(finding: Finding) -> str:
    """Say how to mend a finding; empty where its own message is all that can be said."""
    expected = inert(finding.expected or "")
    if not finding.cell or not expected:
        return ""
    cell = finding.cell
    if finding.illustrative:
        return (
            f"Do not change {cell} because of this: it rests on made-up figures. "
            "Compare it with the published document."
        )
    if "pending" in finding.marks:
        return (
            "The terms are under review, and nobody can say yet what is due. Expected in "
            f"{cell} until they are decided: {expected}. Check again then."
        )
    if not finding.stated:
        return f"{cell} is empty. Fill it in: {expected}."
    if expected.startswith("="):
        return f"Put the formula back into {cell}: {expected}"
    if _FIGURE.fullmatch(expected):
        return f"If what it is worked out from is right, type {expected} in {cell}{_unit(finding)}."
    if finding.code in UNREADABLE:
        kind = expected.rpartition("; ")[2].replace(" is expected", "")
        return f"Type in {cell} {kind}." if kind != expected else ""
    return f"Expected in {cell}: {expected}."


def rests_on_copies(finding: Finding) -> bool:
    """Say whether a figure is to be compared with the published table before it is typed."""
    return "transcribed" in finding.marks


def _unit(finding: Finding) -> str:
    """Say how an amount is typed where the column's are in thousands or millions, as it seems."""
    stated, expected = amount(finding.stated or ""), amount(finding.expected or "")
    if not stated or not expected or stated[1] or not stated[0] or "£" in (finding.stated or ""):
        return ""
    for times, unit in ((1_000, "thousands"), (1_000_000, "millions")):
        if times / 2 < expected[0] / stated[0] < times * 2:
            typed = f"{(expected[0] / times).normalize():f}"
            return f", in the unit of its column: {typed} if that is {unit} of pounds"
    return ""
