"""What can carry a statement: rules, checks, figures and commands, and where each is told of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES
from xl_vsm.parameters.tables import KINDS
from xl_vsm.reference.authority import PLAIN
from xl_vsm.rules import REGISTRY, Rule

COMMANDS = {
    "rates": "Every table, and which publication is in force on a day.",
    "rates diff": "What a later publication changed: the same table as known on two days.",
    "rates import": "Load a table that your organisation has, such as the published pay ranges; it"
    " takes the place of the illustrative one wherever it holds.",
}
"""The commands that have to do with figures."""


@cache
def all_rules() -> dict[str, Rule[Any, Any] | Callable[..., object]]:
    """Return every rule by name, those of one topic together."""
    together: dict[str, Rule[Any, Any] | Callable[..., object]] = {
        **REGISTRY,
        **{name: function for name, (function, _) in PLAIN.items()},
    }
    return dict(sorted(together.items(), key=lambda pair: _home(pair[1])))


def plain(rule: Rule[Any, Any] | Callable[..., object]) -> Callable[..., object]:
    """Return the function of a rule."""
    return rule.function if isinstance(rule, Rule) else rule


def figures_of(name: str) -> tuple[str, ...]:
    """Return the ids of the figures that a rule rests on."""
    return REGISTRY[name].rests_on if name in REGISTRY else PLAIN[name][1]


def topic(rule: Rule[Any, Any] | Callable[..., object]) -> str:
    """Return the folder that a rule is kept in."""
    return plain(rule).__module__.split(".")[2]


def _home(rule: Rule[Any, Any] | Callable[..., object]) -> str:
    return topic(rule)


@cache
def carriers() -> dict[str, str]:
    """Return everything that can carry a statement, and the anchor that tells of it."""
    codes = [each.code for each in (*all_checks(), *TROUBLES)]
    return {
        **{f"rule:{name}": f"rules.md#{name}" for name in all_rules()},
        **{f"check:{code}": f"checks.md#{code.lower()}" for code in codes},
        **{f"figures:{name}": f"figures.md#{name}" for name in KINDS},
        **{f"command:{name}": f"figures.md#{command_anchor(name)}" for name in COMMANDS},
    }


def command_anchor(name: str) -> str:
    """Return the anchor of a command."""
    return f"command-{name.replace(' ', '-')}"


def families() -> set[str]:
    """Return the families of checks: the three letters that their codes begin with."""
    return {each.code[:3] for each in (*all_checks(), *TROUBLES)}
