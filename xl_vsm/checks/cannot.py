"""Why a check is not made. A skip is never silent."""

from __future__ import annotations


class CannotCheck(Exception):
    """A check cannot be made here. The reason is shown; it is never passed over."""

    def __init__(self, reason: str, cell: str | None = None) -> None:
        """Take the reason, and the cell that stands in the way where it is one cell."""
        super().__init__(reason)
        self.reason = reason
        self.cell = cell


class NothingToCheck(Exception):
    """The workbook has no column for the figure, so that there is nothing stated to check."""
