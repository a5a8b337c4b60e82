from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.conftest import ROOT
from tests.reports.estate.runs import finding, run, skipped, unread, workbook
from xl_vsm import check
from xl_vsm.findings import ParametersReport, Report, Summary, Tool, WorkbookReport
from xl_vsm.reports.estate import Estate, OrganisationLine, estate_of

NORTH, SOUTH = "Northmoor Vale Trust", "Southmoor Trust"


@pytest.fixture(scope="module")
def report() -> Report:
    paths = sorted((ROOT / "workbooks" / "examples").glob("*.xlsx"))
    return check([*paths, ROOT / "README.md"])


def line_of(estate: Estate, name: str) -> OrganisationLine:
    return next(line for line in estate.organisations if line.name == name)


def test_the_totals_are_those_of_the_report(report: Report) -> None:
    estate = estate_of(report)
    found = estate.totals
    counted = Summary(
        error=found.error,
        warning=found.warning,
        note=found.note,
        rows=found.posts,
        workbooks=found.workbooks,
        accepted=found.accepted,
    )
    assert counted == report.summary
    assert found.error
    assert found.not_checked == sum(len(each.not_checked) for each in report.workbooks)
    assert (found.unread, found.read, found.in_part) == (1, len(report.workbooks) - 1, 0)


@pytest.mark.parametrize("what", ["error", "warning", "note", "posts", "not_checked"])
def test_the_lines_come_to_the_totals(report: Report, what: str) -> None:
    estate = estate_of(report)
    total = getattr(estate.totals, what)
    assert total
    assert total == sum(getattr(line, what) for line in estate.organisations)
    assert total == sum(getattr(line, what) for line in estate.workbooks)


def test_every_finding_is_in_the_line_of_its_code(report: Report) -> None:
    estate = estate_of(report)
    assert {line.code for line in estate.codes} == {each.code for each in report.findings}
    assert sum(line.findings for line in estate.codes) == len(report.findings)
    assert sum(line.times for line in estate.gaps) == estate.totals.not_checked


def test_names_that_differ_by_case_or_spacing_are_one_organisation() -> None:
    names = (NORTH, "NORTHMOOR  vale trust ", "Northmoor\N{NO-BREAK SPACE}Vale Trust", SOUTH)
    estate = estate_of(run(*(workbook(f"{n}.xlsx", name) for n, name in enumerate(names))))
    assert {line.name: line.workbooks for line in estate.organisations} == {NORTH: 3, SOUTH: 1}
    assert estate.named == 2
    assert [line.organisation for line in estate.workbooks] == [NORTH, NORTH, NORTH, SOUTH]


def test_what_names_no_organisation_is_in_a_line_that_says_so() -> None:
    stated = workbook("1.xlsx", "not stated")
    estate = estate_of(run(stated, workbook("2.xlsx", " "), workbook("3.xlsx"), unread("4.xlsx")))
    lines = {line.stated: line for line in estate.organisations}
    assert (lines[True].workbooks, lines[False].workbooks, lines[False].unread) == (1, 3, 1)
    assert estate.named == 1


def test_the_worst_organisation_is_first() -> None:
    estate = estate_of(
        run(
            workbook("1.xlsx", "A", findings=(finding(severity="note"),)),
            workbook("2.xlsx", "B", findings=(finding(severity="warning"),)),
            workbook("3.xlsx", "C", findings=(finding(), finding())),
            workbook("4.xlsx", "D", findings=(finding(),)),
            unread("5.xlsx"),
            workbook("6.xlsx", "E"),
        )
    )
    assert [line.name for line in estate.organisations] == ["C", "not stated", "D", "B", "A", "E"]


def test_a_code_says_in_how_many_workbooks_and_organisations_and_its_worst_severity() -> None:
    twice = (finding(severity="warning"), finding(severity="error"))
    estate = estate_of(
        run(
            workbook("1.xlsx", NORTH, findings=twice),
            workbook("2.xlsx", NORTH.upper(), findings=(finding(), finding("BND101", "warning"))),
            workbook("3.xlsx", SOUTH, findings=(finding(severity="note"),)),
            workbook("4.xlsx", findings=(finding(),)),
        )
    )
    first, second = estate.codes
    assert (first.code, first.severity) == ("PEN101", "error")
    assert (first.findings, first.workbooks, first.organisations) == (5, 4, 2)
    assert (second.code, second.severity, second.findings) == ("BND101", "warning", 1)


