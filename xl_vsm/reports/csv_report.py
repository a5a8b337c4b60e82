"""The report as CSV: a row for each workbook, each finding, and each thing not checked.

It is made so that Excel opens it: with a mark for UTF-8 in front, lines that end as Windows ends
them, and every cell in quotes. A cell of a workbook may hold what a spreadsheet would calculate, so
that a text which begins like a formula gets an apostrophe in front; a plain number stays one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final, TextIO

from xl_vsm.findings import AnyReport, Finding, NotChecked, WorkbookReport
from xl_vsm.reports.plain import count, inert
from xl_vsm.reports.run_words import cautions
from xl_vsm.reports.sheet_words import source, what_is_wrong

COLUMNS: Final = (
    "kind",
    "severity",
    "code",
    "name",
    "workbook",
    "organisation",
    "effective",
    "sheet",
    "cell",
    "field",
    "post",
    "title",
    "stated",
    "expected",
    "message",
    "why",
    "source",
    "source_url",
    "marks",
    "hidden",
    "sha256",
)
MARK: Final = "\ufeff"
_LIVE = re.compile(r"[\s\"'`]*[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]")
"""How a text begins that some spreadsheet program calculates, also behind a quote or a space."""
_NUMBER = re.compile(r"-£?\d[\d,]*(\.\d+)?%?")


def write(report: AnyReport, out: TextIO) -> None:
    """Write the report as CSV, a workbook at a time.

    Args:
        report: whatever has the parts of a report.
        out: a text file in UTF-8 that leaves line ends as they are (opened with `newline=""`).
    """
    out.write(MARK)
    rows = csv.DictWriter(out, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writeheader()
    for words in cautions(report):
        rows.writerow({"kind": "run", "message": safe(words)})
    for workbook in report.workbooks:
        about = _about(workbook)
        for row in _rows(workbook):
            rows.writerow({name: safe(text) for name, text in (about | row).items() if text})


def safe(text: str) -> str:
    """Return a text that no spreadsheet calculates, on one line, with nothing unseen in it."""
    plain = inert(text)
    return f"'{plain}" if _LIVE.match(plain) and not _NUMBER.fullmatch(plain) else plain


def _about(workbook: WorkbookReport) -> dict[str, str]:
    return {
        "workbook": workbook.path,
        "organisation": workbook.organisation or "",
        "effective": workbook.effective.isoformat() if workbook.effective else "",
        "sha256": workbook.sha256 or "",
    }


def _rows(workbook: WorkbookReport) -> Iterator[dict[str, str]]:
    yield {"kind": "workbook", "message": "; ".join(_outcome(workbook))}
    yield from map(_finding, workbook.findings)
    yield from map(_not_checked, workbook.not_checked)


def _outcome(workbook: WorkbookReport) -> Iterator[str]:
    yield f"{count(workbook.rows, 'post')} read"
    if not workbook.complete:
        yield "it could not be read, or not be checked to the end"
    if workbook.accepted:
        found = count(workbook.accepted, "finding")
        yield f"{found} that an accepted run had already: left out"


def _finding(each: Finding) -> dict[str, str]:
    return {
        "kind": "finding",
        "severity": each.severity,
        "code": each.code,
        "name": each.name,
        "sheet": each.sheet or "",
        "cell": each.cell or "",
        "field": each.field or "",
        "post": each.row_key or "",
        "title": each.post or "",
        "stated": each.stated or "",
        "expected": each.expected or "",
        "message": what_is_wrong(each),
        "why": each.why,
        "source": source(each),
        "source_url": (each.source.url if each.source else "") or "",
        "marks": ", ".join(each.marks),
        "hidden": "yes" if each.hidden else "",
    }


def _not_checked(each: NotChecked) -> dict[str, str]:
    return {
        "kind": "not checked",
        "code": each.code,
        "name": each.name,
        "sheet": each.sheet or "",
        "cell": each.cell or "",
        "message": each.reason,
    }
