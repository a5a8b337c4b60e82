"""`xl-vsm explain`."""

from __future__ import annotations

import difflib
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from inspect import Parameter, getdoc

from xl_vsm.checks.check import Check
from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES, Trouble
from xl_vsm.cli.authority import ASKS, PLAIN, asked_by, examples_of, functions, sources_of
from xl_vsm.cli.errors import CommandError
from xl_vsm.excel import ExcelFunction
from xl_vsm.golden import WorkedExample, worked_examples
from xl_vsm.parameters import shipped
from xl_vsm.parameters.lint import CODES
from xl_vsm.parameters.lint_rules import MEANINGS, severity_of
from xl_vsm.rules import REGISTRY
from xl_vsm.rules.rule import Rule
from xl_vsm.rules.words import squeeze

_EXAMPLES = 5

_Explainer = Callable[[], list[str]]


def run_explain(options: Namespace) -> int:
    """Print what a check looks for or what a rule gives, and what it rests on."""
    print("\n".join(explanation(options.subject)))
    return 0


def explanation(subject: str) -> list[str]:
    """Return the lines that explain a code, or a check, a rule or a worksheet function by its name.

    Names are found without regard to case, spaces and punctuation.

    Raises:
        CommandError: there is no such check, rule or function; the message offers near ones.
    """
    wanted = squeeze(subject)
    known = _known()
    # A rule and the worksheet function that asks it may differ in their capitals alone.
    if subject.strip() in known:
        return known[subject.strip()]()
    for name, explainer in known.items():
        if wanted == squeeze(name):
            return explainer()
    squeezed = {squeeze(name): name for name in known}
    near = difflib.get_close_matches(wanted, squeezed, n=3, cutoff=0.4)
    offer = f"; did you mean {', '.join(squeezed[each] for each in near)}?" if near else ""
    raise CommandError(f"no check, rule or function is called {subject!r}{offer}")


def _known() -> dict[str, _Explainer]:
    """Return everything that can be explained, by each name that it goes by."""
    known: dict[str, _Explainer] = {}
    checks: list[Check | Trouble] = [*all_checks(), *TROUBLES]
    for check in checks:
        known[check.code] = known[check.name] = partial(_of_check, check)
    for code, name in CODES.items():
        known[code] = known[name] = partial(_of_data, code)
    for name, rule in REGISTRY.items():
        known[name] = partial(_of_rule, rule)
    for name in PLAIN:
        known[name] = partial(_of_plain, name)
    for name, function in functions().items():
        known[name] = partial(_of_function, function)
    return known


def _of_check(check: Check | Trouble) -> list[str]:
    lines = [f"{check.code} {check.name}", "", check.doc]
    if isinstance(check, Check):
        lines.insert(1, f"Severity: {check.severity}")
        lines += _block(_figures(check.rests_on))
    return lines


def _of_data(code: str) -> list[str]:
    return [f"{code} {CODES[code]}", f"Severity: {severity_of(code)}", "", MEANINGS[code]]


def _of_rule(rule: Rule[..., object]) -> list[str]:
    lines = [rule.name, "", getdoc(rule.function) or ""]
    if function := asked_by(rule.name):
        lines += _block([f"In Excel: ={function} (xl-vsm explain {function})"])
    lines += _block([*sources_of(rule.rests_on, rule)])
    return lines + _block(_figures(rule.rests_on)) + _examples(examples_of(rule.name))


def _of_plain(name: str) -> list[str]:
    function, figures = PLAIN[name]
    lines = [name, "", getdoc(function) or "", *_block([*sources_of(figures)])]
    return lines + _block(_figures(figures)) + _examples(examples_of(name))


def _of_function(function: ExcelFunction) -> list[str]:
    typed = ", ".join(_typed(each) for each in function.signature.parameters.values())
    words = [f"  {name:<26}{text}" for name, text in function.arguments.items()]
    lines = [f"={function.name}({typed})", "", function.doc, *_block(words)]
    if function.name in ASKS:
        rule = REGISTRY[ASKS[function.name]]
        lines += _block([f"The rule: {rule.name} (xl-vsm explain {rule.name})"])
        lines += _block([*sources_of(rule.rests_on, rule)]) + _block(_figures(rule.rests_on))
    return lines + _examples(list(worked_examples(function.name)))


def _typed(parameter: Parameter) -> str:
    if parameter.kind is Parameter.VAR_POSITIONAL:
        return f"[{parameter.name} ...]"
    return parameter.name if parameter.default is Parameter.empty else f"[{parameter.name}]"


def _examples(cases: list[WorkedExample]) -> list[str]:
    """Show cases spread over the file, so that more than one threshold is seen."""
    if not cases:
        return []
    step = max(1, len(cases) // _EXAMPLES)
    shown = cases[::step][:_EXAMPLES]
    return ["", "Worked examples:", *(f"  {_example(case)}" for case in shown)]


def _example(case: WorkedExample) -> str:
    # Where several figures are expected, each stands among the facts under a name of its own.
    return str(case) if case.expected else str(case).replace(":  (", " (")


def _figures(names: tuple[str, ...]) -> list[str]:
    return [f"Figures: {shipped().series(n).title} (xl-vsm rates {n})" for n in names]


def _block(lines: list[str]) -> list[str]:
    """Put a blank line before lines, where there are any."""
    return ["", *lines] if lines else []
