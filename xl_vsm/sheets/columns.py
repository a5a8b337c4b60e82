"""A column with a heading, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from xl_vsm.sheets.fields import Field


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a heading: its number, the heading's text, its field and its unit."""

    number: int
    own: str
    field: Field | None
    scale: int = 1
    group: str = ""

    @property
    def text(self) -> str:
        """The heading as a message shows it."""
        return " ".join((f"{self.group}, {self.own}" if self.group else self.own).split())

    @property
    def name(self) -> str:
        """The name of its field; empty when it means none."""
        return self.field.name if self.field else ""
