"""What a report says when it is written to a file."""

from __future__ import annotations

from io import StringIO

from xl_vsm.findings import AnyReport
from xl_vsm.reports import console
from xl_vsm.reports.console.in_colour import write_in_colour
from xl_vsm.reports.console.words import parts_of


def written(report: AnyReport) -> str:
    text = StringIO()
    console.write(report, text)
    return text.getvalue()


def in_colour(report: AnyReport) -> str:
    """Return what `rich` prints of it, without the colours and the blanks at the ends of lines."""
    text = StringIO()
    write_in_colour(parts_of(report), text)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())
