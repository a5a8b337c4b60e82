"""The sentences that people read, whole: `wording.toml` and `refusals.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.rules.examples import DAY
from xl_vsm import rules
from xl_vsm.rules import REGISTRY, Appointed

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Wording:
    """What is asked of a rule on a day, and what it has to say."""

    rule: str
    facts: tuple[Any, ...]
    day: date
    says: str
    cites: tuple[str, ...]
    """Each place that it rests on: a statement of the briefing by its number alone."""
    error: str
    """The kind of refusal; empty where there is an answer."""

    def __str__(self) -> str:
        return f"{self.rule}: {self.says[:60]}"


def wordings(file: str, kind: str) -> list[Wording]:
    """Return every sentence of one kind that is held to its words."""
    every = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"), parse_float=Decimal)
    return [
        Wording(
            each["rule"],
            facts_of(each["rule"], each["facts"]),
            each.get("day", DAY),
            each["says"],
            tuple(each.get("cites", ())),
            each.get("error", ""),
        )
        for each in every[kind]
    ]


def facts_of(rule: str, given: dict[str, Any]) -> tuple[Any, ...]:
    """Return a rule's facts as it takes them; what is not given is None."""
    made = REGISTRY[rule]
    assert given.keys() <= set(made.arguments), given
    kinds = made.function.__annotations__
    return tuple(_fact(kinds[name], given.get(name)) for name in made.arguments)


def _fact(kind: str, given: Any) -> Any:
    if isinstance(given, dict):
        return Appointed(**given)
    if given is None or isinstance(given, bool | date):
        return given
    if "Decimal" in kind:
        return Decimal(given)
    return getattr(rules, kind)(given) if isinstance(given, str) and kind != "str" else given
