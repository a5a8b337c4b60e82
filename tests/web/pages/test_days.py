"""Days and months as people type them: the day first, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from xl_vsm.web.pages.days import day_in, month_in

MAY_31 = date(2025, 5, 31)


@pytest.mark.parametrize(
    "said",
    [
        "31/05/2025",
        "31/5/2025",
        "31.05.2025",
        "31-05-2025",
        "31 5 2025",
        "31 May 2025",
        "31st of May, 2025",
        "Saturday 31 May 2025",
        "31-May-2025",
        "2025-05-31",
    ],
)
def test_a_day(said: str) -> None:
    assert day_in(said) == MAY_31


def test_the_day_comes_first_wherever_both_could_be() -> None:
    assert day_in("04/05/2025") == date(2025, 5, 4)


@pytest.mark.parametrize(
    "said",
    ["05/31/2025", "31/02/2025", "31/05/25", "May 31", "May 31, 2025", "2025/05/31", "x", "45808"],
)
def test_no_day(said: str) -> None:
    with pytest.raises(
        ValueError, match=r"^must (be a day|have its year in full),? such as 31/05/2025"
    ):
        day_in(said)


@pytest.mark.parametrize(
    "said", ["April 2025", "Apr 2025", "04/2025", "4.2025", "2025-04", "07/04/2025", "2025-04-07"]
)
def test_a_month(said: str) -> None:
    assert month_in(said) == date(2025, 4, 1)


@pytest.mark.parametrize("said", ["April", "04/25", "13/2025", "2025", "Q1 2025", "04/31/2025"])
def test_no_month(said: str) -> None:
    with pytest.raises(ValueError, match=r"^must be a month such as April 2025 or 04/2025, not"):
        month_in(said)
