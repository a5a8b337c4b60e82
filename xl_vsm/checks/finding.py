"""From what a check says to what people read."""

from __future__ import annotations

from typing import Any

from xl_vsm.checks.check import Check, Fault
from xl_vsm.findings import Finding, Mark, Severity, SourceReference, address
from xl_vsm.parameters import Parameters, Publication
from xl_vsm.rules.rule import Citation, Explanation
from xl_vsm.sheets import Entry, PostRow

HELP = "docs/reference/checks.md"


def finding(
    check: Check,
    fault: Fault,
    p: Parameters,
    entry: Entry[Any] | None,
    row: PostRow | None = None,
) -> Finding:
    """Make the finding of a fault at the cell of an entry, or about the whole file."""
    used = [p.used[name] for name in (*check.rests_on, *fault.rests_on) if name in p.used]
    marks = tuple(dict.fromkeys(mark for each in used for mark in _marks(each)))
    if fault.pending:
        marks = (*marks, "pending")
    illustrative = "illustrative" in marks
    because = fault.because
    where = address(entry.sheet if entry else None, entry.cell if entry else None)
    suffix = f" ({', '.join(marks)})" if marks and fault.field else ""
    return Finding(
        code=check.code,
        name=check.name,
        severity=_severity(fault.severity or check.severity, illustrative),
        sheet=entry.sheet if entry else None,
        cell=entry.cell if entry else None,
        field=fault.field,
        row_key=row.key if row else None,
        post=row.title if row and row.title != row.key else None,
        stated=entry.raw if entry else None,
        expected=fault.expected,
        message=f"{where} {fault.message}{suffix}",
        why=because.reason if isinstance(because, Explanation) else because or purpose(check),
        source=_source(because, used, p),
        help_url=f"{HELP}#{check.code.lower()}",
        illustrative=illustrative,
        marks=marks,
        hidden=bool(entry and entry.hidden),
    )


def purpose(check: Check) -> str:
    """Return the first line of a check's text: what it holds to be true."""
    return check.doc.partition("\n")[0]


def reference(citation: Citation, p: Parameters) -> SourceReference:
    """Return the document and place that a citation names."""
    source = p.store.sources[citation.source]
    return SourceReference(
        title=source.title,
        url=source.url,
        locator=citation.locator,
        publisher=source.publisher,
    )


def _severity(severity: Severity, illustrative: bool) -> Severity:
    """Nothing that rests on made-up figures is ever an error."""
    return "warning" if illustrative and severity == "error" else severity


def _marks(publication: Publication) -> list[Mark]:
    marks: list[Mark] = []
    if publication.illustrative:
        marks.append("illustrative")
    if publication.transcribed:
        marks.append("transcribed")
    return marks


def _source(
    because: Explanation | str, used: list[Publication], p: Parameters
) -> SourceReference | None:
    """Return the first authority: the statement of the rule, or else the table's document."""
    if isinstance(because, Explanation) and because.cites:
        return reference(because.cites[0], p)
    if used:
        return reference(Citation(used[0].source, used[0].locator), p)
    return None
