"""Rules that work an amount out, asked of many rows at once: exactly what they say one by one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.columns.beside import as_column, one_by_one
from tests.rules.examples import DAY, EXAMPLES, FACTS, HALF
from xl_vsm.columns import column, together
from xl_vsm.columns.together import worked_out
from xl_vsm.parameters import Parameters
from xl_vsm.rules import REGISTRY, Outcome, Unanswerable, award, contribution
from xl_vsm.rules.rule import Rule

WORKED_OUT = [name for name, made in REGISTRY.items() if not made.amounts <= made.steps.keys()]
ONE_BY_ONE = {"annual_pay", "pensionable_hours"}
"""They divide, or put amounts into words as they go."""
P = Parameters(DAY)
FEW = 4
NOTHING = Decimal("NaN")
"""A blank, to pandas."""
money = st.decimals("-1", 400_000, places=2)
fine = st.decimals(0, 400_000, places=3) | st.decimals(0, 400_000, places=9)
# At 0.5% every odd pound, and at 12.5% every odd fifth of one, comes to half a penny.
halves = st.integers(0, 100_000).map(lambda n: Decimal(n) / 5)
odd = st.sampled_from(
    [None, Decimal("-0.01"), Decimal("1E+12"), Decimal("1E+20"), Decimal("1E-25"), NOTHING]
)
USUAL = money | halves | fine
ANY = USUAL | odd


@pytest.fixture(autouse=True, scope="module")
def few_are_enough() -> Iterator[None]:
    """Ask so few rows together that hypothesis can make them."""
    with patch.object(together, "A_FEW", FEW):
        yield


def frame_of(name: str, rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(REGISTRY[name].arguments), dtype=object)


def many_rows(name: str, amounts: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Give rows of few kinds, each with amounts of its own."""
    made = REGISTRY[name]

    def beside(kinds: list[tuple[Any, ...]]) -> st.SearchStrategy[list[Any]]:
        each = [
            amounts if argument in made.amounts else st.sampled_from([kind[at] for kind in kinds])
            for at, argument in enumerate(made.arguments)
        ]
        return st.lists(st.tuples(*each), min_size=2 * FEW, max_size=4 * FEW)

    return st.lists(FACTS[name], min_size=1, max_size=2).flatmap(beside)


@pytest.mark.parametrize("name", WORKED_OUT)
@settings(max_examples=HALF // 2)
@given(data=st.data())
def test_many_rows_are_the_rule_row_by_row(name: str, data: st.DataObject) -> None:
    rows = data.draw(many_rows(name, data.draw(st.sampled_from([money, halves, USUAL, ANY]))))
    known = [tuple(None if each is NOTHING else each for each in row) for row in rows]
    assert as_column(name, frame_of(name, rows), P) == one_by_one(name, known, P)


@pytest.mark.parametrize("name", WORKED_OUT)
@settings(max_examples=HALF // 2)
@given(data=st.data())
def test_numbers_stand_for_the_decimals_that_they_print_as(name: str, data: st.DataObject) -> None:
    kept = data.draw(st.sampled_from(["float64", "float32", "Float64"]))
    rows = data.draw(many_rows(name, USUAL | st.floats(0, 1e9).map(str).map(Decimal)))
    numbers = frame_of(name, rows).astype(dict.fromkeys(REGISTRY[name].amounts, kept))
    exact = [
        tuple(
            Decimal(str(each)) if argument in REGISTRY[name].amounts else each
            for argument, each in zip(numbers, row, strict=True)
        )
        for row in numbers.astype(object).itertuples(index=False, name=None)
    ]
    assert as_column(name, numbers, P) == one_by_one(name, exact, P)


def asked(rows: int) -> int:
    """Count how often a rule is asked for so many rows."""
    pay = pd.DataFrame({"pensionable_pay": [Decimal(n % 150_000) for n in range(0, 7 * rows, 7)]})
    with patch.object(Rule, "__call__", autospec=True) as called:
        called.side_effect = lambda rule, *facts: rule.function(*facts)
        column(contribution, pay, P)
    return called.call_count


def test_many_more_rows_are_asked_no_more_often() -> None:
    assert asked(150_000) == asked(15_000)


@pytest.mark.parametrize("name", [name for name in WORKED_OUT if name not in ONE_BY_ONE])
def test_a_rule_has_many_rows_in_its_hands(name: str) -> None:
    made = REGISTRY[name]
    frame = frame_of(name, [EXAMPLES[name]] * 40)
    of = [argument for argument in made.arguments if isinstance(frame[argument][0], Decimal)]
    for argument in of:
        frame[argument] = [each + n for n, each in enumerate(frame[argument])]
    answers, left = worked_out(made, frame, P)
    assert list(left) == []
    assert list(answers) == one_by_one(name, list(frame.itertuples(index=False, name=None)), P)


def test_the_first_row_that_is_refused_says_why() -> None:
    pay = [Decimal(1)] * 50 + [Decimal("-2"), Decimal("-3")] * 20
    frame = pd.DataFrame({"base_salary": pay, "outcome": Outcome.AWARD})
    with pytest.raises(Unanswerable, match="base_salary must be £0 or more, not -£2"):
        column(award, frame, P)


def test_an_answer_that_is_the_same_for_all() -> None:
    frame = pd.DataFrame({"base_salary": [Decimal(n) for n in range(30)]})
    for outcome, answer in ((Outcome.WITHHOLD, Decimal(0)), (Outcome.PENDING, None)):
        answers = column(award, frame.assign(outcome=outcome), P)
        assert list(answers) == [answer] * 30


def test_a_frame_without_rows() -> None:
    frame = pd.DataFrame({"base_salary": [], "outcome": []}, dtype=object)
    assert list(column(award, frame, P)) == []


def test_only_what_cannot_be_read_together_is_left() -> None:
    pay = [Decimal(n) for n in range(30)]
    pay[7], pay[11] = Decimal("0.123456789"), Decimal("1E+15")
    _, left = worked_out(contribution, pd.DataFrame({"pensionable_pay": pay}), P)
    assert list(left) == [7, 11]
