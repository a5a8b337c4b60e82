"""A workbook as papers are made from it: which findings are a post's, and which post is meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.committee.books import book_of
from tests.committee.conftest import TODAY
from xl_vsm.checks.one_workbook import Question
from xl_vsm.committee import NotAsked, checked
from xl_vsm.committee.arrears import arrears_paper
from xl_vsm.committee.costing import costing
from xl_vsm.committee.pay_case import pay_cases
from xl_vsm.committee.settings import posts_and_salaries

QUESTION = Question(TODAY, apart=False)


def test_a_posts_findings_are_those_of_its_own_row(tmp_path: Path) -> None:
    twice = {"Ref": "1", "VSM band": "E"}
    path = book_of(tmp_path, twice, {**twice, "Ref": "2", "VSM band": "C"}, twice)
    posts = checked(path, QUESTION).posts
    found = [
        [(each.code, each.cell) for each in post.findings if each.field == "band"] for post in posts
    ]
    assert [[code for code, _ in each] for each in found] == [["BND101"], [], ["BND101"]]
    assert found[0] != found[2]


def test_a_salary_is_proposed_for_one_post(tmp_path: Path) -> None:
    path = book_of(tmp_path, {"Ref": "1"}, {"Ref": "1"}, {"Ref": "2"})
    asked = checked(path, QUESTION, {"2": Decimal(150_000)})
    assert [post.changes for post in asked.posts] == [False, False, True]
    with pytest.raises(NotAsked, match="2 posts '1'"):
        checked(path, QUESTION, {"1": Decimal(150_000)})
    with pytest.raises(NotAsked, match="no post '3'; it has 1, 1, 2"):
        checked(path, QUESTION, {"3": Decimal(150_000)})


def test_a_post_is_named_by_reference_or_title_in_any_case_and_once(tmp_path: Path) -> None:
    path = book_of(tmp_path, {"Ref": "A1", "Post": "Director of Estates"}, {"Ref": "A2"})
    for name in ("a1", "DIRECTOR of estates "):
        of = checked(path, QUESTION, {name: Decimal(150_000)})
        assert [post.proposed.value for post in of.posts] == [150_000, 130_000]
    both = {"A1": Decimal(150_000), "Director of Estates": Decimal(151_000)}
    with pytest.raises(NotAsked, match="two salaries are proposed for 'A1'"):
        checked(path, QUESTION, both)


def test_a_title_without_end_is_shortened_and_still_names_its_post(tmp_path: Path) -> None:
    long = "Director of " + "many things " * 2_000
    of = checked(book_of(tmp_path, {"Post": long}), QUESTION, {long: Decimal(150_000)})
    (post,) = of.posts
    assert post.title == post.key == f"{long[:99]}…"
    (case,) = pay_cases(of, [long])
    assert len(case.title) < 200


def test_a_proposed_post_is_among_those_asked_for() -> None:
    texts = ["1011=£150,000", "1002=£149,000"]
    salaries = {"1011": Decimal(150_000), "1002": Decimal(149_000)}
    assert posts_and_salaries((), ()) == ((), {})
    assert posts_and_salaries((), texts) == (("1011", "1002"), salaries)
    assert posts_and_salaries(("1002", "1003"), texts) == (("1002", "1003", "1011"), salaries)


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["A1=£150,000", "a1=£151,000"], "two salaries are proposed for 'a1'"),
        (["A1=0"], "a salary of £0"),
        (["A1=£0.00"], "a salary of £0"),
    ],
)
def test_a_proposal_that_contradicts_another_or_is_nothing(texts: list[str], says: str) -> None:
    with pytest.raises(NotAsked, match=says):
        posts_and_salaries((), texts)


def test_a_negative_salary_leaves_its_row_out_and_no_other(tmp_path: Path) -> None:
    path = book_of(tmp_path, {}, {"Salary": -130_000})
    of = checked(path, QUESTION)
    months = {"first": date(2025, 4, 1), "last": date(2025, 7, 31)}
    for made in (costing(of), arrears_paper(of, **months, known_then=date(2025, 5, 1))):
        assert [post.title for post in made.posts] == ["Director 1"]
        (out,) = made.left_out
        assert out.title == "Director 2"
        assert out.why == "the salary is -£130,000 (Pay!E5), below £0"
