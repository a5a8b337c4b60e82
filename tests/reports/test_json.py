from __future__ import annotations

import json
import os
import sys
from io import StringIO
from pathlib import Path

import pytest
from pydantic import ValidationError

import xl_vsm
from tests.conftest import ROOT
from tests.posts import DIRECTOR, report_on
from tests.reports.hostile import book, finding
from tests.reports.hostile import report as made_of
from tests.reports.many import Estate, most_held
from xl_vsm.findings import Report
from xl_vsm.reports.json_report import as_json, in_ascii, write


def test_what_was_written_can_be_read_again(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR | {"pension_tier": 5, "band": None, "fte": "#N/A"})
    text = as_json(report)
    assert Report.model_validate_json(text) == report
    assert as_json(Report.model_validate_json(text)) == text
    assert text.endswith("}\n")
    assert json.loads(text)["schema"] == 1


def test_text_from_a_cell_is_data(tmp_path: Path) -> None:
    nasty = 'l5 "quoted" \\ [bold]\n\x9b31m </script>'
    report, _ = report_on(tmp_path, DIRECTOR | {"pension_tier": nasty})
    (found,) = (f for f in json.loads(as_json(report))["workbooks"][0]["findings"][:1])
    assert "quoted" in found["stated"]
    assert Report.model_validate_json(as_json(report)) == report


def test_the_shape_is_closed(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR)
    made = json.loads(as_json(report))
    for broken in (made | {"extra": 1}, made | {"schema": 2}, made | {"summary": None}):
        with pytest.raises(ValidationError):
            Report.model_validate(broken)


def test_what_is_streamed_is_what_the_model_would_write_at_once() -> None:
    examples = sorted((ROOT / "workbooks" / "examples").glob("*.xlsx"))
    for report in (xl_vsm.check(examples), xl_vsm.check([])):
        assert as_json(report) == report.model_dump_json(by_alias=True, indent=2) + "\n"
    assert next(iter(json.loads(as_json(report)))) == "schema"


def test_a_report_that_is_no_model_reads_as_one(tmp_path: Path) -> None:
    report, _ = report_on(tmp_path, DIRECTOR)
    estate = Estate(report, times=3)
    assert Report.model_validate_json(as_json(estate)).workbooks == report.workbooks * 3


def test_signs_that_cannot_be_seen_are_escaped(tmp_path: Path) -> None:
    nasty = "l5 \u202e\u2028\x85\x9b\u200b Ŵ£ \U0001f600"
    report, _ = report_on(tmp_path, DIRECTOR | {"pension_tier": nasty})
    text = as_json(report)
    assert not set("\u202e\u2028\x85\x9b\u200b") & set(text)
    assert "Ŵ£ \U0001f600" in text
    plain = StringIO()
    write(report, plain, only_ascii=True)
    assert plain.getvalue() == in_ascii(text)
    assert plain.getvalue().isascii()
    assert json.loads(plain.getvalue()) == json.loads(text)
    assert Report.model_validate_json(plain.getvalue()) == report


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text on this system")
def test_a_file_name_in_no_encoding(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.xlsx")
    Path(path).write_bytes(b"no workbook")
    text = as_json(xl_vsm.check(path))
    text.encode()
    assert json.loads(text)["workbooks"][0]["path"].endswith("/\ufffd\ufffd.xlsx")


def test_one_workbook_is_held_at_a_time() -> None:
    assert most_held(write, made_of(book(finding()))) <= 2
