"""The example workbooks: what a check finds in each, and that anyone can make them again."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import xl_vsm
from tests.committee.office import converted
from tests.conftest import ROOT
from xl_vsm.findings import Finding

EXAMPLES = ROOT / "workbooks" / "examples"
CORRECT = ["afc_2025_26", "trust_board_pay", "icb_pay"]
FAULTS = "trust_board_pay_faults"


def _findings(name: str) -> list[Finding]:
    return list(xl_vsm.check(EXAMPLES / f"{name}.xlsx").findings)


@pytest.mark.parametrize("name", CORRECT)
def test_nothing_is_found_but_that_the_ranges_are_illustrative(name: str) -> None:
    found = _findings(name)
    assert all(f.illustrative and f.severity == "note" for f in found)
    assert [f.code for f in found] == ([] if name.startswith("afc") else ["BND001"])


def test_each_fault_is_found_at_its_cell_and_nothing_else() -> None:
    with (EXAMPLES / "trust_board_pay_faults.csv").open(encoding="utf-8", newline="") as file:
        planted = {(row["sheet"], row["cell"], row["code"]) for row in csv.DictReader(file)}
    found = [f for f in _findings(FAULTS) if f.code != "BND001"]
    assert len(planted) == len({code for _, _, code in planted}) == 16
    assert {(f.sheet, f.cell, f.code) for f in found} == planted
    assert len(found) == len(planted)


def test_every_pay_point_is_read() -> None:
    report = xl_vsm.check(EXAMPLES / "afc_2025_26.xlsx")
    assert report.summary.rows == 30
    assert report.workbooks[0].effective == date(2025, 4, 6)


def test_the_tiers_as_first_published_are_another_answer() -> None:
    report = xl_vsm.check(EXAMPLES / "afc_2025_26.xlsx", known=date(2025, 6, 1))
    # Pay points between a threshold of March 2025 and the one that replaced it that July.
    moved = {"E10", "E13", "E19"}
    tiers = {f.cell: f for f in report.findings if f.code == "PEN102"}
    assert tiers.keys() >= moved
    assert all("published March 2025" in f.message for f in tiers.values())
    assert all("which nobody knew on 1 June 2025" in f.message for f in tiers.values())


def test_the_board_is_read_as_a_person_reads_it() -> None:
    workbook = xl_vsm.check(EXAMPLES / "trust_board_pay.xlsx").workbooks[0]
    (sheet,) = [sheet for sheet in workbook.sheets if sheet.header_row]
    assert workbook.rows == 16
    assert workbook.effective == date(2025, 9, 30)
    assert sheet.header_row == 5
    assert {"salary": "H", "pension_rate": "X", "premium_rate": "N"}.items() <= (
        sheet.columns.items()
    )
    assert sheet.unknown == ()
    reasons = " ".join(row.reason for row in sheet.skipped).casefold()
    assert all(word in reasons for word in ("total", "heading", "note"))


def test_the_award_of_2026_27_is_pending() -> None:
    report = xl_vsm.check(EXAMPLES / "icb_pay.xlsx")
    assert report.parameters.pending == ("withholding terms",)
    # The scale stands beside each post's pay in the report's picture.
    scale = "Agenda for Change pay points"
    assert report.parameters.transcribed == (scale, "member contribution tiers")


def test_anyone_can_make_them_again(tmp_path: Path) -> None:
    maker = ROOT / "workbooks" / "make_examples.py"
    subprocess.run([sys.executable, str(maker), str(tmp_path)], check=True)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in EXAMPLES.iterdir())
    for name in made:
        if name.endswith(".csv"):
            assert (tmp_path / name).read_bytes() == (EXAMPLES / name).read_bytes()
        else:
            assert _cells(tmp_path / name) == _cells(EXAMPLES / name)


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the examples as LibreOffice calculates them, all in one start."""
    paths = [EXAMPLES / f"{name}.xlsx" for name in (*CORRECT, FAULTS)]
    return converted(paths, "xlsx", tmp_path_factory.mktemp("again"))


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", [*CORRECT, FAULTS])
def test_libreoffice_calculates_the_stored_values(name: str, again: Path) -> None:
    stored, formulas = _values(EXAMPLES / f"{name}.xlsx"), 0
    for place, value in _values(again / f"{name}.xlsx").items():
        if isinstance(value, int | float):
            assert value == pytest.approx(stored[place], abs=1e-9), place
            formulas += 1
    assert formulas > 20


def _values(path: Path) -> dict[tuple[str, str], object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _cells(path: Path) -> list[tuple[str, str, object, object]]:
    values = _values(path)
    book = openpyxl.load_workbook(path)
    return [
        (sheet.title, cell.coordinate, cell.value, values.get((sheet.title, cell.coordinate)))
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    ]
