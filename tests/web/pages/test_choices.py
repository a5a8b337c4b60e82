"""A day in three boxes: what is wrong with it is said, and in which box."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.datastructures import FormData

from xl_vsm.web.pages.choices import PARTS, Choices

YEAR = "the Year box needs all four figures of the year, such as 2025"


def chosen(*boxes: str) -> Choices:
    named = (f"effective-{part}" for part in PARTS)
    return Choices.of(FormData(list(zip(named, boxes, strict=True))))


@pytest.mark.parametrize("boxes", [("31", "5", "2025"), ("31 May 2025", "", "")])
def test_a_day(boxes: tuple[str, ...]) -> None:
    assert chosen(*boxes).effective == date(2025, 5, 31)
    assert not chosen(*boxes).faults


@pytest.mark.parametrize(
    ("boxes", "why"),
    [
        (("30", "9", "25"), f": {YEAR}"),
        (("30", "9", ""), f": {YEAR}"),
        (("31/05/25", "", ""), f": {YEAR}"),
        (("31", "2", "2025"), ': "31 2 2025" is a day that month does not have'),
        (("5", "31", "2025"), ': "5 31 2025" has no month 31; the day comes first'),
        (("31 May 2025" + " " * 30 + "x", "", ""), ""),
    ],
)
def test_no_day(boxes: tuple[str, ...], why: str) -> None:
    wanted = "Enter the day that the answers are for as a real date, or leave it"
    assert chosen(*boxes).faults == (("effective-day", f"{wanted}{why}"),)
    assert chosen(*boxes).effective is None


@pytest.mark.parametrize("field", ["effective", "effective-day", "known-year"])
def test_a_long_text_is_neither_read_nor_shown_again(field: str) -> None:
    said = Choices.of(FormData([(field, "1 " * 1_000_000)]))
    assert len(said.faults) == 1
    assert max(map(len, said.typed.values())) < 50
