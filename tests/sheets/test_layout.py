"""A layout file in place of the headings."""

import pytest

from xl_vsm.sheets import Layout, RefusedFile, read

from .books import HEADINGS, sheet_of, write, write_sheets

LAYOUT = """
particulars = {turnover = "Details!B4", effective = "'Details'!A1"}

[[tables]]
sheet = "pay"
header_row = 2
columns = {post = "a", salary = "C"}
"""
ROWS = [["Who", "x", "How much (£000)"], ["who", "x", "£000"], ["CEO", 1, 171.25], ["CFO", 1, 150]]
DETAILS = [["VSM pay as at 30 September 2025"], [], [], ["Turnover (£m)", 612]]


@pytest.fixture
def layout_file(tmp_path):
    def made(text):
        path = tmp_path / "pay.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return made


def test_a_layout_stands_in_for_the_headings(tmp_path, layout_file):
    layout = Layout.load(layout_file(LAYOUT))
    book = read(write_sheets(tmp_path, {"Pay": ROWS, "Details": DETAILS}), layout)
    assert not book.faults
    assert book.sheets[0].header_row == 2
    assert book.sheets[0].columns == {"post": "A", "salary": "C"}
    assert [row.key for row in book.rows] == ["CEO", "CFO"]
    assert book.rows[0].salary
    assert book.rows[0].salary.value == 171250
    assert book.particulars.turnover
    assert book.particulars.turnover.value == 612_000_000
    assert book.particulars.effective
    assert str(book.particulars.effective.value) == "2025-09-30"


def test_two_tables_of_one_sheet_and_one_without_headings(tmp_path):
    tables = [
        {"sheet": "Pay", "header_row": 0, "columns": {"post": "A", "salary": "B"}},
        {"sheet": "Pay", "header_row": 3, "columns": {"post": "B", "salary": "A"}},
    ]
    rows = [["CEO", 171250], [], ["Money", "Who"], [150000, "CFO"]]
    book = read(write(tmp_path, rows), Layout.model_validate({"tables": tables}))
    assert [(row.key, row.number) for row in book.rows] == [("CEO", 1), ("CFO", 4)]
    assert [row.salary.value for row in book.rows if row.salary] == [171250, 150000]


def test_other_sheets_are_still_inferred(tmp_path):
    table = {"sheet": "Odd", "header_row": 1, "columns": {"post": "A", "salary": "B"}}
    sheets = {"Odd": [["Who", "How much"], ["CEO", 1]], "Pay": [HEADINGS, ["CFO", 2, 1]]}
    book = read(write_sheets(tmp_path, sheets), Layout.model_validate({"tables": [table]}))
    assert [row.key for row in book.rows] == ["CEO", "CFO"]


def test_a_layout_settles_an_ambiguous_column(tmp_path):
    table = {"sheet": "Pay", "header_row": 1, "columns": {"post": "A", "salary": "C"}}
    rows = [["Post", "Salary", "Base pay", "FTE"], ["CEO", 1, 2, 1]]
    book = read(write(tmp_path, rows), Layout.model_validate({"tables": [table]}))
    assert not book.faults
    assert book.rows[0].salary
    assert book.rows[0].salary.value == 2


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"sheet": "Other"}, "names a sheet Other, but the workbook has only Pay"),
        ({"header_row": 40}, "header_row 40 lies below everything on the sheet Pay"),
        ({"columns": {"salary": "Q"}}, "column Q is the salary, but it is empty on the sheet Pay"),
    ],
)
def test_a_layout_that_does_not_fit(tmp_path, table, words):
    given = {"sheet": "Pay", "header_row": 1, "columns": {"salary": "B"}, **table}
    book = read(
        write(tmp_path, [HEADINGS, ["CEO", 1, 1]]), Layout.model_validate({"tables": [given]})
    )
    fault = book.faults[0]
    assert (fault.code, fault.name) == ("WBK204", "layout-does-not-fit")
    assert words in fault.message


def test_a_particular_without_a_label(tmp_path):
    layout = Layout.model_validate({"particulars": {"turnover": "Pay!B9", "segment": "Pay!A9"}})
    rows = [HEADINGS, ["CEO", 1, 1], *[[]] * 6, ["x", "£612m"]]
    book = read(write(tmp_path, rows), layout)
    assert book.particulars.turnover
    assert book.particulars.turnover.value == 612_000_000
    assert book.particulars.segment
    assert book.particulars.segment.state == "unreadable"


def test_a_particulars_sheet_that_is_not_there(tmp_path):
    layout = Layout.model_validate({"particulars": {"turnover": "Details!B4"}})
    (fault,) = read(write(tmp_path, [HEADINGS, ["CEO", 1, 1]]), layout).faults
    assert "names a sheet Details" in fault.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tables = [", "is not valid TOML"),
        ("sheets = 1", "sheets"),
        (LAYOUT.replace("salary =", "wage ="), "no column can be 'wage'"),
        (LAYOUT.replace('"C"', '"7"'), "'7' is not a column"),
        (LAYOUT.replace('"C"', '"XFE"'), "beyond Excel's last column"),
        (LAYOUT.replace("turnover =", "profit ="), "nothing is called 'profit' here"),
        (LAYOUT.replace("Details!B4", "B4"), "'B4' is not a cell: write it as Sheet!B4"),
        (LAYOUT.replace("header_row = 2", 'header_row = "2"'), "tables.0.header_row"),
    ],
)
def test_a_layout_file_that_is_none(layout_file, text, words):
    with pytest.raises(RefusedFile) as caught:
        Layout.load(layout_file(text))
    assert (caught.value.code, caught.value.name) == ("WBK204", "layout-does-not-fit")
    assert words in caught.value.message


def test_a_layout_file_that_is_not_there(tmp_path):
    with pytest.raises(RefusedFile, match="No such file"):
        Layout.load(tmp_path / "none.toml")


def test_a_layout_is_shown_kept_and_read_again(tmp_path, layout_file):
    def finish(book):
        sheet_of(book, "Pay").title = 'Bob\'s "pay"'

    sheets = {
        "Pay": [["Organisation: Anytown"], ["Pay as at 30/09/2025"], [], HEADINGS, ["CEO", 1, 1]],
        "Details": [["Turnover (£m)", 612], ["Segment", "TBC"]],
        "More": [["Segment (NOF)"], [3]],
    }
    path = write_sheets(tmp_path, sheets, then=finish)
    inferred = read(path)
    kept = Layout.of(inferred)
    again = Layout.load(layout_file(kept.to_toml()))
    assert again == kept
    assert kept.particulars["turnover"] == "Details!B1"
    assert kept.particulars["organisation"] == "'Bob''s \"pay\"'!A1"
    assert (
        "segment"
        not in Layout.of(read(write(tmp_path, [["Segment", "TBC"]], name="b.xlsx"))).particulars
    )
    laid_out = read(path, again)
    assert laid_out.particulars == inferred.particulars
    assert laid_out.rows == inferred.rows
    assert laid_out.sheets[0].columns == inferred.sheets[0].columns
    assert Layout().to_toml() == "\n"
