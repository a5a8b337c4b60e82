"""The pay case: figures by hand from the illustrative ranges and the published tables."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.committee.books import book_of
from tests.committee.conftest import TODAY, Checking
from xl_vsm.checks.one_workbook import Question
from xl_vsm.committee.checked import Checked, checked
from xl_vsm.committee.paper import Facts, Figure, Paper, Table, ToComplete, Words
from xl_vsm.committee.pay_case import pay_cases


def facts(paper: Paper) -> dict[str, Figure]:
    found = {}
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Facts):
                found |= {fact.label: fact.figure for fact in block.rows}
    return found


def asked(paper: Paper) -> str:
    blocks = [block for section in paper.sections for block in section.blocks]
    return "\n".join(block.prompt for block in blocks if isinstance(block, ToComplete))


def test_every_figure_of_a_case_by_hand(trust: Checked) -> None:
    # A director of a trust with a turnover of £512.4m is in band C: £120,000, £140,000, £150,000.
    # £144,000 is in the exception zone. The premium is 10% of it, the award 3.25% of it; the tops
    # of bands 8d and 9 were £105,337 and £125,637 in 2025/26.
    (case,) = pay_cases(trust, ["1011"])
    said = facts(case)
    assert said["Pay band"].text == "C (illustrative)"
    assert said["Minimum"].text == "£120,000 (illustrative)"
    assert said["Operational maximum"].text == "£140,000 (illustrative)"
    assert said["Exception zone maximum"].text == "£150,000 (illustrative)"
    assert said["Position of the salary to be decided on"].text == "exception zone (illustrative)"
    assert said["Approval needed from"].text == "NHS England (illustrative)"
    assert said["Approval the workbook shows"].text == "NHS England"
    assert said["Premium"].value == Decimal("14400.00")
    assert said["Salary and premium"].value == Decimal("158400.00")
    assert said["Award, full time"].value == Decimal("4680.00")
    assert said["Above the top of band 8d"].value == Decimal(38_663)
    assert said["Above the top of band 9"].value == Decimal(18_363)
    assert "exception zone" in asked(case)


def test_every_figure_leads_to_a_rule_with_a_source(trust: Checked) -> None:
    stated = {
        "Post", "Reference", "Organisation", "Kind of organisation", "Role in the framework",
        "Whole time equivalent", "Salary now", "Salary to be decided on", "Ground", "First day",
        "First day no longer paid", "Approval the workbook shows", "Its reference", "Change",
    }  # fmt: skip
    for case in pay_cases(trust):
        numbers = {note.number: note for note in case.notes}
        for label, figure in facts(case).items():
            if label not in stated:
                assert figure.note in numbers, (case.title, label)
        for note in case.notes:
            known = [figure for figure in facts(case).values() if figure.note == note.number]
            if not known or any(figure.value is not None for figure in known):
                assert note.sources, (case.title, note)


def test_a_salary_that_is_proposed_is_the_one_that_is_judged(
    tmp_path: Path, checked_of: Checking
) -> None:
    path = book_of(
        tmp_path,
        {"Post": "Director of Estates", "Salary": 130_000, "Proposed salary": 150_000.01},
        {"Post": "Director of People", "Salary": 130_000, "Proposed salary": None},
        {"Post": "Director of Strategy", "Salary": 130_000, "Proposed salary": 130_000},
    )
    (case,) = pay_cases(checked_of(path))
    said = facts(case)
    assert said["Salary now"].value == Decimal(130_000)
    assert said["Change"].value == Decimal("20000.01")
    assert said["Position of the salary now"].value == "in range"
    assert said["Position of the salary to be decided on"].value == "above range"
    assert said["Approval needed from"].value == "NHS England and DHSC"
    assert "Explain why the salary is above the range" in asked(case)


@pytest.mark.parametrize(
    ("salary", "place", "asks"),
    [
        ("119999.99", "below range", "below the range's minimum"),
        ("120000.00", "in range", ""),
        ("140000.00", "in range", ""),
        ("140000.01", "exception zone", "exception zone is needed"),
        ("150000.00", "exception zone", "exception zone is needed"),
        ("150000.01", "above range", "Explain why"),
    ],
)
def test_what_is_asked_follows_the_position(
    tmp_path: Path, salary: str, place: str, asks: str
) -> None:
    path = book_of(tmp_path, {"Post": "Director of Estates"})
    of = checked(path, Question(TODAY, apart=False), {"Director of Estates": Decimal(salary)})
    (case,) = pay_cases(of)
    assert facts(case)["Position of the salary to be decided on"].value == place
    assert asks in asked(case)
    assert ("Explain why" in asked(case)) == (place == "above range")
    assert "The rationale for this salary" in asked(case)


def test_a_premium_and_the_part_of_an_award_are_marked_as_what_they_come_from(
    tmp_path: Path, checked_of: Checking
) -> None:
    premium = {"Premium ground": "Exceptional performance", "Premium rate": 0.1}
    (case,) = pay_cases(checked_of(book_of(tmp_path, {"WTE": 0.5, **premium})))
    said = facts(case)
    # 10% of £130,000 on top of it; half of 3.25% of it.
    assert said["Salary and premium"].value == Decimal("143000.00")
    assert said["Award, for the time worked"].value == Decimal("2112.50")
    assert said["Award, for the time worked"].marks == ("transcribed",)
    for whole, part in (
        ("Premium", "Salary and premium"),
        ("Award, full time", "Award, for the time worked"),
    ):
        assert (said[part].marks, said[part].note) == (said[whole].marks, said[whole].note)


def test_who_approves_a_designated_post_is_not_known_unless_by_the_limit(
    tmp_path: Path, checked_of: Checking
) -> None:
    rows = [
        {"Post": f"Deputy {n}", "Role": "designated VSM", "Salary": n} for n in (130_000, 170_001)
    ]
    low, high = pay_cases(checked_of(book_of(tmp_path, *rows)))
    text = facts(low)["Approval needed from"].text
    assert text.startswith("not known; not by the £170,000 limit")
    assert facts(high)["Approval needed from"].value == "NHS England"
    unsized = {"Annual turnover": None}  # above the limit, and nobody asked: no more is said
    (case,) = pay_cases(checked_of(book_of(tmp_path, rows[1], **unsized)))
    assert facts(case)["Approval needed from"].text == "not known"


def test_a_medical_director_has_no_range_and_the_case_says_why(trust: Checked) -> None:
    (case,) = pay_cases(trust, ["Medical Director"])
    said = facts(case)
    assert said["Pay range"].text == "not known"
    assert said["Approval needed from"].text == "not known"
    blocks = [b for s in case.sections for b in s.blocks if isinstance(b, Facts)]
    whys = [fact.why for block in blocks for fact in block.rows if fact.label == "Pay range"]
    assert whys == ["on a medical contract: the VSM ranges do not set its salary"]


def test_the_findings_in_its_row_are_in_the_case(faults: Checked) -> None:
    (case,) = pay_cases(faults, ["1011"])
    tables = [b for s in case.sections for b in s.blocks if isinstance(b, Table)]
    assert [row[0] for row in tables[0].rows] == ["PAY201 premium-mismatch"]


def test_it_says_that_it_is_not_the_template_and_rests_on_made_up_ranges(trust: Checked) -> None:
    for case in pay_cases(trust):
        first = case.sections[0].blocks[0]
        assert isinstance(first, Words)
        assert first.strong
        assert first.text.startswith("This is not NHS England's own")
        assert case.opening.banners[0].startswith("ILLUSTRATIVE: pay ranges")


def test_before_the_framework_nothing_is_judged_by_it(tmp_path: Path, checked_of: Checking) -> None:
    of = checked_of(book_of(tmp_path, {}, day="31 March 2025"))
    (case,) = pay_cases(of)
    said = facts(case)
    assert said["Pay band"].value is None
    assert said["Approval needed from"].value is None
    assert case.opening.banners[0].startswith("TRANSCRIBED")


def test_whoever_is_no_very_senior_manager_gets_none(trust: Checked) -> None:
    titles = [case.title for case in pay_cases(trust)]
    assert len(titles) == 13
    assert not any("hair" in title or "on-executive" in title for title in titles)
    left = {each.key: each.why for each in trust.left_out}
    assert set(left) == {"1009", "2001", "2002"}
    assert "off payroll" in left["1009"]


def test_a_post_that_is_not_there_is_named(trust: Checked) -> None:
    with pytest.raises(KeyError, match="9999"):
        pay_cases(trust, ["1011", "9999"])
