"""Groups are the workbook's own words, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

from tests.committee.conftest import Checking
from tests.committee.equality.boards import board, directors
from xl_vsm.committee.equality.groups import CHARACTERISTICS, NOT_STATED, grouped, has_column
from xl_vsm.sheets.fields import FIELDS
from xl_vsm.sheets.post import PostRow


def sizes(path: Path, checked_of: Checking, field: str) -> dict[str, int]:
    found = grouped(checked_of(path).posts, field)
    return {group.label: len(group.posts) for group in found}


def test_there_are_nine_and_the_workbook_reader_knows_them_all() -> None:
    assert len(CHARACTERISTICS) == 9
    assert set(CHARACTERISTICS) <= FIELDS.keys() & set(PostRow.names())


def test_words_alike_are_one_group(tmp_path: Path, checked_of: Checking) -> None:
    said = ["Female", "female ", "FEMALE", "Male", "Prefer  not to say", "prefer not to say"]
    path = board(tmp_path / "board.xlsx", ["Sex"], directors([125_000] * 6, said))
    assert sizes(path, checked_of, "sex") == {"Female": 3, "Prefer not to say": 2, "Male": 1}


def test_a_blank_is_a_group_of_its_own(tmp_path: Path, checked_of: Checking) -> None:
    said = ["White", None, "Prefer not to say", None, "=1/0", "White"]
    path = board(tmp_path / "board.xlsx", ["Ethnicity"], directors([125_000] * 6, said))
    found = sizes(path, checked_of, "ethnicity")
    assert found == {NOT_STATED: 3, "White": 2, "Prefer not to say": 1}


def test_none_is_an_answer_and_no_blank(tmp_path: Path, checked_of: Checking) -> None:
    said = ["None", "none", "Christian", "n/a"]
    path = board(tmp_path / "board.xlsx", ["Religion"], directors([125_000] * 4, said))
    assert sizes(path, checked_of, "religion") == {"None": 2, "Christian": 1, "n/a": 1}


def test_what_is_written_to_do_harm_is_made_inert(tmp_path: Path, checked_of: Checking) -> None:
    said = ["a\u202eb", "x" * 500]
    path = board(tmp_path / "board.xlsx", ["Sex"], directors([125_000] * 2, said))
    labels = sorted(sizes(path, checked_of, "sex"))
    assert labels[0] == "a\N{REPLACEMENT CHARACTER}b"
    assert labels[1] == "x" * 59 + "…"


def test_a_column_is_there_or_not(tmp_path: Path, checked_of: Checking) -> None:
    path = board(tmp_path / "board.xlsx", ["Age band"], directors([125_000], ["50 to 59"]))
    of = checked_of(path)
    assert [each for each in CHARACTERISTICS if has_column(of, each)] == ["age"]
