"""The page of every statement of the documents, and what puts it to work."""

from __future__ import annotations

from collections.abc import Iterator

from making.carriers import carriers
from making.markdown import GENERATED, anchor, link, page, table
from making.statements import Statement, Statements, statements

LETTERS = {
    "S": "The NHS Providers briefing on the VSM pay framework",
    "F": "What else was read of the framework, and the annual awards",
    "D": "The Department's supplementary evidence on paybill",
    "P": "The NHSBSA page on pay and contributions",
    "N": "What else was read on the NHS Pension Scheme and an employer's costs",
}
HEAD = f"""\
{GENERATED.format(what="docs/making/statements.toml")}
# Coverage

Every statement of the documents that this package rests on, in words of its own, and what puts it
to work: a rule, a check, a table of figures or a command. Where nothing does, the row says why not.
"Not yet" is a gap.

The briefing is a summary: the framework itself was read only in its opening. How far to trust a
figure stands with [the figures](figures.md), and how much was read of a document with
[the documents](figures.md#documents).
"""


def coverage_page() -> str:
    """Return the page."""
    every = statements()
    lines = [HEAD, *_summary(every)]
    for letter, title in LETTERS.items():
        lines += [anchor(f"part-{letter}"), f"## {letter}. {title}\n"]
        groups: dict[str, dict[str, Statement]] = {}
        for number, each in every.statement.items():
            if number.startswith(letter):
                groups.setdefault(each.source, {})[number] = each
        for source, group in groups.items():
            lines += _group(source, group, every)
    return page([*lines, *_besides(every)])


def _summary(every: Statements) -> list[str]:
    rows = [
        _counts(
            link(title, f"#part-{letter.lower()}"),
            [each for number, each in every.statement.items() if number.startswith(letter)],
        )
        for letter, title in LETTERS.items()
    ]
    heads = ("Document", "Statements", "Carried", "No rule", "Not yet")
    return table(heads, [*rows, _counts("Together", list(every.statement.values()))])


def _counts(name: str, group: list[Statement]) -> tuple[str, ...]:
    gaps = sum(each.not_yet for each in group)
    carried = sum(bool(each.carried_by) for each in group)
    return (name, *map(str, (len(group), carried, len(group) - carried - gaps, gaps)))


def _group(source: str, group: dict[str, Statement], every: Statements) -> Iterator[str]:
    document = every.sources()[source]
    yield f"### {document.title}\n"
    yield f"{document.publisher}: {link('the document', f'figures.md#source-{source}')}.\n"
    rows = [
        (f"{anchor(number)}{number}", each.words, each.place, _carried(each))
        for number, each in group.items()
    ]
    yield from table(("No.", "Statement", "Place", "Carried by"), rows)


def _carried(each: Statement) -> str:
    if each.no_rule:
        return f"{'**Not yet**' if each.not_yet else 'No rule'}: {_reason(each)}"
    return ", ".join(_carrier(name) for name in each.carried_by)


def _reason(each: Statement) -> str:
    return each.no_rule.removeprefix("not yet").removeprefix(":").strip()


def _carrier(name: str) -> str:
    kind, _, what = name.partition(":")
    return f"{kind} {link(what, carriers()[name])}"


def _besides(every: Statements) -> Iterator[str]:
    yield "## Without a statement\n"
    yield "What is in this package besides, and why.\n"
    rows = [(name.replace(":", " "), why) for name, why in every.besides.items()]
    yield from table(("What", "Why"), rows)
