"""A layout that was kept, used again when columns, rows and sheets have moved."""

from pathlib import Path

import pytest

import xl_vsm
from xl_vsm.cli import main
from xl_vsm.sheets import Layout, RefusedFile, read

from .books import write, write_sheets

HEADINGS = ["Who", "Hrs", "Worth 2025/26 (£000)", "Pay rate"]
POSTS = [["CEO", 1, 171.25, 0.125], ["CFO", 0.5, 150, 0.107]]
LAYOUT = """
[[tables]]
sheet = "Pay 2025-26"
header_row = 1
[tables.columns]
post = "A"
fte = "B"
salary = "C"
[tables.headings]
A = "Who"
B = "Hrs"
C = "Worth 2025/26 (£000)"
D = "Pay rate"
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    path = tmp_path / "kept.toml"
    path.write_text(LAYOUT, encoding="utf-8")
    return Layout.load(path)


def test_a_sheet_that_has_not_changed(tmp_path, layout):
    book = read(write(tmp_path, [HEADINGS, *POSTS], sheet="Pay 2025-26"), layout)
    assert not book.faults
    assert book.sheets[0].notes == ()
    assert book.rows[0].salary.value == 171250
    assert book.sheets[0].reading["salary"].why == "told by the layout file"


def test_next_years_sheet_with_columns_and_rows_moved(tmp_path, layout):
    rows = [
        ["VSM pay"],
        [],
        ["New", "Who", "Worth 2026/27 (£000)", "Hrs"],
        ["x", "CEO", 176, 1],
        ["x", "CFO", 155, 0.5],
    ]
    book = read(write(tmp_path, rows, sheet="Pay 2026-27"), layout)
    assert not book.faults
    (sheet,) = book.sheets
    assert sheet.header_row == 3
    assert sheet.columns == {"post": "B", "fte": "D", "salary": "C"}
    assert [row.salary.value for row in book.rows] == [176000, 155000]
    assert sheet.notes == (
        "read as the layout file says of Pay 2025-26, for it has the same headings",
        "the headings that the layout file knows are now in row 3",
        "the post has moved from column A to B",
        "the whole time equivalent has moved from column B to D",
    )


def test_a_heading_that_is_gone_is_not_guessed(tmp_path, layout):
    rows = [["Who", "Hrs", "Something else"], ["CEO", 1, 171.25]]
    book = read(write(tmp_path, rows, sheet="Pay 2025-26"), layout)
    (fault,) = book.faults
    assert fault.code == "WBK204"
    assert 'the salary stands under "Worth 2025/26 (£000)", which heads no one column' in (
        fault.message
    )
    assert book.rows[0].salary is None


def test_two_sheets_with_the_same_headings_are_not_chosen_between(tmp_path, layout):
    sheets = {"North": [HEADINGS, *POSTS], "South": [HEADINGS, *POSTS]}
    book = read(write_sheets(tmp_path, sheets), layout)
    assert "names a sheet Pay 2025-26" in book.faults[0].message


def test_a_letter_that_was_corrected_is_obeyed(tmp_path):
    corrected = LAYOUT.replace('salary = "C"', 'salary = "D"')
    path = tmp_path / "kept.toml"
    path.write_text(corrected, encoding="utf-8")
    book = read(write(tmp_path, [HEADINGS, *POSTS], sheet="Pay 2025-26"), Layout.load(path))
    assert book.rows[0].salary.cell == "D2"


@pytest.mark.parametrize(
    "change",
    [
        'header_column = "A"\nheader_row = 1',
        "",
    ],
)
def test_a_table_lies_one_way_round(tmp_path, change):
    path = tmp_path / "kept.toml"
    path.write_text(LAYOUT.replace("header_row = 1", change), encoding="utf-8")
    with pytest.raises(RefusedFile, match="give header_row and columns, or, where posts stand"):
        Layout.load(path)


def test_a_layout_beside_the_workbook_is_used_and_said_so(tmp_path, capsys):
    path = write(tmp_path, [HEADINGS, *POSTS], sheet="Pay 2025-26")
    assert read(path).faults[0].code == "WBK201"
    (tmp_path / "pay.layout.toml").write_text(LAYOUT, encoding="utf-8")
    report = xl_vsm.check(path).workbooks[0]
    (said,) = [each for each in report.findings if each.code == "WBK206"]
    assert said.severity == "note"
    assert "pay.layout.toml beside it" in said.message
    assert report.rows == 2
    assert main(["layout", str(path)]) == 0
    assert "WBK206 layout-file-used" in capsys.readouterr().out
    given = Layout.model_validate(
        {"tables": [{"sheet": "x", "header_row": 1, "columns": {"post": "A"}}]}
    )
    assert "WBK206" not in {f.code for f in xl_vsm.check(path, layout=given).findings}


def test_a_file_beside_the_workbook_that_is_no_layout(tmp_path, capsys):
    path = write(tmp_path, [HEADINGS, *POSTS], sheet="Pay 2025-26")
    kept = tmp_path / "pay.layout.toml"
    assert main(["layout", str(path), "--save", str(kept)]) == 0
    assert "it is used whenever pay.xlsx is read" in capsys.readouterr().out
    kept.write_text("sheets = 1", encoding="utf-8")
    report = xl_vsm.check(path)
    assert [each.code for each in report.findings] == ["WBK204"]
    assert report.exit_code() == 2
