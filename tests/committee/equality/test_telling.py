"""Whatever a table shows, nobody can work out of it what only one, a few or each of a group has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_vsm.committee.answer import Answer
from xl_vsm.committee.equality.measures import shown_salary
from xl_vsm.committee.equality.shown import Shown, shown_groups
from xl_vsm.committee.equality.tables import Noted, pay, shares
from xl_vsm.committee.paper import Figure, Table
from xl_vsm.committee.paper.blocks import value_of
from xl_vsm.rules import Position

NOTED = Noted(1, 2, 3, 4)
RANGE = SimpleNamespace(minimum=Decimal(120_000), operational_maximum=Decimal(140_000))
SALARIES = [110_000, 115_000, 125_000, 125_400, 130_000, 145_000]
LEAST = st.integers(2, 5)
BOARDS = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(SALARIES)), min_size=2, max_size=40
)


Board = list[tuple[str, int]]
Make = Callable[[Shown, str, int, Noted], Table]


class Stub:
    """A post as the tables ask it: what group it is of, its salary, and where that lies."""

    def __init__(self, group: str, salary: int) -> None:
        said = SimpleNamespace(state="stated", value=group, raw=group)
        self.case = SimpleNamespace(row=SimpleNamespace(sex=said))
        self.salary = Answer(Decimal(salary), "")
        self.range = Answer(RANGE, "")

    def position(self, salary: Decimal | None) -> Answer[Position]:
        assert salary is not None
        place = Position.IN_RANGE
        if salary < RANGE.minimum:
            place = Position.BELOW
        if salary > RANGE.operational_maximum:
            place = Position.EXCEPTION_ZONE
        return Answer(place, "")


def made(board: Board, least: int) -> Shown | None:
    posts: Any = [Stub(group, salary) for group, salary in board]
    return shown_groups(posts, "sex", least)


def lines(board: Board, table: Table) -> dict[str, list[int]]:
    """Return the salaries of each line that a table has, of what the others leave too."""
    named = {str(value_of(row[0])) for row in table.rows}
    of: dict[str, list[int]] = {}
    for group, salary in board:
        key = group if group in named else "the others"
        of.setdefault(key, []).append(salary)
    of["all"] = [salary for _, salary in board]
    return of


def shown_by(make: Make, board: Board, least: int, why: str) -> dict[str, list[int]]:
    """Return the lines of the table that is made of a board; none where it says why it is empty."""
    shown = made(board, least)
    if shown is None:
        return {}
    table = make(shown, "sex", least, NOTED)
    if not table.rows:
        assert table.empty.startswith("It is not shown")
        assert why in table.empty
        return {}
    return lines(board, table)


@given(BOARDS, LEAST)
@settings(max_examples=120)
def test_no_share_is_of_a_few_or_of_each(board: Board, least: int) -> None:
    """What is left of the whole, less the lines that are shown, is looked at like a line."""
    found = shown_by(shares, board, least, "position")
    counted = {name: places_of(salaries) for name, salaries in found.items()}
    for name, places in counted.items():
        assert len(places) > 1, (name, "each stands in one position")
        assert min(places.values()) >= least, (name, places)
    whole = counted.pop("all", Counter())
    for place in whole:
        among = [name for name, places in counted.items() if places[place]]
        assert len(among) > 1, (place, "each who stands there is of one line")


def places_of(salaries: list[int]) -> Counter[str]:
    return Counter(str(Stub("", each).position(Decimal(each)).value) for each in salaries)


LOW, MIDDLE, HIGH = [115_000] * 5, [130_000] * 5, [145_000] * 5


@pytest.mark.parametrize(
    ("women", "men", "unknown", "told"),
    [
        pytest.param([*MIDDLE, *HIGH], [*LOW, *MIDDLE], [], False, id="low are men, high women"),
        pytest.param([*MIDDLE, *HIGH], [*HIGH, *MIDDLE], [], True, id="both in both"),
        pytest.param([*MIDDLE, *HIGH, *LOW], [*HIGH, *MIDDLE], [], False, id="low are women"),
        pytest.param(MIDDLE, [*MIDDLE, *HIGH], MIDDLE, False, id="women known are in one"),
    ],
)
def test_shares_by_hand(women: list[int], men: list[int], unknown: list[int], told: bool) -> None:
    """Five at least in each share, so that it is not their number that keeps it back."""
    posts = [Stub("F", each) for each in women] + [Stub("M", each) for each in men]
    for each in unknown:
        post = Stub("F", each)
        post.position = lambda _: Answer(None, "")  # type: ignore[method-assign]
        posts.append(post)
    shown = shown_groups(posts, "sex", 5)  # type: ignore[arg-type]
    assert shown is not None
    assert bool(shares(shown, "sex", 5, NOTED).rows) is told


@given(BOARDS, LEAST)
@settings(max_examples=120)
def test_no_average_is_what_each_of_a_line_is_paid(board: Board, least: int) -> None:
    for name, salaries in shown_by(pay, board, least, "paid the same").items():
        paid = {shown_salary(Decimal(each)) for each in salaries}
        assert len(paid) > 1, (name, paid)
        assert len(salaries) >= least, name


@given(BOARDS, LEAST)
@settings(max_examples=120)
def test_a_number_that_the_total_would_tell_is_one_that_may_be_told(
    board: Board, least: int
) -> None:
    """The lines come to the total; whoever is in a line that names no group is of two or more."""
    shown = made(board, least)
    if shown is None:
        return
    table = pay(shown, "sex", least, NOTED)
    counts = [row[1] for row in table.rows]
    if counts:
        *parts, whole = counts
        assert sum(int(str(each)) for each in parts) == whole == len(board)
    named = {group.label for group in shown.groups}
    rest = Counter(group for group, _ in board if group not in named)
    assert not rest or (len(rest) > 1 and sum(rest.values()) >= least)
    # Nobody can tell the groups behind that line apart: no count of any of them is in the table.
    assert not rest.keys() & {str(value_of(row[0])) for row in table.rows}


@pytest.mark.parametrize(
    ("men", "women", "told"),
    [
        pytest.param([130_000] * 5, [125_000, 130_000] * 3, False, id="the men are paid the same"),
        pytest.param([130_000] * 4 + [130_400], [125_000, 130_000] * 3, False, id="nearly"),
        pytest.param([130_000] * 4 + [131_000], [125_000, 130_000] * 3, True, id="two amounts"),
        pytest.param([130_000] * 5, [130_000] * 6, False, id="everybody is"),
    ],
)
def test_averages_by_hand(men: list[int], women: list[int], told: bool) -> None:
    shown = made([*(("M", n) for n in men), *(("F", n) for n in women)], 5)
    assert shown is not None
    assert bool(pay(shown, "sex", 5, NOTED).rows) is told


def test_a_place_that_is_each_ones_is_kept_back_and_the_salaries_are_not() -> None:
    """Two ranges of one shape: £5,000 above each minimum is one place, of two salaries."""
    higher = SimpleNamespace(minimum=Decimal(140_000), operational_maximum=Decimal(160_000))
    posts = [Stub("M", 125_000) for _ in range(3)] + [Stub("M", 145_000) for _ in range(3)]
    for post in posts[3:]:
        post.range = Answer(higher, "")
    posts += [Stub("F", salary) for salary in (121_000, 125_000, 131_000, 134_000, 139_000)]
    shown = shown_groups(posts, "sex", 5)  # type: ignore[arg-type]
    assert shown is not None
    rows = pay(shown, "sex", 5, NOTED).rows
    assert [value_of(row[4]) for row in rows] == ["*", "*", "*"]
    assert all(isinstance(value_of(row[2]), Decimal) for row in rows)
    assert not any(isinstance(row[4], Figure) for row in rows)