def test_codes_are_in_the_order_of_severity_then_of_number() -> None:
    found = (
        *(finding("NTE001", "note"),) * 9,
        finding("WRN001", "warning"),
        *(finding("WRN002", "warning"),) * 2,
        finding("ERR001"),
    )
    estate = estate_of(run(workbook("1.xlsx", findings=found)))
    assert [line.code for line in estate.codes] == ["ERR001", "WRN002", "WRN001", "NTE001"]


def test_what_could_not_be_checked_is_counted_by_check() -> None:
    estate = estate_of(
        run(
            workbook("1.xlsx", not_checked=(skipped("PAY102"), skipped(), skipped())),
            workbook("2.xlsx", not_checked=(skipped(),)),
        )
    )
    lines = [(line.code, line.times, line.workbooks) for line in estate.gaps]
    assert lines == [("PAY101", 3, 2), ("PAY102", 1, 1)]


def test_a_workbook_says_whether_it_was_read_and_why_not() -> None:
    crash = finding("RUN001", message="a fault in this tool")
    estate = estate_of(
        run(
            workbook("1.xlsx", NORTH, accepted=2),
            unread("2.xlsx", "WBK004", "protected by a password"),
            workbook("3.xlsx", findings=(finding(), crash), complete=False),
        )
    )
    read, not_read, crashed = estate.workbooks
    assert (read.read, read.complete, read.code, read.accepted) == (True, True, None, 2)
    assert (not_read.read, not_read.code) == (False, "WBK004")
    assert not_read.message == "protected by a password"
    assert (crashed.read, crashed.complete, crashed.code) == (True, False, "RUN001")
    assert (estate.totals.unread, estate.totals.in_part, estate.totals.accepted) == (1, 1, 2)


def test_an_unread_workbook_whose_fault_is_accepted_is_still_unread() -> None:
    known = unread("1.xlsx").model_copy(update={"findings": (), "accepted": 1})
    estate = estate_of(run(known))
    assert estate.totals.unread == 1
    assert (estate.workbooks[0].read, estate.workbooks[0].code) == (False, None)


def test_what_the_run_says_of_itself_is_kept() -> None:
    parameters = ParametersReport(release="1", effective=None, known=None, pending=("terms",))
    tool = Tool(version="9")
    given = run(profile="audit", redacted=True, interrupted=True, parameters=parameters, tool=tool)
    estate = estate_of(given)
    assert (estate.profile, estate.redacted, estate.interrupted) == ("audit", True, True)
    assert (estate.parameters, estate.tool) == (parameters, tool)
    assert estate.organisations == estate.codes == estate.workbooks == ()


def test_the_workbooks_are_gone_through_once() -> None:
    given = run(workbook("1.xlsx"))
    estate_of(given)
    assert given.gone_through == 1


def test_no_workbook_is_kept() -> None:
    """Ten times the findings of each workbook is no more to hold."""

    def peak(findings: int) -> int:
        def each() -> Iterator[WorkbookReport]:
            for number in range(200):
                found = tuple(finding(message=f"{n}" * 50) for n in range(findings))
                yield workbook(f"{number}.xlsx", NORTH, findings=found)

        given = run()
        given.given = each()  # type: ignore[assignment] - made as they are asked for
        tracemalloc.start()
        estate_of(given)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    few, many = (peak(findings) for findings in (1, 100))
    one = 100 * 5_000  # the findings of one workbook, generously
    assert many < few + 2 * one


def test_the_order_of_lines_does_not_hang_on_the_order_of_workbooks() -> None:
    books = [workbook(f"{n}.xlsx", f"Trust {n}", findings=(finding(f"PEN10{n}"),)) for n in "123"]
    orders = (books, books[::-1])
    one, other = (estate_of(run(*order)) for order in orders)
    assert one.organisations == other.organisations
    assert one.codes == other.codes
    assert all(a.name < b.name for a, b in pairwise(one.organisations))
