"""The report as JUnit XML, for the servers that run checks.

A suite is a workbook, and a case is one check on one sheet, not one finding. Servers compare a run
with the last by the names of cases, and GitLab shows only the first of two with one name: a case
that is named for its check and sheet is still the same when rows move, and holds every cell that
the check found. Below each workbook there is also a case for the reading of it and of each sheet,
so that a workbook without a fault has cases that passed.

GitLab names a suite by the `classname` of its cases, and shows what stands inside an element and
not its `message`. Jenkins takes what follows the last full stop of a `classname` for a class: so a
workbook's is its path, with none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO
from xml.etree import ElementTree as ET

from xl_vsm.findings import (
    SEVERITIES,
    AnyReport,
    FailOn,
    Finding,
    NotChecked,
    WorkbookReport,
    address,
)
from xl_vsm.reports.plain import count, inert
from xl_vsm.reports.run_words import cautions, left_unchecked, stopped
from xl_vsm.reports.sheet_words import source, unknown_columns, what_is_wrong

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xl-vsm">\n'
_WHOLE = "the workbook"


@dataclass
class _Case:
    """One case: what it is about, and what is to be said of it."""

    name: str
    failed: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def element(self, classname: str) -> ET.Element:
        """Return the case as XML. It has one outcome, the gravest; the rest is put out."""
        made = ET.Element("testcase", name=inert(self.name), classname=classname)
        outcomes = [("error", self.crashed), ("failure", self.failed), ("skipped", self.skipped)]
        reached = [(tag, lines) for tag, lines in outcomes if lines]
        for tag, lines in reached[:1]:
            more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
            outcome = ET.SubElement(made, tag, message=lines[0] + more)
            outcome.text = "\n".join(lines)
        rest = [line for _, lines in reached[1:] for line in lines] + self.said
        if rest:
            ET.SubElement(made, "system-out").text = "\n".join(rest)
        return made


def write(
    report: AnyReport, out: TextIO, *, fail_on: FailOn | Callable[[str], FailOn] = "error"
) -> None:
    """Write the report as JUnit XML, a workbook at a time. Only ASCII is written.

    Args:
        report: whatever has the parts of a report.
        out: a text file.
        fail_on: from which severity on a finding is a failure, for all or by the workbook's path;
            others are put out in a case that passed.
    """
    out.write(_HEAD)
    _put(_suite("the run", "xl-vsm", [_run(report)], dict(_about(report))), out)
    for workbook in report.workbooks:
        failing = fail_on(workbook.path) if callable(fail_on) else fail_on
        # Jenkins takes what follows a full stop for the name of a class.
        classname = inert(workbook.path).replace(".", "_")
        cases = [_read(workbook), *_tables(workbook), *_checks(workbook, failing)]
        _put(_suite(inert(workbook.path), classname, cases, dict(_particulars(workbook))), out)
    out.write("</testsuites>\n")


def _put(suite: ET.Element, out: TextIO) -> None:
    ET.indent(suite)
    out.write(ET.tostring(suite, encoding="us-ascii", xml_declaration=False).decode() + "\n")


def _suite(
    name: str, classname: str, cases: Iterable[_Case], properties: dict[str, str]
) -> ET.Element:
    made = [case.element(classname) for case in cases]
    counts = {
        f"{tag}s" if tag != "skipped" else tag: str(
            sum(each.find(tag) is not None for each in made)
        )
        for tag in ("failure", "error", "skipped")
    }
    suite = ET.Element("testsuite", {"name": name, "tests": str(len(made)), **counts})
    if properties:
        listed = ET.SubElement(suite, "properties")
        for key, value in properties.items():
            ET.SubElement(listed, "property", name=key, value=inert(value))
    suite.extend(made)
    return suite


def _run(report: AnyReport) -> _Case:
    """Return the case that tells whether the run came to its end, and what to rely on."""
    case = _Case("every workbook was checked", said=list(cautions(report)))
    if report.interrupted:
        case.crashed.append(stopped(report))
        case.said.remove(stopped(report))
    return case


def _about(report: AnyReport) -> Iterator[tuple[str, str]]:
    figures = report.parameters
    yield "version", report.tool.version
    if figures.effective:
        yield "effective", figures.effective.isoformat()
    if figures.known:
        yield "known", figures.known.isoformat()
    if figures.figures:
        yield "figures", figures.figures
    for each in figures.used:
        yield f"used: {each.name}", each.publication


def _particulars(workbook: WorkbookReport) -> Iterator[tuple[str, str]]:
    if workbook.sha256:
        yield "sha256", workbook.sha256
    if workbook.organisation:
        yield "organisation", workbook.organisation
    if workbook.effective:
        yield "effective", workbook.effective.isoformat()


def _read(workbook: WorkbookReport) -> _Case:
    """Return the case of the reading; where that failed, with what was found of the whole file."""
    case = _Case("the workbook was read and checked to the end")
    if not workbook.complete:
        found = [_line(each) for each in workbook.findings if _of_reading(workbook, each)]
        case.crashed = found or ["the workbook could not be read, or not be checked to the end"]
    case.said = [f"{count(workbook.rows, 'post')} read"]
    if workbook.accepted:
        found_before = count(workbook.accepted, "finding")
        case.said.append(f"{found_before} that an accepted run had already: left out")
    # A redacted report has the column, and not its heading.
    columns = [inert(name).removesuffix(" ()") for name in unknown_columns(workbook)]
    case.said += [f"no field was found for {column}" for column in columns]
    return case


def _of_reading(workbook: WorkbookReport, finding: Finding) -> bool:
    """Say whether a finding tells why a workbook could not be read, or checked to the end."""
    return not workbook.complete and finding.sheet is None and finding.severity == "error"


def _tables(workbook: WorkbookReport) -> Iterator[_Case]:
    """Give a case for each sheet with posts. Two tables of one sheet are one case."""
    cases: dict[str, _Case] = {}
    for sheet in workbook.sheets:
        if sheet.headings:
            case = cases.setdefault(sheet.name, _Case(f"{sheet.name}: the posts were read"))
            case.said.append(f"{sheet.headings}, {count(len(sheet.places), 'field')}")
            for each in sheet.skipped:
                case.said.append(f"row {each.row} passed over: {inert(each.reason)}")
    yield from cases.values()


def _checks(workbook: WorkbookReport, fail_on: FailOn) -> Iterable[_Case]:
    """Return a case for each check and sheet that something is to be said of."""
    counted = () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    cases: dict[str, _Case] = defaultdict(lambda: _Case(""))
    for finding in workbook.findings:
        if not _of_reading(workbook, finding):
            case = cases[_named(finding)]
            (case.failed if finding.severity in counted else case.said).append(_line(finding))
    skipped: dict[str, list[NotChecked]] = defaultdict(list)
    for each in workbook.not_checked:
        skipped[_named(each)].append(each)
    for name, group in skipped.items():
        cases[name].skipped += left_unchecked(tuple(group))
    for name, case in cases.items():
        case.name = name
    return cases.values()


def _named(each: Finding | NotChecked) -> str:
    return f"{each.sheet or _WHOLE}: {each.code} {each.name}"


def _line(finding: Finding) -> str:
    where = f" {address(finding.sheet, finding.cell)}:" if finding.sheet else ""
    rests = f" [{source(finding)}]" if finding.source else ""
    return inert(f"{finding.severity}{where} {what_is_wrong(finding)}{rests}")
