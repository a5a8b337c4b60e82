"""The check is written honestly with other libraries: all find what is wrong, and nothing else."""

from __future__ import annotations

from pathlib import Path

from benchmarks.long_list import HEADINGS, HEADINGS_AT, WRONG, long_list
from benchmarks.side_by_side.measured import run
from benchmarks.side_by_side.ways import ways

POSTS, ONE_IN = 60, 4
PLANTED = {
    (list(WRONG)[nth % len(WRONG)], HEADINGS_AT + 1 + (nth + 1) * ONE_IN)
    for nth in range(POSTS // ONE_IN)
}


def test_each_column_that_holds_an_answer_is_wrong_somewhere() -> None:
    assert {heading for heading, _ in PLANTED} == set(WRONG) < set(HEADINGS)


def test_every_way_finds_the_cells_that_are_wrong(tmp_path: Path) -> None:
    workbook = tmp_path / "long.xlsx"
    long_list(workbook, POSTS, ONE_IN)
    for way in ways(workbook, tmp_path):
        assert run(way).found == PLANTED, way.name


def test_the_list_is_the_same_each_time(tmp_path: Path) -> None:
    both = [tmp_path / "one.xlsx", tmp_path / "two.xlsx"]
    for each in both:
        long_list(each, POSTS, ONE_IN)
    assert both[0].read_bytes() == both[1].read_bytes()
