"""The page of every rule: what it gives, on whose authority, by which figures, with examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import signature
from itertools import groupby
from typing import Any

import udfs  # noqa: F401 - importing it fills the registry of worksheet functions
from making.carriers import all_rules, figures_of, plain, topic
from making.functions_page import functions_of
from making.golden import Example, chosen, examples
from making.markdown import GENERATED, anchor, code, link, page, sentence, table
from making.statements import links_to, statements
from xl_vsm.parameters import shipped
from xl_vsm.reference.docstrings import Docstring
from xl_vsm.reference.entries import TOPICS
from xl_vsm.rules import Rule

OUTCOMES = "NotInForce", "Unanswerable", "OverLimit"
HEAD = f"""\
{GENERATED.format(what="the rule")}
# Rules

Each rule is a plain function. It takes facts and, last, the figures: for the day that the answer is
for, as published by another day. It answers, or says what is missing.

- `Unanswerable`: a fact is missing or cannot be, or no source gives an answer for it.
- `NotInForce`: no publication here answers for that day.
- `OverLimit`: the framework does not allow what was asked for.

In the examples of a rule the figures are given as the day, and the day by which they were known
where it matters. An example that begins with `=` is a worksheet function that asks the rule.

The statements are in [the table of coverage](coverage.md), the figures on
[their own page](figures.md), the worksheet functions on [theirs](functions.md).
"""
_Any = Rule[Any, Any] | Callable[..., object]


def rules_page() -> str:
    """Return the page."""
    lines = [HEAD]
    for name, group in groupby(all_rules().items(), key=lambda pair: topic(pair[1])):
        lines.append(f"## {TOPICS[name]}\n")
        for rule, function in group:
            lines += _rule(rule, function)
    return page(lines)


def _rule(name: str, rule: _Any) -> Iterator[str]:
    said = Docstring.of(plain(rule))
    facts = list(signature(plain(rule)).parameters)
    yield anchor(name)
    yield f"### {name}\n"
    yield code(f"{name}({', '.join(facts)})") + "\n"
    for paragraph in said.paragraphs:
        yield f"{paragraph}\n"
    if said.args:
        yield from table(("Argument", "What it is"), [(code(k), v) for k, v in said.args.items()])
    if said.returns:
        yield f"Gives: {said.returns}\n"
    for error, words in said.raises.items():
        yield f"{code(error)}: {sentence(words)}\n"
    yield from _authority(name)
    yield from _examples(name)


def _authority(name: str) -> Iterator[str]:
    numbers = statements().carried_by(f"rule:{name}")
    if numbers:
        yield f"- Statements: {links_to(numbers)}"
    figures = [link(shipped().series(f).title, f"figures.md#{f}") for f in figures_of(name)]
    yield f"- Figures: {', '.join(figures)}"
    asked_by = [link(f, f"functions.md#{f.lower()}") for f in functions_of(name)]
    if asked_by:
        yield f"- In Excel: {', '.join(asked_by)}"
    yield ""


def _examples(name: str) -> Iterator[str]:
    asked = [(function, each) for function in functions_of(name) for each in examples(function)]
    by_rule = [(name, each) for each in examples(name)]
    cases = by_rule or asked
    if not cases:
        return
    heads = ("Asked", "Answer", "Who says so")
    typed = "=" if not by_rule else ""
    kept = chosen([each for _, each in cases if each.is_documented])
    callers: dict[Example, str] = {each: caller for caller, each in cases}
    yield from table(
        heads,
        [(code(typed + each.typed(callers[each])), each.shown(), each.who_says) for each in kept],
    )
