"""Headings of more than one meaning, told from the other columns and the values."""

from datetime import date

import pytest

from xl_vsm.sheets import read
from xl_vsm.sheets.fields import column_field

from .books import HEADINGS, only, pay, sheet_of, write, write_sheets


def columns(folder, headings, *rows):
    return pay(folder, *rows, headings=headings).sheets[0].columns


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Contrib rate (%)", "pension_rate"),
        ("Employee contrib rate", "pension_rate"),
        ("Employer pension 23.78%", "employer_pension"),
        ("Employer pension (23.78 per cent)", "employer_pension"),
        ("Employer NI (15%)", "employer_national_insurance"),
        ("12.5%", None),
        ("AfC equivalent band", None),
        ("AfC band", "afc_band"),
    ],
)
def test_headings_with_percentages_and_near_forms(text, field):
    found = column_field(text)
    assert (found.name if found else None) == field


def test_a_bare_rate_is_the_members_in_a_table_with_pensions(tmp_path):
    row = ["CEO", 160000, 1, 0.125]
    assert columns(tmp_path, ["Post", "Salary", "Pensionable pay", "Rate"], row)["pension_rate"]
    assert columns(tmp_path, ["Post", "Salary", "Tier", "Rate (%)"], row)["pension_rate"] == "D"
    for headings in (
        ["Post", "Salary", "FTE", "Rate"],
        ["Post", "Salary", "Pension tier", "Rate", "Rate"],
    ):
        assert "pension_rate" not in columns(tmp_path, headings, [*row, 0.1])
    headings = ["Post", "Salary", "Tier", "Rate", "Contribution rate"]
    assert columns(tmp_path, headings, [*row, 0.125])["pension_rate"] == "E"


def test_a_rate_of_a_premium_is_not_the_members(tmp_path):
    rows = [
        [None, None, "Pay premium", None, None],
        ["Post", "Salary", "Ground", "Rate", "Pensionable pay"],
        ["CEO", 160000, "challenged organisation", 0.1, 160000],
    ]
    assert read(write(tmp_path, rows)).sheets[0].columns["premium_rate"] == "D"
    headings = ["Post", "Salary", "Premium ground", "Rate", "Pensionable pay"]
    assert "pension_rate" not in columns(tmp_path, headings, rows[2])


def test_a_position_is_the_post_where_no_other_column_is(tmp_path):
    headings = ["Position", "Salary", "FTE", "Start date"]
    rows = [["Executive directors"], ["CEO", 160000, 1], ["Chief Nurse", 130000, 1]]
    book = pay(tmp_path, *rows, headings=headings)
    assert [row.key for row in book.rows] == ["CEO", "Chief Nurse"]
    for values in (["In range", "above range"], [1, 2], ["Minimum", "Operational maximum"]):
        rows = [[value, 160000, 1] for value in values]
        assert "post" not in columns(tmp_path, headings, *rows)
    book = pay(tmp_path, ["CEO", "x", 1, 1], headings=["Post", "Position", "Salary", "FTE"])
    assert book.sheets[0].columns["post"] == "A"
    assert book.sheets[0].unknown == (("B", "Position"),)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["Chief Executive"], "post"),
        (["Chief Executive", "Director of Finance", "Chief Nurse"], "post"),
        (["chief executive", "director", "designated VSM"], "role"),
        (["CEO", "Executive director", "Executive director", "Directr"], "role"),
        (["VSM", "Other VSM"], "role"),
        ([None, None], "role"),
    ],
)
def test_a_role_is_the_post_unless_its_values_are_the_frameworks(tmp_path, values, field):
    rows = [[value, 160000, 1, 7] for value in values]
    found = columns(tmp_path, ["Role", "Salary", "FTE", "Band"], *rows)
    assert found[field] == "A"
    found = columns(tmp_path, ["Role", "Salary", "FTE", "Post"], *[[v, 1, 1, "x"] for v in values])
    assert (found["role"], found["post"]) == ("A", "D")


def test_a_title_before_a_name_is_not_the_posts(tmp_path):
    headings = ["Title", "Name", "Job Title", "Salary", "FTE"]
    rows = [["Mr", "A", "CEO", 160000, 1], ["Prof. Dame", "B", "CFO", 1, 1], ["?", "C", "CNO", 1]]
    book = pay(tmp_path, *rows, headings=headings)
    assert not book.faults
    assert book.sheets[0].columns["post"] == "C"
    assert ("A", "Title") in book.sheets[0].unknown
    assert columns(tmp_path, ["Title", "Salary", "FTE"], ["Director", 1, 1])["post"] == "A"
    found = columns(tmp_path, ["Title", "Role", "Salary", "FTE"], ["Dr", "Chief Nurse", 1, 1])
    assert found["post"] == "B"


@pytest.mark.parametrize(
    ("headings", "premium", "field"),
    [
        (["Post", "Salary", "Premium"], 14500, "premium_amount"),
        (["Post", "Salary", "Premium"], "£14,500", "premium_amount"),
        (["Post", "Salary", "Premium £"], None, "premium_amount"),
        (["Post", "Salary", "Premium"], 0.1, "premium_ground"),
        (["Post", "Salary", "Premium"], "challenged organisation", "premium_ground"),
        (["Post", "Salary", "Premium type"], 14500, "premium_ground"),
        (["Post", "Salary", "Premium", "Premium amount"], 14500, "premium_ground"),
    ],
)
def test_a_premium_in_pounds_is_the_amount(tmp_path, headings, premium, field):
    assert columns(tmp_path, headings, ["CFO", 145000, premium])[field] == "C"


