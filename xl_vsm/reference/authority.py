"""On whose authority a rule answers: the places in documents, and the worked examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from inspect import get_annotations
from typing import Any

from xl_vsm import rules
from xl_vsm.excel import ExcelFunction
from xl_vsm.excel.view import noting
from xl_vsm.golden import WorkedExample, worked_examples
from xl_vsm.parameters import Parameters, Source, Store, shipped
from xl_vsm.reference.entry import Entry
from xl_vsm.rules import REGISTRY, Citation, Rule

ASKS = {
    "AFC_OVERLAP": "afc_overlap",
    "NHS_PAYBILL": "paybill",
    "NHS_PENSION_CONTRIBUTION": "contribution",
    "NHS_PENSION_RATE": "contribution_rate",
    "NHS_PENSION_TIER": "contribution_tier",
    "VSM_APPROVAL": "approver",
    "VSM_AWARD": "award",
    "VSM_BAND": "band",
    "VSM_POSITION": "position",
    "VSM_PREMIUM": "premium",
    "VSM_RANGE": "pay_range",
    "VSM_WITHHOLD": "withhold",
}
"""The rule that each worksheet function asks. The others ask none: they tell of answers."""

PLAIN: dict[str, tuple[Callable[..., object], tuple[str, ...]]] = {
    "above_central_limit": (rules.above_central_limit, ("central-approval",)),
    "arrears": (rules.arrears, ("member-contribution-tiers",)),
    "employer_pension_parts": (rules.employer_pension_parts, ("employer-pension",)),
    "is_discrepant": (rules.is_discrepant, ("paybill-estimate",)),
    "pay_to_assess": (rules.pay_to_assess, ()),
    "rate_without_estimate": (rules.rate_without_estimate, ("annual-pay-assessment",)),
    "rounded_estimate": (rules.rounded_estimate, ("paybill-estimate",)),
    "shown_fte": (rules.shown_fte, ("paybill-estimate",)),
}
"""The rules that are plain functions, each with the figures that it rests on."""

SHOWN = 5
"""Worked examples that are shown of an entry."""
_STATEMENT = re.compile(r"S\d+")
"""A numbered statement of the framework briefing."""


def functions() -> dict[str, ExcelFunction]:
    """Return the worksheet functions, brought in only for somebody who asks for one."""
    import udfs  # noqa: F401, PLC0415 - importing it fills the registry
    from xl_vsm.excel.function import REGISTRY as defined  # noqa: PLC0415, N811

    return defined


def asked_by(rule: str) -> str:
    """Return the worksheet function that asks a rule; nothing where none does."""
    return next((function for function, asked in ASKS.items() if asked == rule), "")


def examples_of(entry: Entry) -> list[WorkedExample]:
    """Return an entry's own worked examples, else those of the worksheet function that asks it."""
    if entry.kind not in {"rule", "function"}:
        return []
    return list(worked_examples(entry.key)) or list(worked_examples(entry.function))


def some_of(cases: list[WorkedExample]) -> list[WorkedExample]:
    """Return a few cases spread over all of them, so that more than one threshold is seen."""
    return cases[:: max(1, len(cases) // SHOWN)][:SHOWN]


@dataclass(frozen=True, slots=True)
class Cited:
    """A document, and the places in it that something rests on."""

    document: Source
    places: str


def cited_by(entry: Entry) -> list[Cited]:
    """Return the documents that an entry rests on, with the places in each.

    A decision cites other statements for each outcome, so that those of its worked examples are
    put together.
    """
    cites: list[Citation] = []
    if entry.rule:
        rule = REGISTRY[entry.rule]
        cites += rule.cites
        if rule.why is None:
            cites += _decided(rule)
    for name in entry.figures:
        for publication in shipped().series(name).publication:
            cites.append(Citation(publication.source, publication.locator))
    return documents_of(cites, shipped())


def documents_of(cites: Iterable[Citation], store: Store) -> list[Cited]:
    """Put the places in one document together, in the order in which they are looked up."""
    places: dict[str, dict[str, None]] = {}
    for cite in cites:
        places.setdefault(cite.source, {}).update(dict.fromkeys(cite.locator.split("; ")))
    return [Cited(store.sources[key], _in_order(list(where))) for key, where in places.items()]


def _in_order(where: list[str]) -> str:
    """Put the numbers of statements in the order in which they are looked up, after the rest."""
    numbers = sorted(int(each[1:]) for each in where if _STATEMENT.fullmatch(each))
    named = [each for each in where if not _STATEMENT.fullmatch(each)]
    return "; ".join([*named, ", ".join(f"S{number}" for number in numbers)]).removesuffix("; ")


def _decided(rule: Rule[..., object]) -> Iterator[Citation]:
    for example in list(worked_examples(rule.name)) or worked_examples(asked_by(rule.name)):
        try:
            yield from rule.explain(*_facts(rule, example)).cites
        except ValueError:
            continue  # an example of what is refused, for which nothing is cited


def _facts(rule: Rule[..., object], example: WorkedExample) -> tuple[Any, ...]:
    """Return what a rule is asked in an example, by the figures of this release."""
    name = asked_by(rule.name)
    if not name:
        hints = get_annotations(rule.function, eval_str=True)
        facts = [_typed(hints[fact], example.given[fact]) for fact in rule.arguments]
        return (*facts, Parameters(date.fromisoformat(example.given["effective"]), None, shipped()))
    function = functions()[name]
    cells = [example.given.get(argument) or None for argument in function.signature.parameters]
    with noting() as asked:
        function.function(*function.read(*cells))
    *given, p = asked[0][1]
    return (*given, Parameters(p.effective, p.known, shipped()))


def _typed(hint: object, text: str) -> object:
    if not text:
        return None
    kind: Any = next(kind for kind in (Decimal, int, str) if hint in (kind, kind | None))
    return kind(text)
