"""JUnit: what the servers that read it want of it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import junitparser
import pytest
import xmlschema

import xl_vsm
from tests.conftest import ROOT
from tests.reports.hostile import book, finding, hostile_report, report
from tests.reports.many import Estate, most_held
from xl_vsm.findings import AnyReport, FailOn, NotChecked, SheetReport, UnknownColumn
from xl_vsm.reports.junit import write

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parent / "schemas" / "junit-10.xsd"))
EXAMPLES = ROOT / "workbooks" / "examples"


def text(made: AnyReport, fail_on: FailOn = "error") -> str:
    out = StringIO()
    write(made, out, fail_on=fail_on)
    return out.getvalue()


def cases(made: AnyReport, fail_on: FailOn = "error") -> dict[str, ET.Element]:
    """Return the cases of the workbooks by name. No two may have one name."""
    found = [
        case
        for case in ET.fromstring(text(made, fail_on)).iter("testcase")
        if case.get("classname") != "xl-vsm"
    ]
    by_name = {case.get("name", ""): case for case in found}
    assert len(by_name) == len(found)
    return by_name


def outcome(case: ET.Element) -> str:
    tags = [part.tag for part in case if part.tag != "system-out"]
    assert len(tags) <= 1
    return tags[0] if tags else "passed"


@pytest.fixture(scope="module")
def examples() -> xl_vsm.Report:
    return xl_vsm.check([*sorted(EXAMPLES.glob("*.xlsx")), ROOT / "README.md"])


def test_it_is_what_jenkins_reads(examples: xl_vsm.Report) -> None:
    for made in (examples, report(), report(book()), hostile_report()):
        SCHEMA.validate(text(made))
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        SCHEMA.validate(
            text(examples).replace("<failure", "<fault").replace("</failure", "</fault")
        )


def test_a_reader_of_junit_counts_the_same(examples: xl_vsm.Report, tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    path.write_text(text(examples), encoding="utf-8")
    read = junitparser.JUnitXml.fromfile(str(path))
    suites = list(read)
    assert [suite.name for suite in suites][1:] == [book.path for book in examples.workbooks]
    for suite in suites:
        stated = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert stated == (suite.tests, suite.failures, suite.errors, suite.skipped)
    kinds = {
        (found.code, found.sheet)
        for workbook in examples.workbooks
        for found in workbook.findings
        if found.severity == "error" and workbook.complete
    }
    assert sum(suite.failures for suite in suites) == len(kinds) > 5
    assert sum(suite.errors for suite in suites) == 1  # README.md is no workbook


def test_a_check_that_found_faults_names_every_cell() -> None:
    made = report(book(finding(), finding(cell="H15", message="Pay!H15 contribution rate is 9%")))
    (failure,) = cases(made)["Pay: PEN101 contribution-rate-mismatch"]
    assert failure.tag == "failure"
    assert failure.get("message", "").endswith("[SI 2025/821, regulation 2] (and 1 more)")
    lines = (failure.text or "").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("error Pay!H14: Contribution rate is 10.7%; 12.5% is due")
    assert lines[1].startswith("error Pay!H15: Contribution rate is 9%")


@pytest.mark.parametrize(
    ("fail_on", "failed"),
    [("never", set()), ("error", {"A"}), ("warning", {"A", "B"}), ("note", {"A", "B", "C"})],
)
def test_what_weighs_less_does_not_fail(fail_on: FailOn, failed: set[str]) -> None:
    weights = {"A": "error", "B": "warning", "C": "note"}
    made = report(book(*(finding(name=name, severity=s) for name, s in weights.items())))
    found = {name[-1]: case for name, case in cases(made, fail_on).items() if "PEN101" in name}
    assert {name for name, case in found.items() if outcome(case) == "failure"} == failed
    for name in set(weights) - failed:
        assert outcome(found[name]) == "passed"
        assert f"{weights[name]} Pay!H14: " in (found[name].findtext("system-out") or "")


def test_what_was_not_checked_is_skipped_with_its_reason() -> None:
    skip = NotChecked(code="PEN102", name="tier", sheet="Pay", cell="W5", reason="it is blank")
    other = NotChecked(code="PEN101", name="rate", sheet="Pay", cell="X5", reason="it is blank")
    made = cases(report(book(finding(name="rate"), not_checked=(skip, other))))
    alone, beside = made["Pay: PEN102 tier"], made["Pay: PEN101 rate"]
    assert outcome(alone) == "skipped"
    said = "not checked: it is blank (PEN102 at Pay!W5)"
    assert alone.find("skipped").text == alone.find("skipped").get("message") == said  # type: ignore[union-attr]
    assert outcome(beside) == "failure"
    assert beside.findtext("system-out") == "not checked: it is blank (PEN101 at Pay!X5)"


def test_a_workbook_without_a_fault_has_cases_that_passed(examples: xl_vsm.Report) -> None:
    made = cases(report(book()))
    assert [outcome(case) for case in made.values()] == ["passed", "passed"]
    assert "Pay: the posts were read" in made


def test_a_file_that_cannot_be_read_is_an_error_whatever_fails() -> None:
    refused = finding(code="WBK003", name="not-a-workbook", sheet=None, cell=None, message="no zip")
    seen = finding(code="WBK206", name="layout", severity="note", sheet=None, cell=None)
    for fail_on in ("error", "never"):
        made = cases(report(book(refused, seen, complete=False, sheets=())), fail_on)
        read = made["the workbook was read and checked to the end"]
        assert outcome(read) == "error"
        assert "No zip" in (read.findtext("error") or "")
        assert outcome(made["the workbook: WBK206 layout"]) == "passed"
        assert len(made) == 2
    (only,) = cases(report(book(complete=False, sheets=()))).values()
    assert outcome(only) == "error"


def test_no_class_is_cut_at_a_full_stop() -> None:
    made = ET.fromstring(text(report(book(path="pay/v1.2/board.xlsx"))))
    suite = made.findall("testsuite")[1]
    assert suite.get("name") == "pay/v1.2/board.xlsx"
    assert {case.get("classname") for case in suite.iter("testcase")} == {"pay/v1_2/board_xlsx"}


def test_two_tables_of_a_sheet_are_one_case() -> None:
    tables = (
        SheetReport(name="Pay", header_row=4, columns={"salary": "D"}),
        SheetReport(name="Pay", header_row=40, columns={"salary": "D"}),
    )
    case = cases(report(book(sheets=tables)))["Pay: the posts were read"]
    assert (case.findtext("system-out") or "").splitlines() == [
        "headings in row 4, 1 field",
        "headings in row 40, 1 field",
    ]


def test_the_run_tells_what_not_to_rely_on(examples: xl_vsm.Report) -> None:
    run = ET.fromstring(text(examples)).find("testsuite/testcase")
    assert run is not None
    assert outcome(run) == "passed"
    assert "ILLUSTRATIVE: pay ranges" in (run.findtext("system-out") or "")
    stopped = Estate(report(book()), interrupted=True, redacted=True, profile="audit")
    run = ET.fromstring(text(stopped)).find("testsuite/testcase")
    assert run is not None
    assert (run.findtext("error") or "").startswith("The run was stopped before its end")
    assert "left out" in (run.findtext("system-out") or "")
    assert "audit" in (run.findtext("system-out") or "")


def test_columns_that_no_check_looked_at_are_told() -> None:
    unknown = (UnknownColumn(column="F", header="Notes"), UnknownColumn(column="G", header=""))
    sheet = SheetReport(name="Pay", header_row=4, columns={}, unknown=unknown)
    read = cases(report(book(sheets=(sheet,))))["the workbook was read and checked to the end"]
    assert (read.findtext("system-out") or "").splitlines()[1:] == [
        "no field was found for Pay!F (Notes)",
        "no field was found for Pay!G",
    ]


def test_text_of_a_cell_is_text() -> None:
    made = text(hostile_report(), "note")
    assert made.isascii()
    read = ET.fromstring(made)
    assert all(case.get("name") != "forged" for case in read.iter("testcase"))
    for each in read.iter():
        for value in (*each.attrib.values(), *(each.text or "").splitlines()):
            assert value.isprintable()
    assert "</failure><testcase name='forged'/>" in "".join(read.itertext())


def test_one_workbook_is_held_at_a_time() -> None:
    assert most_held(write, report(book(finding()))) <= 2
