"""What stands in the way of loading a table, every fault of it at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, in the order in which people ask about it."""

    where: str
    """The cell, row or option: "row 7, minimum (E7)"."""
    wrong: str
    expected: str
    do: str

    def __str__(self) -> str:
        """Write the fault as one line."""
        return f"{self.where}: {self.wrong}. Expected {self.expected}. {self.do}"


class LoadingError(ValueError):
    """A table that cannot be loaded. Nothing has been stored."""

    def __init__(self, *faults: Fault) -> None:
        """Take every fault found."""
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
