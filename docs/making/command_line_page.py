"""The page of the command line, made from the parsers that read it.

argparse's own help is not printed: each Python sets it out in another way.
"""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator

from making.markdown import GENERATED, anchor, code, page, sentence, table
from xl_vsm.cli.parser import _parser

HEAD = """\
# The command line

Verb by verb, the words of `xl-vsm VERB --help`. Exit codes are the same everywhere: 0 nothing at or
above the severity that a run fails on, 1 something found, 2 the command or a workbook could not be
read. A day is written as `2025-04-01`.
"""


def command_line_page() -> str:
    """Return the page."""
    return page([GENERATED.format(what="the parsers in xl_vsm/cli"), HEAD, *_verbs(_parser(), 2)])


def _verbs(parser: ArgumentParser, depth: int) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for made in action.choices.values():
                yield from _verb(made, depth)
                yield from _verbs(made, depth + 1)


def _verb(parser: ArgumentParser, depth: int) -> Iterator[str]:
    yield anchor(parser.prog.replace(" ", "-"))
    yield f"{'#' * depth} {parser.prog}"
    yield f"\n```text\n{(parser.description or '').strip()}\n```\n"
    usual = (parser._positionals, parser._optionals)
    yield from _rows([each for group in usual for each in group._group_actions])
    for group in parser._action_groups:
        if group not in usual and group._group_actions:
            yield f"{sentence(group.title or '').rstrip('.')}:\n"
            yield from _rows(group._group_actions)


def _rows(actions: list[Action]) -> list[str]:
    told = [each for each in actions if each.help is not SUPPRESS and each.dest != "help"]
    told = [each for each in told if not isinstance(each, _SubParsersAction)]
    if not told:
        return []
    return table(("Typed", "What it does"), [(code(_typed(each)), _words(each)) for each in told])


def _typed(action: Action) -> str:
    names = ", ".join(action.option_strings)
    if action.nargs == 0:
        return names
    value = action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper()
    return f"{names} {value}".strip()


def _words(action: Action) -> str:
    # What has no words is told by its own choices, or by the words above the table.
    usual = "one of these" if action.choices else "see above"
    return (action.help or usual).replace("%%", "%")