def test_a_premiums_type_and_its_amount_side_by_side(tmp_path):
    headings = ["Post", "Salary", "Premium type", "Premium £"]
    book = pay(tmp_path, ["CFO", 145000, "challenged organisation", 14500], headings=headings)
    assert not book.faults
    assert book.sheets[0].columns["premium_ground"] == "C"
    assert book.sheets[0].columns["premium_amount"] == "D"


SALARIES = [["Post", "Salary 2024/25", "Salary 2025/26", "FTE"], ["CFO", 145000, 149712.5, 1]]


def test_the_salary_of_the_workbooks_year(tmp_path):
    for title, column in (
        ("Position as at 31 March 2025", "B"),
        ("Position as at 1 April 2025", "C"),
        ("VSM pay 2025/26", "C"),
    ):
        book = read(write(tmp_path, [[title], [], *SALARIES, [], *SALARIES]))
        assert not book.faults
        (sheet,) = book.sheets
        assert list(sheet.columns) == ["post", "salary", "fte"]
        assert sheet.columns["salary"] == column
        assert [letter for letter, _ in sheet.unknown] == [{"B": "C", "C": "B"}[column]]


def test_salaries_that_no_year_settles(tmp_path):
    other = [["Post", "Salary 2025/26", "Base pay 2024/25", "FTE"], *SALARIES[1:]]
    plain = [["Post", "Salary", "Salary 2025/26", "FTE"], *SALARIES[1:]]
    for title, table in (
        ("VSM pay", SALARIES),
        ("Position as at 1 April 2026", SALARIES),
        ("Position as at 1 April 2025", other),
        ("Position as at 1 April 2025", plain),
    ):
        book = read(write(tmp_path, [[title], [], *table]))
        assert [fault.code for fault in book.faults] == ["WBK202"]
        assert only(book).salary is None


@pytest.mark.parametrize("merged", [None, "A1:E1"])
def test_a_title_directly_above_is_no_group_heading(tmp_path, merged):
    def finish(book):
        if merged:
            sheet_of(book).merge_cells(merged)

    rows = [
        ["Pay as at 30/09/2025"],
        ["Post", "Salary", "FTE", "Rate", "Position"],
        ["CEO", 160000, 1, 2, "x"],
    ]
    book = read(write_sheets(tmp_path, {"Pay": rows}, then=finish))
    assert book.sheets[0].unknown == (("D", "Rate"), ("E", "Position"))
    assert book.particulars.effective
    assert book.particulars.effective.value == date(2025, 9, 30)


def test_a_list_of_pay_points_is_read(tmp_path):
    headings = ["Band", "Pay point", "Salary", "Pensionable pay", "Tier", "Rate", "Contribution"]
    rows = [["8a", "entry", 55690, 55690, 5, 0.107, 5958.83], [9, "top", 1, 1, 6, 0.125, 1]]
    book = pay(tmp_path, *rows, headings=headings)
    assert not book.faults
    assert [row.key for row in book.rows] == ["band 8a entry", "band 9 top"]
    vsm = columns(tmp_path, headings, ["A", "top", 1, 1, 6, 0.1, 1])
    assert (vsm["band"], vsm["pension_rate"]) == ("A", "F")


def test_a_table_of_rates_is_called_one(tmp_path):
    headings = ["Band", "Salary", "Pensionable pay", "Tier", "Rate"]
    (fault,) = pay(tmp_path, ["A", 1, 1, 6, 0.1], headings=headings).faults
    assert fault.code == "WBK201"
    assert "row 1 of Pay has headings for VSM pay band, salary" in fault.message
    assert "looks like a table of rates rather than of posts" in fault.message
    assert "at least two more" not in fault.message
    (fault,) = pay(tmp_path, ["A", 1], headings=["Band", "Salary"]).faults
    assert "at least two more known columns" in fault.message


def test_repeated_headings_mean_what_they_meant_above(tmp_path):
    headings = ["Role", "Salary", "FTE", "Band"]
    rows = [["Chief Nurse", 1, 1, "A"], [], headings, ["director", 1, 1, "B"]]
    (sheet,) = pay(tmp_path, *rows, headings=headings).sheets
    assert sheet.columns["post"] == "A"
    assert (4, "repeated header") in sheet.skipped


def test_words_for_no_value(tmp_path):
    for said in (
        "Vacant", "not in pension", "not in NHS pension", "Opted-out", "out of scheme",
        "not a member",
    ):  # fmt: skip
        salary = only(pay(tmp_path, ["CEO", said, 1], headings=HEADINGS)).salary
        assert salary
        assert salary.state == "not applicable"


def test_a_column_of_words_holds_no_days(tmp_path):
    headings = ["Post", "Salary", "FTE", "Left"]
    for said, is_read in (
        ("Davi", False),
        ("current", True),
        ("31/03/2026", True),
        ("soon 1", True),
    ):
        found = columns(tmp_path, headings, ["CEO", 160000, 1, said])
        assert ("left" in found) is is_read
