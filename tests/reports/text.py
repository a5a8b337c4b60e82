"""What a report says when it is written to a file."""

from __future__ import annotations

from io import StringIO

from xl_vsm.findings import AnyReport
from xl_vsm.reports import console


def written(report: AnyReport) -> str:
    text = StringIO()
    console.write(report, text)
    return text.getvalue()
