"""A medical director who kept a medical contract: no paper gives the post the VSM award."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.committee.books import book_of
from tests.committee.conftest import checked_of
from tests.committee.equality.read import table, texts, values
from xl_vsm.committee.annual import annual_report
from xl_vsm.committee.arrears import arrears_paper
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.costing import Group, costing
from xl_vsm.committee.paper import Facts
from xl_vsm.committee.pay_case import pay_cases
from xl_vsm.committee.post import MEDICAL
from xl_vsm.rules import Outcome


@pytest.fixture(scope="module")
def doctor(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Objectives met, and by the terms the award is due: the doctors' and dentists' one."""
    row = {"Post": "Medical Director", "Contract": "Medical (consultant)", "Salary": 160_000}
    return checked_of(book_of(tmp_path_factory.mktemp("medical"), row))


def test_the_post_has_an_outcome_and_no_amount(doctor: Checked) -> None:
    (post,) = doctor.posts
    assert post.outcome.value is Outcome.AWARD
    assert (post.award.value, post.award.why) == (None, MEDICAL)


def test_the_pay_case_says_why_there_is_none(doctor: Checked) -> None:
    (case,) = pay_cases(doctor)
    section = next(each for each in case.sections if each.heading == "Annual award")
    (facts,) = (block for block in section.blocks if isinstance(block, Facts))
    told = {fact.label: (fact.figure.value, fact.why) for fact in facts.rows}
    assert told["Award, full time"] == (None, MEDICAL)
    assert "Award, for the time worked" not in told


def test_the_annual_report_says_why_there_is_none(doctor: Checked) -> None:
    paper = annual_report(doctor)
    (row,) = values(table(paper, "Decisions in the year", "Annual award"))
    assert row[2:4] == ("award", None)
    assert MEDICAL in str(row[-1])
    # 3.25% of £160,000.
    assert "5,200" not in texts(paper)


def test_costing_and_arrears_have_none(doctor: Checked) -> None:
    of = costing(doctor)
    (line,) = of.posts
    assert (line.group, line.award, line.why) == (Group.UNSAID, None, MEDICAL)
    months = {"first": date(2025, 4, 1), "last": date(2025, 7, 31)}
    owed = arrears_paper(doctor, **months, known_then=date(2025, 5, 1))
    (paid,) = owed.posts
    assert (paid.award, paid.why) == (Decimal(0), MEDICAL)
