from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xl_vsm
from tests.rules.examples import DAY, EXAMPLES, FACTS, HALF
from xl_vsm.columns import column
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import (
    REGISTRY,
    Decision,
    Ground,
    Outcome,
    Unanswerable,
    award,
    band,
    premium,
    withhold,
)


def scalar(name: str, facts: tuple[Any, ...], p: Parameters) -> Any:
    answer = REGISTRY[name](*facts, p)
    return answer.outcome if isinstance(answer, Decision) else answer


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=HALF)
@given(data=st.data())
def test_a_column_is_the_rule_row_by_row(name: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(FACTS[name], max_size=6))
    made = REGISTRY[name]
    p = Parameters(DAY)
    frame = pd.DataFrame(rows, columns=list(made.arguments), dtype=object)
    frame.index = pd.Index([10 * n for n in range(len(rows))])
    answers = column(made, frame, p)
    assert list(answers) == [scalar(name, facts, p) for facts in rows]
    assert answers.name == name
    assert list(answers.index) == list(frame.index)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_columns_may_stand_in_any_order(name: str) -> None:
    made = REGISTRY[name]
    p = Parameters(DAY)
    facts = dict(zip(made.arguments, EXAMPLES[name], strict=True))
    frame = pd.DataFrame({"other": [1], **{k: [facts[k]] for k in reversed(facts)}}, dtype=object)
    assert list(column(made, frame, p)) == [scalar(name, EXAMPLES[name], p)]


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="band needs the columns organisation_type, size"):
        column(band, pd.DataFrame({"pay": [1]}), Parameters(DAY))


def test_each_set_of_facts_is_worked_out_once() -> None:
    class Counted:
        name = "counted"
        arguments = ("pay",)
        amounts: frozenset[str] = frozenset()
        steps: Mapping[str, Any] = MappingProxyType({})
        calls = 0

        def __call__(self, pay: Decimal, p: Parameters) -> Decimal:
            assert p.effective == DAY
            self.calls += 1
            return pay

    counted = Counted()
    frame = pd.DataFrame({"pay": [Decimal(1), Decimal(2), Decimal(1)]})
    assert list(column(counted, frame, Parameters(DAY))) == [1, 2, 1]  # type: ignore[arg-type]
    assert counted.calls == 2


def test_an_unsettled_award_is_none_and_not_a_number_of_its_own() -> None:
    frame = pd.DataFrame(
        {"base_salary": [Decimal(100_000)] * 2, "outcome": [Outcome.AWARD, Outcome.PENDING]}
    )
    assert list(column(award, frame, Parameters(DAY))) == [Decimal("3250.00"), None]


def test_what_no_rule_can_answer_is_said() -> None:
    frame = pd.DataFrame({"organisation_type": ["ICB"], "size": [Decimal(0)]})
    with pytest.raises(Unanswerable, match="size must be more than 0"):
        column(band, frame, Parameters(DAY))


def test_a_blank_in_a_column_of_numbers_is_blank() -> None:
    # pandas keeps 5 and None as 5.0 and NaN.
    frame = pd.DataFrame(
        {
            "segment": [5, None],
            "objectives_met": [True, True],
            "performance_management": [False, False],
            "appointed": [date(2020, 1, 1)] * 2,
            "recovery_support": [None, False],
            "medical_contract": [False, False],
            "exceptional_circumstances": [False, False],
        }
    )
    answers = column(withhold, frame, Parameters(DAY))
    assert list(answers) == [Outcome.WITHHOLD, Outcome.AWARD]


def test_the_public_name_stays_the_function() -> None:
    frame = pd.DataFrame({"organisation_type": ["ICB"], "size": [Decimal(1)]})
    assert list(xl_vsm.column(band, frame, Parameters(DAY))) == ["A"]
    assert list(xl_vsm.column(band, frame, Parameters(DAY))) == ["A"]


def test_the_other_public_names() -> None:
    assert xl_vsm.Parameters is Parameters
    assert xl_vsm.rules.REGISTRY is REGISTRY
    assert xl_vsm.check.__name__ == "check"
    with pytest.raises(AttributeError, match="module 'xl_vsm' has no attribute 'nothing'"):
        _ = xl_vsm.nothing  # type: ignore[attr-defined]


def test_dates_as_pandas_keeps_them() -> None:
    frame = pd.DataFrame(
        {
            "base_salary": [Decimal(150_000)],
            "ground": [Ground.CHALLENGED_ORGANISATION],
            "rate": [None],
            "start": pd.to_datetime(["2025-04-01"]),
            "extended": [False],
        }
    )
    assert list(column(premium, frame, Parameters(DAY))) == [Decimal("22500.00")]


STEPPED = [name for name, made in REGISTRY.items() if made.steps]


def near_steps(name: str, p: Parameters) -> st.SearchStrategy[dict[str, Any]]:
    """Give facts of which every stepped amount lies on a step or just beside one."""
    made = REGISTRY[name]
    by = [Decimal(0), Decimal("0.01"), Decimal("-0.01"), Decimal("1E-12")]
    amounts = {
        each: st.tuples(st.sampled_from(sorted(steps(p))), st.sampled_from(by)).map(sum)
        for each, steps in made.steps.items()
    }
    usual = FACTS[name].map(lambda facts: dict(zip(made.arguments, facts, strict=True)))
    return st.tuples(usual, st.fixed_dictionaries(amounts)).map(lambda both: both[0] | both[1])


@pytest.mark.parametrize("name", STEPPED)
@settings(max_examples=HALF)
@given(data=st.data())
def test_on_and_beside_every_step(name: str, data: st.DataObject) -> None:
    p, made = Parameters(DAY), REGISTRY[name]
    rows = data.draw(st.lists(near_steps(name, p), min_size=1, max_size=8))
    frame = pd.DataFrame(rows, columns=list(made.arguments), dtype=object)

    def answers() -> list[Any]:
        return [scalar(name, tuple(row[each] for each in made.arguments), p) for row in rows]

    try:
        expected = answers()
    except Unanswerable as first:
        with pytest.raises(Unanswerable, match=re.escape(str(first))):
            column(made, frame, p)
    else:
        assert list(column(made, frame, p)) == expected


@pytest.mark.parametrize("name", STEPPED)
@given(data=st.data())
def test_numbers_stand_for_the_decimals_that_they_print_as(name: str, data: st.DataObject) -> None:
    p, made = Parameters(DAY), REGISTRY[name]
    rows = data.draw(st.lists(FACTS[name], min_size=1, max_size=8))
    frame = pd.DataFrame(rows, columns=list(made.arguments), dtype=object)
    numbers = frame.astype(dict.fromkeys(made.amounts, float))
    assert list(column(made, numbers, p)) == list(column(made, frame, p))


def test_numbers_in_a_sum_are_exact() -> None:
    pay = pd.Series([100_000.1, 0.1, 66_000])
    exact = pay.map(lambda each: Decimal(str(each)))
    contribution = REGISTRY["contribution"]
    both = [
        column(contribution, pd.DataFrame({"pensionable_pay": each}), Parameters(DAY))
        for each in (pay, exact)
    ]
    assert list(both[0]) == list(both[1])
    assert all(isinstance(each, Decimal) for each in both[0])


def test_a_table_that_is_not_in_force_is_said_only_where_it_is_needed() -> None:
    facts = {"organisation_type": ["trust"], "size": [Decimal(1)]}
    with pytest.raises(NotInForce):
        column(band, pd.DataFrame(facts), Parameters(date(1990, 1, 1)))
