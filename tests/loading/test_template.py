"""The empty table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from xl_vsm.loading import LoadingError, write_template
from xl_vsm.loading.template import NOTES_SHEET, SHEET

from .filled import lines


def test_the_workbook_has_a_row_for_each_range_and_a_frozen_header(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path)
    workbook = load_workbook(path)
    sheet = workbook[SHEET]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert rows[0] == (
        "Organisation",
        "Band",
        "From",
        "Role",
        "Minimum",
        "Operational maximum",
        "Exception zone maximum",
    )
    assert [(r[0], r[1], r[3]) for r in rows[1:]] == [(e[0], e[1], e[3]) for e in lines()]
    assert [r[2] for r in rows[1:]] == [0 if r[1] == "A" else None for r in rows[1:]]
    assert all(value is None for r in rows[1:] for value in r[4:])
    assert sheet.freeze_panes == "A5"
    assert sheet["E5"].number_format == sheet["C5"].number_format == "£#,##0"
    assert sheet["C15"].number_format == "#,##0"  # people, not pounds
    assert "Work nothing out" in str(workbook[NOTES_SHEET]["A3"].value)


def test_the_csv_file_opens_in_excel_with_its_signs(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_template(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [(r[0], r[1], r[3]) for r in rows[1:]] == [(e[0], e[1], e[3]) for e in lines()]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("t.ods", "is of another kind"),
        ("there.csv", "is there already, perhaps filled in"),
        ("nowhere/t.xlsx", "cannot be written: No such file or directory"),
    ],
)
def test_a_place_where_it_cannot_go_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "there.csv").write_text("filled in", encoding="utf-8")
    with pytest.raises(LoadingError, match=said):
        write_template(tmp_path / name)
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "filled in"
