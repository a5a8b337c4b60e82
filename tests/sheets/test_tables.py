"""Where a table begins, what its columns are, and which of its rows are posts."""

from datetime import date
from decimal import Decimal

from xl_vsm.sheets import read

from .books import HEADINGS, only, pay, sheet_of, write, write_sheets

GROUPS = (
    ("Post", ("Ref", "Title", "Role", "Contract", "In post from", "Left", "WTE")),
    ("Base pay", ("Salary", "Actual pay", "VSM band", "Position in range")),
    ("Pay premium", ("Ground", "Rate", "£ a year", "Start", "End", "Extended")),
    ("Annual award 2025/26", ("Objectives met", "Formal performance management", "Outcome")),
    ("NHS Pension Scheme", ("Pensionable pay", "Tier", "Rate", "Contribution")),
    ("Approval", ("Approved by", "Reference")),
)
FIELDS = [
    *("reference", "post", "role", "contract", "appointed", "left", "fte"),
    *("salary", "actual_pay", "band", "position"),
    *("premium_ground", "premium_rate", "premium_amount"),
    *("premium_start", "premium_end", "premium_extended"),
    *("objectives_met", "performance_management", "award_outcome"),
    *("pensionable_pay", "pension_tier", "pension_rate", "pension_contribution"),
    *("approval", "approval_reference", "notes"),
]


def two_rows(folder, *, merged):
    upper, lower = [None], [None]
    for group, owns in GROUPS:
        upper += [group, *[None] * (len(owns) - 1)]
        lower += owns
    upper.append("Notes")

    def finish(book):
        sheet, column = sheet_of(book), 2
        if merged:
            sheet.merge_cells("B1:K1")
            for _, owns in GROUPS:
                sheet.merge_cells(
                    start_row=4, end_row=4, start_column=column, end_column=column + len(owns) - 1
                )
                column += len(owns)
            sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)

    rows = [[None, "VSM pay"], [], [], upper, lower, [None, "P1", "Chief Executive"]]
    return write_sheets(folder, {"Pay": rows}, then=finish)


def test_headings_in_two_rows_merged_or_not(tmp_path):
    for merged in (True, False):
        (sheet,) = (book := read(two_rows(tmp_path, merged=merged))).sheets
        assert sheet.header_row == 5
        assert list(sheet.columns) == FIELDS
        assert sheet.columns["reference"] == "B"
        assert not book.faults
        assert only(book).key == "P1"


def test_a_table_that_starts_anywhere(tmp_path):
    rows = [["VSM pay 2025/26"], [], *[[]] * 5, [None] * 3 + ["No.", *HEADINGS]]
    rows += [[None] * 3 + [1, "Chief Nurse", 150000, 0.8]]
    book = read(write(tmp_path, rows))
    assert book.sheets[0].header_row == 8
    assert book.sheets[0].columns == {"post": "E", "salary": "F", "fte": "G"}
    assert book.sheets[0].unknown == (("D", "No."),)
    row = only(book)
    assert (row.sheet, row.number, row.key) == ("Pay", 9, "Chief Nurse")
    assert row.salary
    assert row.salary.cell == "F9"
    assert row.fte
    assert row.fte.value == Decimal("0.8")


