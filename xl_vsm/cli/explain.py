"""`xl-vsm explain`."""

from __future__ import annotations

from argparse import Namespace

from xl_vsm.cli.errors import CommandError
from xl_vsm.golden import WorkedExample
from xl_vsm.parameters import shipped
from xl_vsm.reference.authority import cited_by, examples_of, some_of
from xl_vsm.reference.entries import explained, found
from xl_vsm.reference.entry import Entry
from xl_vsm.reference.near import near


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
    entry = found(subject, explained())
    if entry is None:
        names = near(subject, explained())
        offer = f"; did you mean {', '.join(names)}?" if names else ""
        raise CommandError(f"no check, rule or function is called {subject!r}{offer}")
    if entry.kind == "check":
        return _of_check(entry)
    return _of_rule(entry) if entry.kind == "rule" else _of_function(entry)


def _of_check(entry: Entry) -> list[str]:
    severity = [f"Severity: {entry.severity}"] if entry.severity else []
    return [entry.title, *severity, "", entry.words, *_block(_figures(entry))]


def _of_rule(entry: Entry) -> list[str]:
    lines = [entry.name, "", entry.words]
    if entry.function:
        lines += _block([f"In Excel: ={entry.function} (xl-vsm explain {entry.function})"])
    return lines + _block(_sources(entry)) + _block(_figures(entry)) + _examples(entry)


def _of_function(entry: Entry) -> list[str]:
    words = [f"  {name:<26}{text}" for name, text in entry.arguments.items()]
    lines = [entry.typed, "", entry.words, *_block(words)]
    if entry.rule:
        lines += _block([f"The rule: {entry.rule} (xl-vsm explain {entry.rule})"])
        lines += _block(_sources(entry)) + _block(_figures(entry))
    return lines + _examples(entry)


def _sources(entry: Entry) -> list[str]:
    return [
        f"Source: {each.document.title} ({each.document.publisher}): {each.places}"
        for each in cited_by(entry)
    ]


def _examples(entry: Entry) -> list[str]:
    shown = some_of(examples_of(entry))
    return ["", "Worked examples:", *(f"  {_example(each)}" for each in shown)] if shown else []


def _example(case: WorkedExample) -> str:
    # Where several figures are expected, each stands among the facts under a name of its own.
    return str(case) if case.expected else str(case).replace(":  (", " (")


def _figures(entry: Entry) -> list[str]:
    return [f"Figures: {shipped().series(n).title} (xl-vsm rates {n})" for n in entry.figures]


def _block(lines: list[str]) -> list[str]:
    """Put a blank line before lines, where there are any."""
    return ["", *lines] if lines else []
