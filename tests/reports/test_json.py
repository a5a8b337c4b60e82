from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.posts import DIRECTOR, report_on
from xl_vsm.findings import Report
from xl_vsm.reports.json_report import as_json


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
