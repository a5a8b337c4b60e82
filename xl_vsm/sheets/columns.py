"""A column with a heading, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from xl_vsm.sheets.fields import Field

BY_HEADING: Final = "its heading"
BY_PART: Final = "part of its heading"
BY_VALUES: Final = "its heading and its values"
BY_LAYOUT: Final = "the layout file"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a heading: its number, the heading's text, its field and its unit.

    Attributes:
        number: the column's number.
        own: its own heading's text.
        field: what it means; None where nothing tells.
        scale: what its figures are in, such as 1000.
        group: the heading above its own.
        by: what its meaning was told by.
    """

    number: int
    own: str
    field: Field | None
    scale: int = 1
    group: str = ""
    by: str = BY_HEADING

    @property
    def text(self) -> str:
        """The heading as a message shows it."""
        return " ".join((f"{self.group}, {self.own}" if self.group else self.own).split())

    @property
    def name(self) -> str:
        """The name of its field; empty when it means none."""
        return self.field.name if self.field else ""
