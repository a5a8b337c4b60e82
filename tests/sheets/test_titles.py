"""The workbook's day from a pay year in its titles or its sheets' names."""

from datetime import date

import pytest

from xl_vsm.sheets import read
from xl_vsm.sheets.years import pay_year_of, pay_years

from .books import HEADINGS, write_sheets

TABLE = [HEADINGS, ["CEO", 171250, 1]]


def effective(folder, sheets):
    return read(write_sheets(folder, sheets)).particulars.effective


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("VSM pay schedule 2025/26", {2025}),
        ("VSM 2025-26", {2025}),
        ("2025/2026", {2025}),
        ("2025\u201326 (draft)", {2025}),
        ("2099/00", {2099}),
        ("2024/25 and 2025/26", {2024, 2025}),
        ("2025/27", set()),
        ("2025-04", set()),
        ("2025-26-01", set()),
        ("30/09/2025", set()),
        ("01/2025/26", set()),
        ("2025", set()),
    ],
)
def test_pay_years(text, years):
    assert pay_years(text) == years


def test_the_pay_year_of_a_day():
    assert pay_year_of(date(2025, 3, 31)) == 2024
    assert pay_year_of(date(2025, 4, 1)) == 2025


def test_a_year_in_a_title(tmp_path):
    title = "VSM pay schedule 2025/26"
    sheets = {"Details 2023-24": [["2024/25"]], "VSM 2024-25": [["Any Trust"], [title], [], *TABLE]}
    found = effective(tmp_path, sheets)
    assert found
    assert found.value == date(2025, 4, 1)
    assert found.read_as == "pay year 2025/26 read as 1 April 2025"
    assert (found.sheet, found.cell, found.raw) == ("VSM 2024-25", "A2", title)


def test_a_year_in_a_sheets_name(tmp_path):
    found = effective(tmp_path, {"Notes": [["x"]], "VSM 2025-26": [["Any Trust"], [], *TABLE]})
    assert found
    assert found.value == date(2025, 4, 1)
    assert found.read_as == "pay year 2025/26 in the sheet's name read as 1 April 2025"
    assert (found.sheet, found.raw) == ("VSM 2025-26", "VSM 2025-26")


def test_the_first_table_of_a_sheet_has_the_title(tmp_path):
    rows = [["VSM pay 2025/26"], [], *TABLE, [], ["Later 2026/27"], ["Title", "WTE", "Base pay"]]
    found = effective(tmp_path, {"Pay": [*rows, ["CFO", 1, 1]]})
    assert found
    assert found.value == date(2025, 4, 1)


@pytest.mark.parametrize(
    "above",
    [
        ["VSM pay 2024/25 and 2025/26"],
        ["Turnover 2025/26", "£612m"],
        ["VSM pay 2025/26 as at 31 September 2025"],
        ["VSM pay 2025"],
        ["For 2025/26 " + "x" * 120],
    ],
)
def test_titles_that_name_no_one_year(tmp_path, above):
    assert effective(tmp_path, {"Pay": [above, [], *TABLE]}) is None


def test_sheets_of_different_years(tmp_path):
    assert effective(tmp_path, {"2024-25": TABLE, "2025-26": TABLE}) is None
    titled = {"A": [["VSM 2024/25"], [], *TABLE], "2026-27": [["VSM 2025/26"], [], *TABLE]}
    assert effective(tmp_path, titled) is None


def test_an_explicit_day_wins(tmp_path):
    title = ["VSM pay schedule 2025/26"]
    for said in (["Effective date", date(2025, 9, 30)], ["Pay as at 30 September 2025"]):
        found = effective(tmp_path, {"VSM 2025-26": [title, said, [], *TABLE]})
        assert found
        assert found.value == date(2025, 9, 30)
    found = effective(tmp_path, {"VSM 2025-26": [title, ["Effective date", "TBC"], [], *TABLE]})
    assert found
    assert found.state == "unreadable"
