"""The report on a terminal: grouped by sheet, with what, why, and on whose authority."""

from __future__ import annotations

import os
from typing import Final, TextIO

from xl_vsm.findings import AnyReport
from xl_vsm.reports.console.plainly import write_plainly
from xl_vsm.reports.console.words import parts_of

__all__ = ["write"]

ASKED_FOR: Final = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""What asks for a terminal's colours where there is none, as CI servers that show them set it."""


def write(report: AnyReport, out: TextIO) -> None:
    """Print the report: in colour and as wide as it is on a terminal, else plainly.

    For a pipe or a file `rich` is not brought in, which takes as long as the checks themselves.
    """
    if out.isatty() or any(os.environ.get(name) for name in ASKED_FOR):
        from xl_vsm.reports.console.in_colour import write_in_colour  # noqa: PLC0415 - as said

        write_in_colour(parts_of(report), out)
    else:
        write_plainly(parts_of(report), out)
