"""The template, filled in and calculated by LibreOffice with these functions in it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import xl_vsm
from tests.posts import DAY, reasons
from tests.template.filling import filled
from tests.template.office import converted
from xl_vsm.parameters import Parameters
from xl_vsm.replay.replay import replay
from xl_vsm.sheets import read_bytes
from xl_vsm.template import Settings, template

ONLY = ["VSM_STATUS tells of the release that answered it"]


@pytest.mark.libreoffice
def test_a_calculated_template_agrees_with_itself(tmp_path: Path) -> None:
    path = converted(filled(tmp_path / "pay.xlsx"), tmp_path, "xlsx", functions=True)
    report = xl_vsm.check(path, recalculate=True)
    assert [f.message for f in report.findings if f.code.startswith("WBK3")] == []
    # Every answer of ours was answered again, however it is wrapped, named and spilled.
    assert reasons(report, "WBK301") == ONLY
    assert reasons(report, "WBK304") == []
    values = openpyxl.load_workbook(path, data_only=True)["Pay"]
    assert values["X7"].value == 6


def test_a_blank_template_says_why_nothing_was_answered_again() -> None:
    cells = read_bytes(template(Settings(rows=5)), "pay.xlsx").cells
    found = replay(cells, Parameters(DAY))
    assert found.differences == []
    assert any("never calculated" in each.reason for each in found.unanswered)