def test_rows_that_are_no_posts_are_listed_with_the_reason(tmp_path):
    headings = ["Ref", "Post", "Role", "Salary", "FTE"]
    rows = [
        headings,
        ["Executive directors"],
        ["P1", "Chief Executive", "chief executive", 171250, 1],
        [],
        ["Sub-total", None, None, "=SUM(D3:D3)", 1],
        headings,
        ["P2", "Chief Nurse", "director", 150000, 1],
        ["P3", "Total Rewards Director", "director", 120000, 1],
        [None, None, None, "=SUM(D3:D8)", None],
        [None, "Average", None, 147000, None],
        ["Executive directors total", None, None, 147000, None],
        ["P9", None, None, "=D3", None],
        [None, None, None, None, None, "=1+1", "x"],
        ["Note: salaries are full-time equivalents"],
        ["Note", "A second cell"],
        ["Prepared by:", "Finance"],
        ["Turnover", "large"],
        ["Turnover: £612m"],
        ["x" * 80],
        [],
        ["Tier", "From", "Rate"],
        [1, 0, 0.052],
        [2, 13260, 0.065],
        [],
        ["P4", "Medical Director", "director", "TBC", 1],
        [None, None, None, 99000, None],
    ]
    book = read(write(tmp_path, rows))
    assert [row.key for row in book.rows] == ["P1", "P2", "P3", "P4", "row 26"]
    assert dict(book.sheets[0].skipped) == {
        2: "section heading",
        5: "subtotal",
        6: "repeated header",
        9: "subtotal",
        10: "subtotal",
        11: "subtotal",
        12: "no post: formulas or numbering only",
        13: "note",
        14: "note",
        15: "note",
        16: "note",
        17: "statement about the organisation",
        18: "statement about the organisation",
        19: "note",
        21: "another table",
        22: "another table",
        23: "another table",
    }


def test_a_repeated_header_that_is_not_all_there(tmp_path):
    book = pay(
        tmp_path, ["CEO", 171250, 1], ["Post", "Salary"], ["CFO", 150000, 1], ["Post", "Salary", 1]
    )
    assert book.sheets[0].skipped == ((3, "repeated header"), (5, "repeated header"))


def test_two_tables_on_a_sheet(tmp_path):
    rows = [HEADINGS, ["CEO", 171250, 1], [], ["Title", "WTE", "Base pay"], ["CFO", 1, 150000]]
    book = read(write(tmp_path, rows))
    assert [sheet.header_row for sheet in book.sheets] == [1, 4]
    assert [row.salary.value for row in book.rows if row.salary] == [171250, 150000]


def test_a_row_of_units(tmp_path):
    book = pay(tmp_path, [None, "£000", None], ["CEO", 171.25, 1])
    assert book.sheets[0].skipped == ((2, "units of the columns"),)
    salary = only(book).salary
    assert salary
    assert salary.value == 171250
    assert "in thousands" in salary.read_as


def test_a_second_row_of_headings_that_adds_nothing(tmp_path):
    rows = [["Post", "Salary", "FTE", "Start"], ["Title", "£"], ["CEO", 171250, 1]]
    book = read(write(tmp_path, rows))
    assert book.sheets[0].header_row == 1
    assert book.sheets[0].skipped == ((2, "units of the columns"),)
    assert only(book).key == "CEO"


def test_blank_merges_and_rows_of_spaces(tmp_path):
    def finish(book):
        sheet_of(book).merge_cells("A1:B1")

    rows = [[None, None, "2025"], HEADINGS, ["CEO", 171250, 1], ["  "], ["CFO", 1, 1]]
    book = read(write_sheets(tmp_path, {"Pay": rows}, then=finish))
    assert book.sheets[0].header_row == 2
    assert book.sheets[0].skipped == ()
    assert len(book.rows) == 2


def test_a_groups_unit_is_its_columns(tmp_path):
    rows = [[None, "Base pay (£000)", None], ["Post", "Salary", "WTE"], ["CEO", 171.25, 1]]
    row = only(read(write(tmp_path, rows)))
    assert row.salary
    assert row.salary.value == 171250
    assert row.fte
    assert row.fte.value == 1


def test_tables_of_tiers_and_pay_points_are_no_pay_tables(tmp_path):
    sheets = {
        "Pay": [HEADINGS, ["CEO", 171250, 1]],
        "Tiers": [["From", "Rate"], [0, 0.052]],
        "More tiers": [["Pensionable pay", "Tier", "Contribution rate"], [0, 1, 0.052]],
        "AfC": [["AfC band", "Step", "Salary"], ["9", "1", 109179]],
    }
    book = read(write_sheets(tmp_path, sheets))
    assert [sheet.header_row for sheet in book.sheets] == [1, None, None, None]
    assert len(book.rows) == 1


