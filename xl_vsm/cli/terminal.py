"""What the place that output goes to can show."""

from __future__ import annotations

from typing import TextIO


def speaks_utf8(file: TextIO) -> bool:
    """Say whether a file or terminal can hold every letter and sign."""
    return (getattr(file, "encoding", None) or "").replace("-", "").replace(
        "_", ""
    ).casefold() == "utf8"


def show_what_it_can(file: TextIO) -> None:
    """Let a terminal of few letters show a mark for the others, and not fail on a pound sign."""
    reconfigure = getattr(file, "reconfigure", None)
    if reconfigure is not None and not speaks_utf8(file):
        reconfigure(errors="replace")
