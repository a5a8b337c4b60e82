"""Every entry, from the registries of checks, rules, functions and figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from inspect import Parameter, getdoc

from xl_vsm.checks.check import Check
from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES, Trouble
from xl_vsm.excel import ExcelFunction
from xl_vsm.parameters import shipped
from xl_vsm.parameters.lint_rules import CODES, MEANINGS, severity_of
from xl_vsm.parameters.tables import KINDS
from xl_vsm.reference.authority import ASKS, PLAIN, asked_by, functions
from xl_vsm.reference.entry import Entry
from xl_vsm.rules import REGISTRY
from xl_vsm.rules.words import squeeze

FAMILIES = {
    "APR": "Approvals",
    "AWD": "Awards and withholding",
    "BIL": "Paybill",
    "BND": "Banding",
    "DAT": "Parameter data",
    "PAY": "Pay and premia",
    "PEN": "Pension",
    "RUN": "The tool itself",
    "SEC": "An unsafe file",
    "WBK": "The workbook",
}
"""What the codes of each family are about."""
TOPICS = {
    "approvals": "Approvals",
    "awards": "The annual award",
    "banding": "Banding",
    "overlap": "Overlap with Agenda for Change",
    "pay": "Pay and premia",
    "paybill": "Paybill",
    "pension": "Pension",
}
"""What the rules in each folder are about."""


@cache
def explained() -> tuple[Entry, ...]:
    """Return every check, rule and worksheet function: what `xl-vsm explain` knows."""
    checks = sorted(_checks(), key=lambda entry: entry.key)
    return (*checks, *sorted(_rules(), key=lambda entry: entry.group), *_functions())


@cache
def entries() -> tuple[Entry, ...]:
    """Return everything that can be looked up, each kind together."""
    return (*explained(), *map(_figures, KINDS))


def names_of(among: tuple[Entry, ...]) -> dict[str, Entry]:
    """Return entries by every name that they go by: a check has its code and its name."""
    named = {name: entry for entry in among if entry.kind == "check" for name in _both(entry)}
    return named | {entry.key: entry for entry in among if entry.kind != "check"}


def found(subject: str, among: tuple[Entry, ...]) -> Entry | None:
    """Return the entry of a name, without regard to case, spaces and punctuation.

    A rule and the worksheet function that asks it may differ in their capitals alone, and a rule
    and its figures in a hyphen: the name as it is written comes first.
    """
    named = names_of(among)
    exact = named.get(subject.strip())
    if exact is not None:
        return exact
    wanted = squeeze(subject)
    return next((entry for name, entry in named.items() if squeeze(name) == wanted), None)


def _both(entry: Entry) -> tuple[str, str]:
    return entry.key, entry.name


def _checks() -> Iterator[Entry]:
    made: list[Check | Trouble] = [*all_checks(), *TROUBLES]
    for each in made:
        yield Entry(
            kind="check",
            key=each.code,
            name=each.name,
            group=FAMILIES[each.code[:3]],
            words=each.doc,
            severity=each.severity if isinstance(each, Check) else "",
            figures=each.rests_on if isinstance(each, Check) else (),
        )
    for code, name in CODES.items():
        group = FAMILIES[code[:3]]
        yield Entry("check", code, name, group, MEANINGS[code], severity=severity_of(code))


def _rules() -> Iterator[Entry]:
    for name, rule in REGISTRY.items():
        words = getdoc(rule.function) or ""
        topic = TOPICS[rule.function.__module__.split(".")[2]]
        yield Entry("rule", name, name, topic, words, "", rule.rests_on, name, asked_by(name))
    for name, (function, figures) in PLAIN.items():
        topic = TOPICS[function.__module__.split(".")[2]]
        yield Entry("rule", name, name, topic, getdoc(function) or "", figures=figures)


def _functions() -> Iterator[Entry]:
    every = functions().values()
    for function in sorted(every, key=lambda each: (each.category.casefold(), each.name)):
        rule = ASKS.get(function.name, "")
        yield Entry(
            kind="function",
            key=function.name,
            name=function.name,
            group=function.category,
            words=function.doc,
            figures=REGISTRY[rule].rests_on if rule else (),
            rule=rule,
            function=function.name,
            typed=typed(function),
            arguments=function.arguments,
        )


def _figures(name: str) -> Entry:
    title = shipped().series(name).title
    words = getdoc(KINDS[name]) or ""
    return Entry("figures", name, title, "Tables of figures", words, figures=(name,))


def typed(function: ExcelFunction) -> str:
    """Return how a worksheet function is typed, with what may be left out in brackets."""
    shown = ", ".join(_typed(each) for each in function.signature.parameters.values())
    return f"={function.name}({shown})"


def _typed(parameter: Parameter) -> str:
    if parameter.kind is Parameter.VAR_POSITIONAL:
        return f"[{parameter.name} ...]"
    return parameter.name if parameter.default is Parameter.empty else f"[{parameter.name}]"
