"""The whole way: choose, look, take away, and check a mended copy; with and without scripts."""

from __future__ import annotations

import csv
import io
import json
import os
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import xl_vsm
from tests.reports.html.browser import browser_missing
from tests.reports.html.reading import flat
from tests.web.pages.officer import EXAMPLES, FAULTS, MESSY, Officer, title, words
from tests.web.pages.reader import Reader
from xl_vsm.reports.sheet_words import what_is_wrong

needs_browser = pytest.mark.skipif(browser_missing() is not None, reason=str(browser_missing()))
HOW: dict[str, dict[str, Any]] = {"scripts": {}, "no scripts": {"java_script_enabled": False}}


def findings_of(report: Any) -> list[Any]:
    return [each for workbook in report["workbooks"] for each in workbook["findings"]]


@needs_browser
@pytest.mark.parametrize("how", HOW)
def test_choose_look_take_away_and_check_again(
    reader: Callable[..., Reader], how: str, tmp_path: Path
) -> None:
    it = reader(**HOW[how])
    it.checks(FAULTS)
    assert it.heading() == "trust_board_pay_faults.xlsx 12 errors, 4 warnings and 1 note"
    assert "ILLUSTRATIVE" in it.page.locator(".rely").inner_text()
    name, data = it.takes("Annotated workbook")
    assert name == "trust_board_pay_faults annotated.xlsx"
    book = load_workbook(io.BytesIO(data))
    assert len(book.sheetnames) > len(load_workbook(FAULTS).sheetnames)
    name, data = it.takes("Report to read or print")
    assert name == "trust_board_pay_faults findings.html"
    assert data.count(b"<article") == 17
    name, data = it.takes("Report for Excel")
    assert name == "trust_board_pay_faults findings.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert sum(row["kind"] == "finding" for row in rows) == 17
    name, data = it.takes("Report for programs")
    assert name == "trust_board_pay_faults findings.json"
    assert len(findings_of(json.loads(data))) == 17
    it.page.get_by_text("How the sheets were read").click()
    name, data = it.takes("Keep how they were read")
    assert name == "trust_board_pay_faults.layout.toml"
    assert tomllib.loads(data.decode())["tables"][0]["columns"]["salary"] == "H"
    it.presses("check a mended copy")
    assert it.heading() == "Check a pay workbook"
    mended = load_workbook(FAULTS)
    mended["Board pay 2025-26"]["X16"] = 0.125
    mended.save(tmp_path / "mended.xlsx")
    it.chooses(tmp_path / "mended.xlsx")
    it.presses("Check")
    assert "X16" not in {each.inner_text() for each in it.page.locator("article .letter").all()}
    assert it.complaints == it.elsewhere == []


@needs_browser
def test_choices_go_the_whole_way(reader: Callable[..., Reader]) -> None:
    it = reader()
    it.page.get_by_text("Choose a day or a purpose").click()
    for part, said in (("Day", "1"), ("Month", "June"), ("Year", "2025")):
        it.page.get_by_label(part).nth(1).fill(said)
    it.page.get_by_label("Submission").check()
    it.chooses(FAULTS)
    it.presses("Check")
    assert "as known on 1 June 2025" in it.page.locator(".nhsuk-lede-text").inner_text()
    assert "for the purpose: submission" in it.page.locator(".nhsuk-lede-text").inner_text()
    _, data = it.takes("Report for programs")
    report = json.loads(data)
    assert (report["parameters"]["known"], report["profile"]) == ("2025-06-01", "submission")
    it.presses("check a mended copy")
    assert it.page.get_by_label("Submission").is_checked()
    assert it.page.get_by_label("Month").nth(1).input_value() == "6"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_page_says_what_the_check_says(officer: Officer, path: Path) -> None:
    expected = xl_vsm.check(path)
    page = officer.check(path)
    said = words(page)
    assert page.status_code == 200
    counts = {"error": 0, "warning": 0, "note": 0}
    for each in expected.findings:
        counts[each.severity] += 1
        assert flat(what_is_wrong(each))[:-1] in said
        assert f"About {each.code} {each.name}" in said
        for text in (each.cell, each.row_key, each.source and each.source.title):
            assert text is None or flat(text) in said
    for severity, number in counts.items():
        assert page.text.count(f'data-severity="{severity}"') == number
    for mark in ("illustrative", "pending", "transcribed"):
        for name in getattr(expected.parameters, mark):
            assert name in said
    _same_as_json(officer, page, expected)


def _same_as_json(officer: Officer, page: Any, expected: Any) -> None:
    report = officer.goes_on(page, "/download/report.json").json()
    plain = json.loads(expected.model_dump_json(by_alias=True))
    assert findings_of(report) == findings_of(plain)
    assert report["workbooks"][0]["not_checked"] == plain["workbooks"][0]["not_checked"]
    assert report["summary"] == plain["summary"]


def test_several_workbooks_one_of_them_broken(officer: Officer) -> None:
    page = officer.check(FAULTS, ("old.xls", b"\xd0\xcf\x11\xe0" * 200), MESSY / "page_breaks.xlsx")
    assert page.status_code == 200
    said = words(page)
    assert title(page) == "12 errors, 4 warnings and 2 notes in 2 of 3 workbooks"
    assert "1 workbook could not be checked" in said
    assert "Could not be checked" in said
    assert page.text.count('class="workbook"') == 3
    annotated = officer.goes_on(page, "/download/annotated", which="page_breaks.xlsx")
    assert "page_breaks%20annotated.xlsx" in annotated.headers["content-disposition"]
    report = officer.goes_on(page, "/download/report.csv")
    named = "trust_board_pay_faults%20and%202%20more%20findings.csv"
    assert named in report.headers["content-disposition"]


def test_workbooks_of_one_name_are_told_apart(officer: Officer) -> None:
    data = FAULTS.read_bytes()
    page = officer.check(("pay.xlsx", data), ("pay.xlsx", data))
    assert "pay.xlsx" in words(page)
    assert "pay (2).xlsx" in words(page)
    annotated = officer.goes_on(page, "/download/annotated", which="pay (2).xlsx")
    assert "pay%20%282%29%20annotated.xlsx" in annotated.headers["content-disposition"]


def test_a_workbook_too_large_for_the_page_is_asked_for_again(
    officer: Officer, tmp_path: Path
) -> None:
    book = load_workbook(MESSY / "page_breaks.xlsx")
    # Pictures and the like are neither read nor pressed further.
    path = tmp_path / "large.xlsx"
    book.save(path)
    _padded(path, 9_000_000)
    page = officer.check(path)
    assert "Choose the same workbook again" in words(page)
    assert len(page.content) < 1_000_000
    lost = officer.goes_on(page, "/download/report.json")
    assert lost.status_code == 422
    assert "Choose the same workbook again: large.xlsx" in words(lost)
    key = ("form_key", officer.key)
    again = officer.send("/download/report.json", [key], path)
    assert again.json()["summary"]["workbooks"] == 1


def _padded(path: Path, size: int) -> None:

    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/media/picture.bin", os.urandom(size))
