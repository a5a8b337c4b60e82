"""`xl-vsm explain`."""

from __future__ import annotations

import difflib
from argparse import Namespace
from inspect import getdoc
from typing import TYPE_CHECKING

from xl_vsm.checks.check import Check
from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES, Trouble
from xl_vsm.cli.errors import CommandError
from xl_vsm.golden import worked_examples
from xl_vsm.parameters import shipped
from xl_vsm.rules import REGISTRY
from xl_vsm.rules.rule import Rule

if TYPE_CHECKING:
    from xl_vsm.excel import ExcelFunction

_EXAMPLES = 5


def run_explain(options: Namespace) -> int:
    """Print what a check looks for or what a rule gives, and what it rests on."""
    print("\n".join(explanation(options.subject)))
    return 0


def explanation(subject: str) -> list[str]:
    """Return the lines that explain a check's code or name, a rule's name, or a worksheet function.

    Raises:
        CommandError: there is no such check, rule or function; the message offers near ones.
    """
    wanted = subject.strip().casefold().replace("_", "-")
    every: list[Check | Trouble] = [*all_checks(), *TROUBLES]
    for check in every:
        if wanted in {check.code.casefold(), check.name}:
            return _of_check(check)
    for name, rule in REGISTRY.items():
        if wanted == name.replace("_", "-"):
            return _of_rule(rule)
    functions = _functions()
    if subject.strip().upper() in functions:
        return _of_function(functions[subject.strip().upper()])
    known = [each.code for each in every] + list(REGISTRY) + list(functions)
    near = difflib.get_close_matches(subject, known, n=3, cutoff=0.4)
    offer = f"; did you mean {', '.join(near)}?" if near else ""
    raise CommandError(f"no check, rule or function is called {subject!r}{offer}")


def _of_check(check: Check | Trouble) -> list[str]:
    lines = [f"{check.code} {check.name}", "", check.doc]
    if isinstance(check, Check):
        lines.insert(1, f"Severity: {check.severity}")
        lines += _figures(check.rests_on)
    return lines


def _of_rule(rule: Rule[..., object]) -> list[str]:
    lines = [rule.name, "", getdoc(rule.function) or ""]
    if rule.cites:
        document = shipped().sources[rule.cites[0].source]
        places = ", ".join(citation.locator for citation in rule.cites)
        lines += ["", f"Source: {document.title} ({document.publisher}): {places}"]
    return lines + _figures(rule.rests_on) + _examples(rule.name)


def _functions() -> dict[str, ExcelFunction]:
    """Return the worksheet functions, brought in only for somebody who asks for one."""
    import udfs  # noqa: F401, PLC0415 - importing it fills the registry
    from xl_vsm.excel import REGISTRY as FUNCTIONS  # noqa: PLC0415

    return FUNCTIONS


def _of_function(function: ExcelFunction) -> list[str]:
    parameters = function.signature.parameters.values()
    typed = ", ".join(p.name if p.default is p.empty else f"[{p.name}]" for p in parameters)
    words = [f"  {name:<26}{text}" for name, text in function.arguments.items()]
    examples = _examples(function.name)
    return [f"={function.name}({typed})", "", function.doc, "", *words, *examples]


def _examples(name: str) -> list[str]:
    """Show cases spread over the file, so that more than one threshold is seen."""
    cases = list(worked_examples(name))
    if not cases:
        return []
    step = max(1, len(cases) // _EXAMPLES)
    return ["", "Worked examples:", *(f"  {case}" for case in cases[::step][:_EXAMPLES])]


def _figures(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    return ["", *(f"Figures: {shipped().series(n).title} (xl-vsm rates {n})" for n in names)]
