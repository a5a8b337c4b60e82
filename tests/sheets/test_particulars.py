"""What the workbook says of the organisation as a whole."""

from datetime import date

import pytest

from xl_vsm.sheets import read

from .books import HEADINGS, write_sheets

TABLE = [HEADINGS, ["CEO", 171250, 1]]
SEPTEMBER = date(2025, 9, 30)


def particulars(folder, *details, table=TABLE):
    book = read(write_sheets(folder, {"Details": details, "Pay": table}))
    return dict(book.particulars.entries()), book.faults


def test_labels_with_their_values_to_the_right(tmp_path):
    found, faults = particulars(
        tmp_path,
        ["Organisation", None, "Anytown NHS Foundation Trust"],
        ["Organisation type:", "Trust"],
        ["Annual turnover (£m)", 612],
        ["Weighted population", "1.2 million"],
        ["NHS Oversight Framework segment", "Segment 3"],
        ["In recovery support programme?", "No"],
        ["Position as at", SEPTEMBER],
    )
    assert not faults
    assert {name: entry.value for name, entry in found.items()} == {
        "organisation": "Anytown NHS Foundation Trust",
        "organisation_type": "Trust",
        "turnover": 612_000_000,
        "weighted_population": 1_200_000,
        "segment": 3,
        "recovery_support": False,
        "effective": SEPTEMBER,
    }
    assert (found["turnover"].sheet, found["turnover"].cell) == ("Details", "B3")


def test_labels_side_by_side_with_their_values_below(tmp_path):
    found, _ = particulars(
        tmp_path, ["Organisation", "Turnover", "Segment"], ["Anytown Trust", "£612m", 2]
    )
    assert {name: entry.value for name, entry in found.items()} == {
        "organisation": "Anytown Trust",
        "turnover": 612_000_000,
        "segment": 2,
    }


def test_a_value_in_the_labels_own_cell(tmp_path):
    found, _ = particulars(tmp_path, ["Turnover (£m): 612"], ["Effective date: 30/09/2025"])
    assert found["turnover"].value == 612_000_000
    assert found["turnover"].cell == "A1"
    assert found["effective"].value == SEPTEMBER


@pytest.mark.parametrize(
    "title",
    [
        "Anytown: VSM pay as at 30 September 2025",
        "VSM pay, position as at 30/09/2025 (draft)",
        "Position as at 30 September 2025",
        "Pay at 2025-09-30",
    ],
)
def test_a_day_in_a_title(tmp_path, title):
    found, _ = particulars(tmp_path, table=[[title], [], *TABLE])
    assert found["effective"].value == SEPTEMBER
    assert (found["effective"].cell, found["effective"].raw) == ("A1", title)
    found, _ = particulars(tmp_path, [title])
    assert found["effective"].sheet == "Details"


def test_a_day_that_is_none_or_not_in_a_title(tmp_path):
    found, _ = particulars(
        tmp_path, table=[["VSM pay as at 31 September 2025"], ["As at"], ["as at once"], *TABLE]
    )
    assert "effective" not in found
    found, _ = particulars(tmp_path, table=[*TABLE, [], ["Objectives as at 31 March 2025"]])
    assert "effective" not in found
    found, _ = particulars(tmp_path, *[[]] * 11, ["Objectives as at 31 March 2025"])
    assert "effective" not in found


def test_a_particular_under_the_posts(tmp_path):
    found, _ = particulars(tmp_path, table=[*TABLE, [], ["Turnover", "£612m"], ["Segment: 2"]])
    assert found["turnover"].value == 612_000_000
    assert found["segment"].value == 2


def test_lists_headings_and_explanations_state_nothing(tmp_path):
    found, faults = particulars(
        tmp_path,
        ["Organisation type", "Role"],
        ["Trust", "director"],
        ["ICB", "designated VSM"],
        ["Turnover", "Band"],
        [0, "A"],
        [200_000_000, "B"],
        ["Segment", "The segment of the NHS Oversight Framework"],
        ["Organisation"],
        ["Organisation", "Turnover"],
    )
    assert found == {}
    assert not faults


def test_an_unreadable_particular_is_kept(tmp_path):
    found, _ = particulars(tmp_path, ["Turnover", "TBC"])
    assert found["turnover"].state == "unreadable"
    found, _ = particulars(tmp_path, ["Turnover", "TBC"], [], ["Annual turnover", "£612m"])
    assert found["turnover"].value == 612_000_000


def test_two_different_values(tmp_path):
    found, faults = particulars(
        tmp_path, ["Effective date", SEPTEMBER], table=[["Pay as at 1 April 2025"], *TABLE]
    )
    (fault,) = faults
    assert (fault.code, fault.name) == ("WBK203", "ambiguous-particular")
    assert "30 September 2025 in Details!B1 but 1 April 2025 in Pay!A1" in fault.message
    assert "effective" not in found


def test_the_same_value_twice(tmp_path):
    found, faults = particulars(
        tmp_path, ["Trust", "Anytown Trust"], table=[["Organisation: ANYTOWN TRUST"], [], *TABLE]
    )
    assert not faults
    assert found["organisation"].value == "Anytown Trust"
