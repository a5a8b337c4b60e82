"""What rules are and answer with stays as it was made, and cites what is there to be cited."""

from __future__ import annotations

import sys
from dataclasses import is_dataclass
from typing import Any

import pytest

from xl_vsm.rules import REGISTRY, Ground, Rule
from xl_vsm.rules.pay import premium as premium_of
from xl_vsm.rules.pay.premium import premium
from xl_vsm.rules.rule import BRIEFING
from xl_vsm.rules.words import Role, squeeze


def kinds() -> list[type[Any]]:
    """Every dataclass of the rules."""
    modules = [each for name, each in sys.modules.items() if name.startswith("xl_vsm.rules")]
    found = {each for module in modules for each in vars(module).values() if _is_ours(each)}
    return sorted(found, key=lambda kind: kind.__qualname__)


def _is_ours(each: object) -> bool:
    return (
        isinstance(each, type) and is_dataclass(each) and each.__module__.startswith("xl_vsm.rules")
    )


def test_there_are_some() -> None:
    assert {"Citation", "Decision", "Explanation", "Rule"} <= {each.__name__ for each in kinds()}


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__qualname__)
def test_nothing_of_it_can_be_changed(kind: type[Any]) -> None:
    assert kind.__dataclass_params__.frozen is True
    if kind is not Rule:  # which has a cached view of itself
        assert "__slots__" in vars(kind)


@pytest.mark.parametrize("made", REGISTRY.values(), ids=lambda made: made.name)
def test_what_a_rule_puts_into_code_is_stated_somewhere(made: Rule[..., Any]) -> None:
    assert isinstance(made.cites, tuple)
    numbers = [each.locator for each in made.cites if each.source == BRIEFING]
    assert all(each[0] == "S" and 1 <= int(each[1:]) <= 50 for each in numbers)


def test_a_premium_cites_the_statements_of_its_grounds_and_no_others() -> None:
    of_grounds = {each for ground in Ground for each in premium_of._STATEMENTS[ground]}
    assert {each.locator for each in premium.cites} == of_grounds


def test_a_role_is_known_by_its_other_names() -> None:
    name, others = next(iter(Role.aliases().items()))
    assert {Role.read(other) for other in others} == {Role(name)}
    assert squeeze(others[0]) != squeeze(name)
