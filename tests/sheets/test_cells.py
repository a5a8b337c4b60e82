"""What the reference reader makes of formulas, errors and numbers that are none."""

import datetime as dt

import pytest
import xlsxwriter
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from xl_vsm.sheets import read, read_bytes
from xl_vsm.sheets.addresses import a1, letters, number, parse
from xl_vsm.sheets.cells import Cell, Grid
from xl_vsm.sheets.openpyxl_reader import read_cells

from .books import HEADINGS, only, sheet_of, with_part, write, write_sheets

SHEET = "xl/worksheets/sheet1.xml"


def test_formulas_with_their_stored_values(tmp_path):
    path = tmp_path / "pay.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Pay")
    sheet.write_row(0, 0, ["Post", "Salary", "FTE", "Actual pay", "Position in range", "Notes"])
    sheet.write_row(1, 0, ["CEO", 171250, 0.8])
    sheet.write_formula("D2", "=B2*C2", None, 137000)
    sheet.write_array_formula("E2:E2", "{=IF(B2>1,B2)}", None, "in range")
    sheet.write_formula("F2", '=IF(B2=0,"x","")', None, "")
    sheet.write_row(2, 0, ["CFO", None, 1])
    sheet.write_formula("B3", "=1/0", None, "#DIV/0!")
    book.close()
    # Excel gives an empty text its type; without one, nothing was ever stored.
    typed = (b'<c r="F2">', b'<c r="F2" t="str">')
    path.write_bytes(with_part(path.read_bytes(), SHEET, lambda old: old.replace(*typed)))
    first, second = read(path).rows
    assert first.actual_pay
    assert (first.actual_pay.value, first.actual_pay.formula) == (137000, "=B2*C2")
    assert first.position
    assert (first.position.value, first.position.formula) == ("in range", "=IF(B2>1,B2)")
    assert first.notes
    assert first.notes.state == "blank"
    assert first.notes.formula
    assert second.salary
    assert (second.salary.state, second.salary.raw) == ("error value", "#DIV/0!")
    assert second.salary.value is None


def test_a_formula_that_was_never_calculated(tmp_path):
    row = only(read(write(tmp_path, [HEADINGS, ["CEO", "=1+1", 1]])))
    assert row.salary
    assert (row.salary.state, row.salary.formula) == ("not calculated", "=1+1")


def test_data_tables_and_array_formulas_have_a_text(tmp_path):
    def finish(book):
        sheet_of(book)["A1"] = ArrayFormula("A1:A2", "=ROW(A1:A2)")
        sheet_of(book)["B1"] = DataTableFormula("B1:B2", r1="C1")

    path = write_sheets(tmp_path, {"Pay": []}, then=finish)
    grid = read_cells(path.read_bytes(), "pay.xlsx").sheets[0]
    assert grid.at(1, 1).formula == "=ROW(A1:A2)"
    assert grid.at(1, 2).formula == "={TABLE(C1)}"
    assert not grid.at(1, 2).calculated


def test_a_number_that_is_none_spoils_its_own_cell_only(tmp_path):
    rows = [HEADINGS, ["CEO", 171250, 1], ["CFO", 150000, 1], ["CNO", "x", True]]
    data = write(tmp_path, rows).read_bytes()
    data = with_part(data, SHEET, lambda old: old.replace(b"171250", b"NaN"))
    first, second, third = read_bytes(data, "pay.xlsx").rows
    assert first.salary
    assert (first.salary.state, first.salary.raw) == ("unreadable", "NaN")
    assert second.salary
    assert second.salary.value == 150000
    assert third.fte
    assert third.fte.state == "unreadable"


def test_a_number_too_large_for_any_computer(tmp_path):
    data = write(tmp_path, [HEADINGS, ["CEO", 171250, 1]]).read_bytes()
    data = with_part(data, SHEET, lambda old: old.replace(b"171250", b"1E+400"))
    row = only(read_bytes(data, "pay.xlsx"))
    assert row.salary
    assert row.salary.state == "unreadable"
    assert "finite" in row.salary.reason


def test_the_calendar_of_1904(tmp_path):
    path = tmp_path / "pay.xlsx"
    book = xlsxwriter.Workbook(str(path), {"date_1904": True})
    sheet = book.add_worksheet("Pay")
    sheet.write_row(0, 0, ["Post", "Salary", "Appointed", "Left"])
    sheet.write_row(1, 0, ["CEO", 171250])
    sheet.write_datetime("C2", dt.date(2025, 4, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_number("D2", 45748 - 1462)
    book.close()
    row = only(read(path))
    assert row.appointed
    assert row.left
    assert row.appointed.value == row.left.value == dt.date(2025, 4, 1)


def test_a_date_beyond_the_calendar_does_not_stop_the_reading(tmp_path):
    def finish(book):
        sheet_of(book)["C2"].number_format = "dd/mm/yyyy"

    rows = [["Post", "Salary", "Appointed"], ["CEO", 1, 99999999]]
    row = only(read(write_sheets(tmp_path, {"Pay": rows}, then=finish)))
    assert row.appointed
    assert row.appointed.state == "error value"


def test_hidden_columns_in_a_run(tmp_path):
    def finish(book):
        sheet_of(book).column_dimensions.group("B", "D", hidden=True)

    path = write_sheets(tmp_path, {"Pay": [[1, 2, 3, 4, 5]]}, then=finish)
    grid = read_cells(path.read_bytes(), "pay.xlsx").sheets[0]
    assert grid.hidden_columns == {2, 3, 4}
    assert grid.at(1, 3).hidden
    assert not grid.at(1, 5).hidden


def test_the_file_is_not_touched(tmp_path):
    path = write(tmp_path, [HEADINGS, ["CEO", 171250, 1]])
    before = path.read_bytes()
    book = read(path)
    assert path.read_bytes() == before
    assert len(book.sha256) == 64
    assert book.path == str(path)


def test_addresses():
    assert [letters(n) for n in (1, 26, 27, 702, 703, 16384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert number("xfd") == 16384
    assert a1(14, 8) == "H14"
    assert parse("'Bob''s pay'!$B$4") == ("Bob's pay", 4, 2)
    assert parse("Details!B4") == ("Details", 4, 2)
    for bad in ("4", "", "XFE", "B4"):
        with pytest.raises(ValueError, match="column"):
            number(bad)
    for bad in ("B4", "!B4", "Details!4", "Details!A1048577"):
        with pytest.raises(ValueError, match="is not a cell"):
            parse(bad)


def test_cells():
    assert Cell(14, 8).address == "H14"
    assert Cell(1, 1, "  ").empty
    assert not Cell(1, 1, error="#REF!").empty
    assert Grid("Pay").merge_at(1, 1) is None
