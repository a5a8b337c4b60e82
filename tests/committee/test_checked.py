"""A workbook as papers are made from it: which findings are a post's, and which post is meant."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.committee.books import book_of
from tests.committee.conftest import TODAY
from xl_vsm.checks.one_workbook import Question
from xl_vsm.committee import NotAsked, checked

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