def test_two_columns_for_one_field(tmp_path):
    book = pay(tmp_path, ["CEO", 171250, 1, 9], headings=["Post", "Salary", "FTE", "Base pay (£)"])
    (fault,) = book.faults
    assert (fault.code, fault.name) == ("WBK202", "ambiguous-column")
    assert (fault.sheet, fault.cell) == ("Pay", "B1")
    assert "columns B (Salary) and D (Base pay (£)) can each be the salary" in fault.message
    row = only(book)
    assert row.salary is None
    assert row.fte
    assert dict(row.entries()).keys() == {"post", "fte"}


def test_no_pay_table(tmp_path):
    (fault,) = read(write(tmp_path, [["Title", "WTE"], ["CEO", 1]])).faults
    assert (fault.code, fault.name, fault.sheet) == ("WBK201", "no-pay-table-found", None)
    assert "row 1 of Pay, where only post, whole time equivalent" in fault.message
    (fault,) = read(write(tmp_path, [["hello"]])).faults
    assert "say in a layout file" in fault.message


def test_hidden_rows_columns_and_sheets_are_read_and_marked(tmp_path):
    def finish(book):
        sheet = sheet_of(book)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet_of(book, "Old").sheet_state = "veryHidden"

    rows = [HEADINGS, ["CEO", 171250, 1], ["CFO", 150000, 1], ["CNO", 140000, 1]]
    book = read(write_sheets(tmp_path, {"Pay": rows, "Old": rows[:2]}, then=finish))
    assert [row.hidden for row in book.rows] == [True, False, False, True]
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    last = book.rows[2]
    assert last.salary
    assert last.salary.hidden
    assert last.fte
    assert not last.fte.hidden


def test_a_text_merged_over_posts_is_each_ones(tmp_path):
    def finish(book):
        sheet_of(book).merge_cells("A2:A3")
        sheet_of(book).merge_cells("C2:C3")

    rows = [["Role", "Post", "Salary"], ["director", "CFO", 150000], [None, "CNO", None]]
    book = read(write_sheets(tmp_path, {"Pay": rows}, then=finish))
    second = book.rows[1]
    assert second.role
    assert (second.role.value, second.role.cell) == ("director", "A3")
    assert second.role.read_as == "merged with A2"
    assert second.salary
    assert second.salary.state == "blank"


def test_what_a_row_is_known_by(tmp_path):
    headings = ["Ref", "Post", "Salary", "FTE"]
    rows = [["P1", "CEO", 1, 1], [None, "CFO", 1, 1], [None, None, 1, 1]]
    book = pay(tmp_path, *rows, headings=headings)
    assert [row.key for row in book.rows] == ["P1", "CFO", "row 4"]
    assert read(write(tmp_path, [["Role", "Salary", "FTE"], ["director", 1, 1]])).rows[0].key == (
        "row 2"
    )


def test_dates_three_ways(tmp_path):
    headings = ["Post", "Salary", "Date appointed"]
    rows = [["A", 1, date(2025, 4, 1)], ["B", 1, 45748], ["C", 1, "01/04/2025"]]
    book = pay(tmp_path, *rows, headings=headings)
    assert [row.appointed.value for row in book.rows if row.appointed] == [date(2025, 4, 1)] * 3


def test_a_post_of_signs_alone_is_no_heading_said_again(tmp_path):
    book = pay(tmp_path, ["CEO", 171250, 1], ["[/]", "[/]", None], ["-", "[/]", 1])
    assert book.sheets[0].skipped == ()
    assert [row.number for row in book.rows] == [2, 3, 4]


def test_headings_repeated_right_under_a_post(tmp_path):
    """The post above them is no row of group headings, whatever its words are."""
    headings = ("Post", "Role", "Pay band", "Salary", "Pensionable pay", "Tier", "Rate")
    post = ("Chief Nurse", "Director", "C", 130_000, 130_000, 6, 0.125)
    book = read(write(tmp_path, [headings, post, headings, *[post] * 4]))
    assert [row.number for row in book.rows] == [2, 4, 5, 6, 7]
    assert book.sheets[0].skipped == ((3, "repeated header"),)
