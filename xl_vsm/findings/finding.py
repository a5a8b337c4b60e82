"""One fault, and one thing that could not be checked."""

from __future__ import annotations

from typing import Literal

from xl_vsm.findings.address import address
from xl_vsm.findings.frozen import Frozen

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
FailOn = Literal["error", "warning", "note", "never"]
Mark = Literal["illustrative", "pending", "transcribed"]


class SourceReference(Frozen):
    """The document that a finding rests on."""

    title: str
    url: str | None
    locator: str = ""
    publisher: str = ""


class Finding(Frozen):
    """One fault: what is wrong, where, what was expected, on whose authority."""

    code: str
    name: str
    severity: Severity
    sheet: str | None
    cell: str | None
    """In Excel's own terms, such as H14; None for a finding about the whole file."""
    field: str | None
    row_key: str | None
    """The post's reference or title. Never a person."""
    post: str | None = None
    """The post's title, where the row is known by a reference."""
    stated: str | None
    expected: str | None
    message: str
    why: str
    source: SourceReference | None
    help_url: str
    illustrative: bool = False
    """Whether it rests on made-up figures, so that it must not be mistaken for a real fault."""
    marks: tuple[Mark, ...] = ()
    hidden: bool = False
    """Whether the cell lies in a hidden row, column or sheet."""

    @property
    def text(self) -> str:
        """The message without the address in front."""
        return self.message.removeprefix(f"{address(self.sheet, self.cell)} ")


class NotChecked(Frozen):
    """Something that could not be checked, and why. A skip is never silent."""

    code: str
    name: str
    sheet: str | None
    cell: str | None
    reason: str
