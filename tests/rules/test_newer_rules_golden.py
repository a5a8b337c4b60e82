from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from inspect import get_annotations
from itertools import groupby
from operator import itemgetter
from typing import Any

import pytest

from tests.golden_cases import GoldenCase, arrears_rows, rule_cases
from xl_vsm import rules
from xl_vsm.parameters import Parameters
from xl_vsm.rules import BackdatedMonth, Decision, MonthArrears, Rule

ROWS = arrears_rows()
WORDS = {True: "yes", False: "no", None: "not said"}

Row = dict[str, str]


@pytest.mark.parametrize("case", rule_cases(), ids=str)
def test_answers_as_the_document_says(case: GoldenCase) -> None:
    if case.expected.startswith("error:"):
        with pytest.raises(ValueError, match=case.expected.removeprefix("error:")):
            answer_of(case)
        return
    answer = answer_of(case)
    if isinstance(answer, str):
        assert answer == case.expected
    elif isinstance(answer, tuple):
        assert answer == tuple(Decimal(part) for part in case.expected.split("|"))
    elif answer is None or isinstance(answer, bool):
        assert WORDS[answer] == case.expected
    else:
        assert answer == Decimal(case.expected)


def answer_of(case: GoldenCase) -> Any:
    rule: Callable[..., Any] = getattr(rules, case.function)
    function = rule.function if isinstance(rule, Rule) else rule
    *facts, effective, known = case.arguments
    *hints, _, _ = get_annotations(function, eval_str=True).values()
    p = figures(effective, known)
    answer = rule(*map(read, hints, facts), p)
    return answer.outcome if isinstance(answer, Decision) else answer


def read(hint: Any, text: str) -> object:
    if not text:
        return None
    kind = next(kind for kind in (Decimal, int, str) if kind == hint or hint == kind | None)
    return kind(text)


def figures(effective: str, known: str) -> Parameters:
    return Parameters(date.fromisoformat(effective), date.fromisoformat(known) if known else None)


@pytest.mark.parametrize("row", ROWS, ids=itemgetter("month", "annual_pay_then", "annual_pay_now"))
def test_a_month_of_arrears_as_the_document_says(row: Row) -> None:
    (found,) = found_for([row])
    assert_as(found, row)


@pytest.mark.parametrize(
    "rows",
    [
        list(rows)
        for _, rows in groupby(
            sorted(ROWS, key=itemgetter("known_then", "known_now")),
            key=itemgetter("known_then", "known_now"),
        )
    ],
    ids=lambda rows: f"{rows[0]['known_then']} to {rows[0]['known_now']}",
)
def test_months_are_answered_one_by_one_and_in_order(rows: list[Row]) -> None:
    found = found_for(rows)
    assert len(found) == len(rows)
    for each, row in zip(found, rows, strict=True):
        assert_as(each, row)


def found_for(rows: list[Row]) -> tuple[MonthArrears, ...]:
    # Of the views only what was known is used: any day does.
    then, now = (figures("2019-01-01", rows[0][known]) for known in ("known_then", "known_now"))
    return rules.arrears([month_of(row) for row in rows], then, now)


def month_of(row: Row) -> BackdatedMonth:
    return BackdatedMonth(
        date.fromisoformat(row["month"]),
        pay_then=Decimal(row["pay_then"]),
        annual_pay_then=Decimal(row["annual_pay_then"]),
        pay_now=Decimal(row["pay_now"]),
        annual_pay_now=Decimal(row["annual_pay_now"]),
    )


def assert_as(found: MonthArrears, row: Row) -> None:
    assert found.month.isoformat() == row["month"]
    assert (found.tier_then, found.tier_now) == (int(row["tier_then"]), int(row["tier_now"]))
    assert (found.taken, found.due, found.arrears) == tuple(
        Decimal(row[name]) for name in ("taken", "due", "arrears")
    )


def test_every_case_names_its_authority() -> None:
    said: Iterable[str] = [case.who_says for case in rule_cases()]
    assert all([*said, *(row["who_says"] for row in ROWS)])
