"""The JSON of `xl-vsm check`, key by key as the public contract has it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, write
from xl_vsm.cli import main
from xl_vsm.release import VERSION

DATE = re.compile(r"\d{4}-\d\d-\d\d")
TEXT, COUNT, TRUTH = str, int, bool
MAYBE = (str, type(None))

FINDING: dict[str, Any] = {
    "code": TEXT,
    "name": TEXT,
    "severity": TEXT,
    "sheet": MAYBE,
    "cell": MAYBE,
    "field": MAYBE,
    "row_key": MAYBE,
    "stated": MAYBE,
    "expected": MAYBE,
    "message": TEXT,
    "why": TEXT,
    "help_url": TEXT,
    "illustrative": TRUTH,
}


@pytest.fixture
def report(tmp_path: Path) -> dict[str, Any]:
    post = DIRECTOR | {"pension_tier": 5, "band": "B", "award_amount": "TBC"}
    book = write(tmp_path, post)
    to = tmp_path / "report.json"
    words = ["check", str(book.path), "--effective", "2025-09-30", "--known", "2026-03-31"]
    assert main([*words, "--format", "json", "--output", str(to)]) == 1
    text = to.read_text(encoding="utf-8")
    assert text.endswith("}\n")
    made = json.loads(text)
    assert isinstance(made, dict)
    return made


def test_the_outermost_keys(report: dict[str, Any]) -> None:
    assert report.keys() >= {"schema", "tool", "parameters", "workbooks", "summary"}
    assert report["schema"] == 1
    assert report["tool"] == {"name": "xl-vsm", "version": VERSION}
    counted = {"error": 2, "warning": 1, "note": 1, "rows": 1, "workbooks": 1}
    assert report["summary"].items() >= counted.items()


def test_the_parameters(report: dict[str, Any]) -> None:
    parameters = report["parameters"]
    assert parameters["release"]
    assert (parameters["effective"], parameters["known"]) == ("2025-09-30", "2026-03-31")
    assert parameters["illustrative"] == ["pay ranges"]
    names = [used["name"] for used in parameters["used"]]
    assert names == sorted(set(names))
    used = {each["name"]: each for each in parameters["used"]}
    assert used["member-contribution-tiers"]["publication"] == "2025-07"
    assert used["pay-ranges"]["publication"] == "illustrative"


def test_the_workbook(report: dict[str, Any]) -> None:
    (workbook,) = report["workbooks"]
    assert workbook["path"].endswith("pay.xlsx")
    assert re.fullmatch("[0-9a-f]{64}", workbook["sha256"])
    assert workbook["rows"] == 1
    (sheet,) = workbook["sheets"]
    assert sheet["name"] == "Pay"
    assert sheet["header_row"] == 5
    assert sheet["columns"].keys() == DIRECTOR.keys()
    assert sheet["columns"]["post"] == "A"


def test_every_finding(report: dict[str, Any]) -> None:
    findings = report["workbooks"][0]["findings"]
    assert [f["code"] for f in findings] == ["BND101", "WBK101", "PEN102", "BND001"]
    for finding in findings:
        for key, kind in FINDING.items():
            assert isinstance(finding[key], kind), (finding["code"], key)
        assert finding["severity"] in {"error", "warning", "note"}
        assert "source" in finding
        if finding["source"] is not None:
            assert isinstance(finding["source"]["title"], str)
            assert isinstance(finding["source"]["url"], MAYBE)
    tier = findings[2]
    assert (tier["stated"], tier["expected"], tier["cell"]) == ("5", "6", "T6")
    assert (tier["field"], tier["row_key"]) == ("pension_tier", "1001")
    assert tier["source"]["url"].startswith("https://www.legislation.gov.uk/")
    assert findings[-1]["cell"] is None
    assert [f["illustrative"] for f in findings] == [True, False, False, True]


def test_what_was_not_checked(report: dict[str, Any]) -> None:
    # Where there is no column at all there is no cell, and any new check may add to those.
    skipped = [each for each in report["workbooks"][0]["not_checked"] if each["cell"]]
    assert {each["code"] for each in skipped} == {"AWD102", "AWD103", "AWD104"}
    for each in skipped:
        assert each["cell"] == "R6"
        assert each["reason"] == "the award amount cannot be read: 'TBC'"


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "gone.xlsx"), "--format", "json"]) == 2
    made = json.loads(capsys.readouterr().out)
    (workbook,) = made["workbooks"]
    assert workbook["sha256"] is None
    assert workbook["rows"] == 0
    assert workbook["findings"][0]["cell"] is None
    assert made["parameters"]["used"] == []
    assert made["parameters"]["known"] is None
