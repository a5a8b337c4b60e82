"""What complies, what departs, and what is a slip."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board, directors
from tests.committee.equality.read import section, table, texts, values
from xl_vsm.checks.registry import all_checks
from xl_vsm.committee.annual import annual_report
from xl_vsm.committee.annual.departures import CODES
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.paper import Facts, ToComplete

SLIPS = {
    "AWD102",
    "PAY103",
    "PAY104",
    "PAY201",
}
"""Checks of pay, awards and approvals that find arithmetic, words, or what others find."""
LOOKED = "What was looked at, and which posts depart"
MEND = "To be mended or settled before the report is sent: these are no departures"


def test_each_check_of_the_framework_is_a_departure_or_a_slip() -> None:
    framework = {each.code for each in all_checks() if each.code[:3] in {"PAY", "AWD", "APR"}}
    assert framework == CODES | SLIPS, "each in departures.py, or a slip here"
    assert not CODES & SLIPS


def test_the_faults_that_are_departures(faults: Checked) -> None:
    paper = annual_report(faults)
    departs = {row[3]: row[1] for row in values(table(paper, "Compliance", LOOKED))}
    assert departs == {
        "PAY101": "1014 Director of Communications",
        "PAY102": "1006 Chief People Officer",
        "PAY105": "none",
        "APR101": "1001 Chief Executive",
        "PAY202": "1003 Chief Operating Officer",
        "PAY203": "1002 Chief Finance Officer (shared post)",
        "PAY204": "none",
        "AWD101": "1010 Director of Estates",
        "AWD103": "1013 Director of Research",
        "AWD104": "none",
    }


def test_each_departure_has_its_rule_and_a_blank(faults: Checked) -> None:
    blocks = section(annual_report(faults), "Compliance").blocks
    departures = [each for each in blocks if isinstance(each, Facts)]
    blanks = [each for each in blocks if isinstance(each, ToComplete)]
    assert len(departures) == len(blanks) == 7
    assert all(blank.prompt.startswith("Explain ") and blank.note for blank in blanks)
    for facts in departures:
        _, stated, expected = facts.rows
        assert stated.figure.value
        assert "'Board pay 2025-26'!" in stated.why
        assert expected.figure.note
    assert departures[0].rows[2].figure.marks == ("illustrative",)


def test_every_other_finding_is_to_be_mended(faults: Checked) -> None:
    rows = values(table(annual_report(faults), "Compliance", MEND))
    assert [row[3] for row in rows] == [
        each.code for each in faults.report.findings if each.code not in CODES
    ]
    assert {row[3] for row in rows} >= {"AWD102", "PEN101", "BND101", "WBK101"}


def test_who_complies(trust: Checked, faults: Checked) -> None:
    said = texts(annual_report(faults))
    names = said.partition("could not be checked: ")[2].partition(".")[0]
    assert [each.split()[0] for each in names.split("; ")] == ["1004", "1007", "1008", "1011"]
    assert "rests in part on illustrative figures" in said
    assert "0 departures from the framework were found" in texts(annual_report(trust))


def test_a_missing_column_is_said_of_every_post(tmp_path: Path, checked_of: Checking) -> None:
    path = board(tmp_path / "board.xlsx", [], directors([125_000, 180_000]))
    paper = annual_report(checked_of(path))
    unchecked = {row[3]: row[2] for row in values(table(paper, "Compliance", LOOKED))}
    assert unchecked["AWD101"] == "every post: the sheet has no column for the award outcome"
    assert "Director of Matter 2: the sheet has no column for the approval" in str(
        unchecked["APR101"]
    )
    assert "but for what it says of every post: Director of Matter 1." in texts(paper)


def test_two_who_held_one_post_are_told_apart(tmp_path: Path, checked_of: Checking) -> None:
    rows = [["Director A", 160_000, "1001"], ["Director B", 130_000, "1001"]]
    paper = annual_report(checked_of(board(tmp_path / "b.xlsx", ["Post reference"], rows)))
    assert "every post: 1001 Director B." in texts(paper)


def test_the_statements_of_comply_or_explain_are_cited(faults: Checked) -> None:
    paper = annual_report(faults)
    cited = {place for note in paper.notes for source in note.sources for place in source.places}
    assert {"S3", "S4", "S5", "S19", "S27", "S28", "S35"} <= cited


def test_what_would_steer_the_reader_is_inert(tmp_path: Path, checked_of: Checking) -> None:
    rows = [["Director of \u202eHarm", 180_000, "\u202eTBC"]]
    path = board(tmp_path / "board.xlsx", ["Approved by"], rows)
    assert "\u202e" not in texts(annual_report(checked_of(path)))


def test_one_decision_on_an_award_is_one_departure(trust: Checked, checked_of: Checking) -> None:
    """In 2026/27 every outcome is pending: an award stated and its amount are one departure."""
    later = checked_of(Path(trust.report.path), effective=date(2026, 6, 1))
    paid = {each.row_key for each in later.report.findings if each.code == "AWD104"}
    stated = {each.row_key for each in later.report.findings if each.code == "AWD101"}
    assert paid & stated
    rows = values(table(annual_report(later), "Compliance", LOOKED))
    departs = {row[3]: str(row[1]).split("; ") for row in rows}
    assert len(departs["AWD104"]) == len(paid)
    by_outcome = [post for post in departs["AWD101"] if post != "none"]
    assert len(by_outcome) == len(stated - paid)
