"""The formula that colours a cell, as another program than ours works it out."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.committee.office import converted
from tests.open_book.model import Open
from tests.open_book.test_findings_sheet import OURS, PAY
from tests.open_book.windows import Windows


@pytest.mark.libreoffice
def test_the_rules_hold_at_the_wrong_cells_and_nowhere_else(
    windows: Windows, faults: Open, tmp_path: Path
) -> None:
    report = windows.press(faults)
    made = openpyxl.Workbook()
    pay, ours = made.active, made.create_sheet(OURS)
    pay.title = PAY
    for (row, column), held in faults.page(OURS).cells.items():
        if held.formula and column != 10:
            ours.cell(row, column, held.formula)
    error = next(r for r in faults.page(PAY).rules if '"error ' in r.formula)
    for row in range(1, 31):
        for column in range(1, 31):
            pay.cell(row, column, error.formula)
    path = tmp_path / "rules.xlsx"
    made.save(path)
    out = converted([path], "xlsx", tmp_path / "again")
    again = openpyxl.load_workbook(out / path.name, data_only=True)
    holds = {
        cell.coordinate for row in again[PAY].iter_rows() for cell in row if cell.value is True
    }
    (workbook,) = report["workbooks"]
    wrong = [each for each in workbook["findings"] if each["cell"]]
    assert holds == {each["cell"] for each in wrong if each["severity"] == "error"}
    links = {again[OURS].cell(row, 4).value for row in range(1, again[OURS].max_row + 1)}
    assert links - {None} == {each["cell"] for each in wrong}
