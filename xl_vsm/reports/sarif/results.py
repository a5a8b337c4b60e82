"""A workbook's findings as SARIF's results, and what could not be checked as notifications."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xl_vsm.findings import Finding, WorkbookReport, address
from xl_vsm.reports.plain import inert
from xl_vsm.reports.run_words import left_unchecked
from xl_vsm.reports.sarif.fingerprints import Fingerprints
from xl_vsm.reports.sarif.rules import Rules
from xl_vsm.reports.sarif.text import message
from xl_vsm.reports.sarif.uris import location_of, uri_of
from xl_vsm.reports.sheet_words import source, what_is_wrong

# A workbook has no lines. Code hosts show no result without one, so that each stands before the
# first sign of the file, and the cell is in the logical location and in the message.
REGION = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def results(workbook: WorkbookReport, index: int, rules: Rules) -> Iterator[dict[str, Any]]:
    """Give a workbook's findings."""
    prints = Fingerprints(uri_of(workbook.path))
    for finding in workbook.findings:
        yield {
            "ruleId": finding.code,
            "ruleIndex": rules.index[finding.code],
            "level": finding.severity,
            "message": message(_said(finding)),
            "locations": [_location(workbook.path, index, finding.sheet, finding.cell)],
            "partialFingerprints": prints.of(finding),
            "properties": _properties(finding),
        }


def notifications(workbook: WorkbookReport, index: int) -> Iterator[dict[str, Any]]:
    """Say what could not be checked, each reason once, and what an accepted run had already."""
    place = [{"physicalLocation": {"artifactLocation": location_of(workbook.path, index)}}]
    for text in left_unchecked(workbook.not_checked):
        yield {"level": "note", "message": message(text), "locations": place}
    if not workbook.complete:
        text = "This workbook could not be read, or not be checked to the end: see its results"
        yield {"level": "error", "message": message(text), "locations": place}


def artifact(workbook: WorkbookReport, index: int) -> dict[str, Any]:
    """Describe a workbook, by what it holds, so that another version of it is known for that."""
    location = location_of(workbook.path, index)
    del location["index"]  # it is this artifact's own
    made: dict[str, Any] = {"location": location, "roles": ["analysisTarget"]}
    if workbook.sha256:
        made["hashes"] = {"sha-256": workbook.sha256}
    about = {
        "organisation": workbook.organisation and inert(workbook.organisation),
        "effective": workbook.effective and workbook.effective.isoformat(),
        "posts": workbook.rows,
        "complete": workbook.complete,
        "accepted": workbook.accepted,
    }
    return made | {"properties": _known(about)}


def _said(finding: Finding) -> str:
    where = f"{address(finding.sheet, finding.cell)}: " if finding.sheet else ""
    return f"{where}{what_is_wrong(finding)}"


def _location(path: str, index: int, sheet: str | None, cell: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": location_of(path, index), "region": REGION}
    }
    if sheet is not None:
        name = inert(address(sheet, cell))
        full = f"{uri_of(path)}#{name}"
        kind = "cell" if cell else "sheet"
        made["logicalLocations"] = [{"name": name, "fullyQualifiedName": full, "kind": kind}]
    return made


def _properties(finding: Finding) -> dict[str, Any]:
    """Return what SARIF has no place of its own for. Nothing that is not known is written."""
    return _known(
        {
            "field": finding.field,
            "post": finding.row_key and inert(finding.row_key),
            "title": finding.post and inert(finding.post),
            "stated": finding.stated and inert(finding.stated),
            "expected": finding.expected and inert(finding.expected),
            "why": finding.why and inert(finding.why),
            "source": source(finding) or None,
            "sourceUrl": finding.source and finding.source.url,
            "illustrative": finding.illustrative or None,
            "marks": list(finding.marks) or None,
            "hidden": finding.hidden or None,
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}
