from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.examples import DAY, EXAMPLES, FACTS, HALF
from xl_vsm import rules
from xl_vsm.parameters import NotInForce, Parameters, shipped
from xl_vsm.rules import REGISTRY, Citation, Decision, Explanation, Rule, Unanswerable
from xl_vsm.rules.rule import BRIEFING, briefing, decision, rule


def test_every_rule_has_an_example() -> None:
    for facts in (EXAMPLES, FACTS):
        assert facts.keys() == REGISTRY.keys(), "tests/rules/examples.py: facts for each rule"


@pytest.mark.parametrize("made", REGISTRY.values(), ids=lambda r: r.name)
def test_the_reason_and_the_sources_go_with_the_answer(made: Rule[..., Any]) -> None:
    facts = EXAMPLES[made.name]
    assert len(facts) == len(made.arguments)
    p = Parameters(DAY)
    explanation = made.explain(*facts, p)
    answer = made(*facts, p)
    assert explanation.answer == (answer.outcome if isinstance(answer, Decision) else answer)
    assert len(explanation.reason.split()) >= 3
    assert explanation.cites
    for cite in explanation.cites:
        assert cite.source in shipped().sources
        assert cite.locator
    assert len(set(explanation.cites)) == len(explanation.cites)


@pytest.mark.parametrize("made", REGISTRY.values(), ids=lambda r: r.name)
def test_the_tables_it_used_are_the_tables_it_says_it_rests_on(made: Rule[..., Any]) -> None:
    p = Parameters(DAY)
    explanation = made.explain(*EXAMPLES[made.name], p)
    assert set(p.used) == set(made.rests_on)
    for used in p.used.values():
        assert Citation(used.source, used.locator) in explanation.cites


@pytest.mark.parametrize("made", REGISTRY.values(), ids=lambda r: r.name)
def test_the_parameters_may_be_given_by_name(made: Rule[..., Any]) -> None:
    facts = dict(zip(made.arguments, EXAMPLES[made.name], strict=True))
    p = Parameters(DAY)
    named, in_order = made.explain(**facts, p=p), made.explain(*EXAMPLES[made.name], p)
    assert named == in_order
    assert hash(named) == hash(in_order)
    assert made(**facts, p=p) == made(*EXAMPLES[made.name], p)


LOOKED_UP = {
    "approver": {"salary", "size"},
    "band": {"size"},
    "contribution_rate": {"pensionable_pay"},
    "contribution_tier": {"pensionable_pay"},
    "pay_range": {"size"},
    "position": {"salary", "size"},
}


def test_the_amounts_that_are_looked_up_say_where_answers_change() -> None:
    stepped = {name: set(made.steps) for name, made in REGISTRY.items() if made.steps}
    assert LOOKED_UP.items() <= stepped.items()
    assert all(steps <= REGISTRY[name].amounts for name, steps in stepped.items())


@pytest.mark.parametrize("name", [name for name, made in REGISTRY.items() if made.steps])
def test_nothing_is_a_step_for_less_is_refused(name: str) -> None:
    p = Parameters(DAY)
    assert all(Decimal(0) in steps(p) for steps in REGISTRY[name].steps.values())


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=HALF)
@given(data=st.data())
def test_no_answer_uses_what_was_published_later(name: str, data: st.DataObject) -> None:
    facts = data.draw(FACTS[name])
    effective = data.draw(st.dates(date(2015, 4, 1), date(2027, 12, 31)))
    known = data.draw(st.dates(date(2015, 4, 1), date(2027, 12, 31)))
    p = Parameters(effective, known)
    try:
        explanation = REGISTRY[name].explain(*facts, p)
    except (NotInForce, Unanswerable):
        return
    assert all(used.published <= known for used in p.used.values())
    assert all(used.covers(effective) for used in p.used.values())
    statements = (c.locator for c in explanation.cites if c.source == BRIEFING)
    assert all(re.search(r"S\d+", locator) for locator in statements)


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=HALF)
@given(data=st.data())
def test_the_same_facts_give_the_same_answer(name: str, data: st.DataObject) -> None:
    facts = data.draw(FACTS[name])
    made = REGISTRY[name]
    assert made(*facts, Parameters(DAY)) == made(*facts, Parameters(DAY))


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("band", ("trust", Decimal(100_000_000))),
        ("pay_range", ("director", "trust", Decimal(100_000_000))),
        ("position", (Decimal(125_000), "director", "trust", Decimal(100_000_000))),
        ("approver", (Decimal(185_000), "chief executive", "ICB", Decimal(1_500_000))),
        ("award", (Decimal(140_000), "award")),
        ("premium", (Decimal(150_000), "exceptional performance", None, None, False)),
    ],
)
def test_a_word_given_as_text_is_never_taken_for_another_word(
    name: str, facts: tuple[Any, ...]
) -> None:
    made = REGISTRY[name]
    words = made.function.__annotations__
    given_as_words = [
        _word(words[argument], fact) if isinstance(fact, str) else fact
        for argument, fact in zip(made.arguments, facts, strict=True)
    ]
    right = made(*given_as_words, Parameters(DAY))
    try:
        answer = made(*facts, Parameters(DAY))
    except (TypeError, ValueError):
        return
    assert answer == right


def _word(kind: str, text: str) -> Any:

    return getattr(rules, kind)(text)


def test_two_rules_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xl_vsm.rules.rule.REGISTRY", dict(REGISTRY))

    def band(p: Parameters) -> str:
        return ""

    with pytest.raises(TypeError, match="two rules are called band"):
        rule(why=band)(band)
    with pytest.raises(TypeError, match="two rules are called band"):
        decision(rests_on=())(band)


def test_a_decision_is_equal_by_its_outcome_reason_and_places() -> None:
    cites = briefing("S18")
    told, put = Decision(1, "so", cites), Decision(1, lambda: "so", cites)
    assert told == put
    assert len({told, put}) == 1
    assert told != Decision(1, "otherwise", cites)
    assert told != 1


def test_an_explanation_is_equal_by_its_answer_reason_and_places() -> None:
    cites = briefing("S18")
    told, put = Explanation(1, "so", cites), Explanation(1, lambda: "so", cites)
    assert told == put
    for other in (Explanation(2, "so", cites), Explanation(1, "", cites), Explanation(1, "so", ())):
        assert told != other
    assert told != 1
