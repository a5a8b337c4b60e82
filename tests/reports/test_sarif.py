"""SARIF: valid, inert, and the same finding from run to run."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

import xl_vsm
from tests.conftest import ROOT
from tests.reports.hostile import book, finding, hostile_report, report
from tests.reports.many import Estate, most_held
from xl_vsm.findings import AnyReport, NotChecked
from xl_vsm.reports.sarif import write

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
EXAMPLES = ROOT / "workbooks" / "examples"


def log(made: AnyReport) -> dict[str, Any]:
    out = StringIO()
    write(made, out)
    assert out.getvalue().isascii()
    read: dict[str, Any] = json.loads(out.getvalue())
    return read


def run(made: AnyReport) -> dict[str, Any]:
    (only,) = log(made)["runs"]
    return dict(only)


def faults(made: object) -> list[str]:
    found = Draft7Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(made)
    return [f"{each.json_path}: {each.message}" for each in found]


@pytest.fixture(scope="module")
def examples() -> xl_vsm.Report:
    return xl_vsm.check([*sorted(EXAMPLES.glob("*.xlsx")), ROOT / "README.md"])


def test_it_is_valid(examples: xl_vsm.Report) -> None:
    for made in (examples, report(), report(book()), hostile_report()):
        assert faults(log(made)) == []
    broken = log(examples)
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert len(faults(broken)) == 1


def test_every_finding_is_a_result_of_a_rule_there_is(examples: xl_vsm.Report) -> None:
    made = run(examples)
    rules = made["tool"]["driver"]["rules"]
    assert len(made["results"]) == len(examples.findings) > 15
    assert {rule["id"] for rule in rules} == {found.code for found in examples.findings}
    for result, found in zip(made["results"], examples.findings, strict=True):
        rule = rules[result["ruleIndex"]]
        assert result["ruleId"] == rule["id"] == found.code
        assert rule["name"].lower() == found.name.replace("-", "")
        assert result["level"] == found.severity
        assert found.code in rule["help"]["text"]
        assert "helpUri" not in rule  # the page has no address that holds everywhere


def test_an_address_on_the_web_is_the_rules_help() -> None:
    made = run(report(book(finding(help_url="https://example.org/checks#pen101"))))
    assert made["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.org/checks#pen101"


def test_a_rule_weighs_what_its_gravest_finding_does() -> None:
    made = run(report(book(finding(severity="note"), finding(severity="warning", cell="H15"))))
    assert made["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "warning"


def test_the_cell_is_in_the_location_the_message_and_the_file(examples: xl_vsm.Report) -> None:
    (result,) = (each for each in run(examples)["results"] if each["ruleId"] == "PEN101")
    (where,) = result["locations"]
    (cell,) = where["logicalLocations"]
    assert cell["name"] == "'Board pay 2025-26'!X16"
    assert cell["kind"] == "cell"
    assert cell["fullyQualifiedName"].endswith("/trust_board_pay_faults.xlsx#" + cell["name"])
    assert result["message"]["text"].startswith("'Board pay 2025-26'!X16: Contribution rate is")
    assert where["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
    assert result["properties"]["stated"] == "10.7%"


def test_every_region_is_one_that_hosts_show(examples: xl_vsm.Report) -> None:
    for result in run(examples)["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def test_a_relative_path_is_relative_to_the_repository() -> None:
    paths = ("./board pay/2025 £%#?.xlsx", "a:b.xlsx", "/nhs/pay 1.xlsx")
    made = run(report(*(book(finding(), path=path) for path in paths)))
    uris = [each["location"] for each in made["artifacts"]]
    assert uris == [
        {"uri": "board%20pay/2025%20%C2%A3%25%23%3F.xlsx", "uriBaseId": "%SRCROOT%"},
        {"uri": "a%3Ab.xlsx", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///nhs/pay%201.xlsx"},
    ]
    assert "%SRCROOT%" in made["originalUriBaseIds"]
    for index, result in enumerate(made["results"]):
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == uris[index] | {"index": index}


def prints(*findings: Any, path: str = "pay.xlsx") -> list[dict[str, str]]:
    results = run(report(book(*findings, path=path)))["results"]
    return [dict(each["partialFingerprints"]) for each in results]


def test_a_finding_stays_the_same_when_its_row_moves() -> None:
    (before,) = prints(finding())
    (after,) = prints(finding(cell="H15", message="Pay!H15 other words", stated="9%"))
    assert before["xlVsmPost/v1"] == after["xlVsmPost/v1"]
    assert before["primaryLocationLineHash"] == after["primaryLocationLineHash"]
    assert before["xlVsmPlace/v1"] != after["xlVsmPlace/v1"]


def test_another_finding_is_another() -> None:
    others = [
        *({"code": "PEN102"}, {"sheet": "Pay 2"}, {"field": "salary"}, {"row_key": "1002"}),
        {"sheet": None, "cell": None},
    ]
    made = [prints(finding(**other))[0]["primaryLocationLineHash"] for other in others]
    made += [prints(finding())[0]["primaryLocationLineHash"]]
    made += [prints(finding(), path="other.xlsx")[0]["primaryLocationLineHash"]]
    assert len(set(made)) == len(made)


def test_two_posts_with_one_reference_are_two_alerts() -> None:
    first, second = prints(finding(), finding(cell="H15"))
    assert first["xlVsmPost/v1"] == second["xlVsmPost/v1"]
    assert first["primaryLocationLineHash"].endswith(":1")
    assert second["primaryLocationLineHash"].endswith(":2")


def test_a_report_without_posts_tells_nothing_of_them() -> None:
    (made,) = prints(finding(row_key=None, stated=None, expected=None))
    assert set(made) == {"xlVsmPlace/v1", "primaryLocationLineHash"}
    (result,) = run(report(book(finding(row_key=None, stated=None, expected=None))))["results"]
    assert not {"post", "title", "stated", "expected"} & set(result["properties"])


def test_what_was_not_checked_is_told_once_for_each_reason() -> None:
    skips = tuple(
        NotChecked(code=code, name="x", sheet="Pay", cell=cell, reason="the rate is blank")
        for code, cell in (("PEN101", "H5"), ("PEN103", "H5"), ("PEN101", "H6"))
    )
    (invocation,) = run(report(book(not_checked=skips)))["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "note"
    said = "not checked: the rate is blank (PEN101, PEN103 at Pay!H5, Pay!H6)"
    assert told["message"]["text"] == said
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0


def test_work_that_was_not_done_is_no_success(examples: xl_vsm.Report) -> None:
    assert run(examples)["invocations"][0]["executionSuccessful"] is False  # README.md
    assert run(report(book(finding())))["invocations"][0]["executionSuccessful"] is True
    stopped = run(Estate(report(book()), interrupted=True, redacted=True, profile="audit"))
    (invocation,) = stopped["invocations"]
    assert invocation["executionSuccessful"] is False
    first, *rest = (n["message"]["text"] for n in invocation["toolExecutionNotifications"])
    assert first.startswith("The run was stopped before its end: this report covers 1 workbook")
    assert "left out" in rest[0]
    assert stopped["automationDetails"]["id"] == "xl-vsm/audit/"
    assert stopped["properties"]["interrupted"] is True


def test_what_not_to_rely_on_is_said(examples: xl_vsm.Report) -> None:
    made = run(examples)
    told = [n["message"]["text"] for n in made["invocations"][0]["toolExecutionNotifications"]]
    assert any(text.startswith("ILLUSTRATIVE: pay ranges") for text in told)
    assert made["properties"]["parameters"]["illustrative"] == ["pay ranges"]
    marked = [each for each in made["results"] if each["properties"].get("illustrative")]
    assert len(marked) == sum(each.illustrative for each in examples.findings) > 0


def test_text_of_a_cell_is_shown_as_it_stands() -> None:
    made = run(hostile_report())
    messages = [each["message"]["text"] for each in made["results"]]
    messages += [n["message"]["text"] for n in made["invocations"][0]["toolExecutionNotifications"]]
    for text in messages:
        assert text.isprintable()
        assert "](" not in text
        assert "{" not in text.replace("{{", "")
    assert any("{{0}} {{{{1}}}}" in text for text in messages)


def test_every_workbook_has_its_place_among_the_artifacts() -> None:
    made = run(Estate(report(book(finding()), book(finding(), path="b.xlsx")), 20))
    uris = [each["location"]["uri"] for each in made["artifacts"]]
    assert uris == ["pay.xlsx", "b.xlsx"] * 20
    assert made["artifacts"][0]["hashes"] == {"sha-256": "0" * 64}
    for index, result in enumerate(made["results"]):
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert (place["uri"], place["index"]) == (uris[index], index)


def test_one_workbook_is_held_at_a_time() -> None:
    assert most_held(write, report(book(finding()))) <= 2
