"""The golden calls through the forms: the same answers as in plain Python, and as the file says."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from inspect import Parameter
from typing import Any

import pytest

import udfs
from tests.hosts.cells import Error, Nothing, same
from tests.hosts.parity import Call, parity_calls
from tests.replay.books import F, book, unsaid, wrong
from tests.web.calculator.asking import Asker, answer, faults, formula
from xl_vsm.excel import REGISTRY
from xl_vsm.web.pages.calculator_amounts import amount_in
from xl_vsm.web.pages.calculator_fields import fields_of, filled


def typed(cell: Any) -> str | None:
    """Return a cell as somebody types it; None where only Excel can hold it."""
    if isinstance(cell, Nothing):
        return ""
    if isinstance(cell, Error):
        return cell.code
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return None if math.isnan(cell) else f"{Decimal(repr(cell)):f}".removesuffix(".0")
    return str(cell)


def is_excels_own(call: Call) -> bool:
    """Say whether a call gives what no form can send: a range, no number, a day by its number."""
    parameters = list(REGISTRY[call.function].signature.parameters.values())
    for place, given in enumerate(call.given):
        parameter = parameters[min(place, len(parameters) - 1)]
        is_day = "date" in str(parameter.annotation)
        if isinstance(given, list) or typed(given) is None:
            return True
        if is_day and isinstance(given, bool | float):
            return True
        if isinstance(given, str) and amount_in(given):
            return True  # forms read £12k, and cells do not
    return False


def said_in(call: Call) -> dict[str, str]:
    """Return the fields of a call."""
    fields = fields_of(REGISTRY[call.function])
    return {field.id: typed(cell) or "" for field, cell in zip(fields, call.given, strict=False)}


CALLS = [call for call in parity_calls() if not is_excels_own(call)]


def test_most_of_the_golden_calls_can_be_typed() -> None:
    assert len(CALLS) > 150
    assert {call.function for call in CALLS} == set(udfs.__all__) - {"VSM_STATUS"}


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_form_answers_as_plain_python_does(asker: Asker, call: Call) -> None:
    said = said_in(call)
    page = asker.ask(call.function, **said)
    given = [said.get(field.id, "") for field in fields_of(REGISTRY[call.function])]
    while given and not given[-1]:
        given.pop()
    plain, fault = _plainly(call.function, given)
    if fault:
        assert isinstance(call.answer, Error)
        assert answer(page) == []
        assert any(_told(each, fault) for each in [*faults(page), page.words])
        return
    if isinstance(plain, str) and plain.startswith("#"):
        assert answer(page) == []
        assert any(each.endswith(f"is an error, {plain}") for each in faults(page))
        return
    shown: Any = [_cell(each) for each in answer(page)]
    assert same([shown], plain)
    assert same([shown], call.answer)


ANSWERED_AGAIN = [
    call
    for call in CALLS
    if isinstance(call.answer, float | str) and call.function != "VSM_EXPLAIN"  # words differ
]


@pytest.mark.parametrize("call", ANSWERED_AGAIN, ids=str)
def test_the_formula_gives_the_same_answer(asker: Asker, call: Call) -> None:
    page = asker.ask(call.function, **said_in(call))
    typed_in = re.sub(r"DATE\((\d+), (\d+), (\d+)\)", _iso, formula(page))
    shown = _cell(answer(page)[0])
    right, forged = (book({"A1": F(typed_in, each)}) for each in (shown, "otherwise"))
    assert unsaid(right) == {}
    assert wrong(right) == {}
    assert list(wrong(forged)) == ["A1"]


def test_every_field_reads_what_its_argument_does() -> None:
    for function in REGISTRY.values():
        names = {field.id for field in fields_of(function)}
        for name, parameter in function.signature.parameters.items():
            run = parameter.kind is Parameter.VAR_POSITIONAL
            assert (f"{name}_1" if run else name) in names


def test_a_word_may_be_sent_in_any_spelling() -> None:
    role, *_ = filled(fields_of(REGISTRY["VSM_RANGE"]), {"role": "CEO"})  # type: ignore[arg-type]
    assert role.chosen == "chief executive"


def _plainly(function: str, given: list[str]) -> tuple[Any, str]:
    """Return what plain Python answers, or the words with which it refuses."""
    try:
        return getattr(udfs, function)(*given), ""
    except ValueError as fault:
        return None, str(fault)


def _told(shown: str, fault: str) -> bool:
    """Say whether a page tells what Python does, with the field's label for the argument."""
    if "is blank and must be given" in fault:
        return bool(re.match("(Enter|Choose) ", shown))
    about = " ".join(fault.split()).partition(" ")[2]
    if about.startswith("must be a date"):
        return "must be a day" in shown or "must have its year in full" in shown
    return about in shown


def _cell(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _iso(found: re.Match[str]) -> str:
    year, month, day = map(int, found.groups())
    return f'"{date(year, month, day).isoformat()}"'
