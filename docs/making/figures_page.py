"""The page of every table of figures: each publication, its dates, its source and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import getdoc

from making.carriers import COMMANDS, all_rules, command_anchor, figures_of
from making.figure_tables import shown
from making.markdown import GENERATED, anchor, code, link, page, sentence, table
from making.statements import links_to, statements
from xl_vsm.parameters import Publication, Series, Source, shipped
from xl_vsm.parameters.days import day
from xl_vsm.parameters.store import SHIPPED
from xl_vsm.parameters.tables import KINDS
from xl_vsm.reference.publications import CERTAINTY, standing_of

SEEN = {
    "whole": "all of its text",
    "opening": "part of it, as a rule the opening of the page",
    "not seen": "none of it; others name it",
    "made here": "it belongs to this package",
}
HEAD = f"""\
{GENERATED.format(what="the file in xl_vsm/parameters/data")}
# Figures

Every table that the answers rest on, as each document published it. A table holds from its first
day until a later one begins, or until an end that the document itself sets; where two begin on one
day, the later published answers. `--effective` picks the day and `--known` what had been published
by a day.

**Illustrative** figures are made up. **Pending** means that nothing has been decided yet.
**Transcribed** figures were read in secondary copies only, or worked out.
"""


def figures_page() -> str:
    """Return the page."""
    contents = [_content(shipped().series(name)) for name in KINDS]
    lines = [HEAD, *contents, ""]
    for name in KINDS:
        lines += _series(shipped().series(name))
    return page([*lines, *_commands(), *_documents()])


def _content(series: Series) -> str:
    marks = dict.fromkeys(mark.mark for each in series.publication for mark in standing_of(each))
    said = f": {' or '.join(marks)} in part" if marks else ""
    if all(list(standing_of(each)) for each in series.publication):
        said = said.removesuffix(" in part")
    return f"- {link(series.title, f'#{series.id}')}{said}"


def _series(series: Series) -> Iterator[str]:
    yield anchor(series.id)
    yield f"## {series.title}\n"
    yield f"{getdoc(KINDS[series.id])}\n"
    yield f"Kept by {series.owner}. Last looked for on {day(series.checked)}.\n"
    if series.before:
        yield f"Before: {sentence(series.before)}\n"
    yield "```text"
    yield from _head(series.id)
    yield "```\n"
    numbers = statements().carried_by(f"figures:{series.id}")
    rules = [
        link(name, f"rules.md#{name}") for name in all_rules() if series.id in figures_of(name)
    ]
    yield f"- Statements: {links_to(numbers)}"
    yield f"- Rules: {', '.join(rules)}" if rules else ""
    yield ""
    for publication in series.publication:
        yield from _publication(publication, series)


def _head(name: str) -> Iterator[str]:
    """Return what the file says of itself before its first line that is not a remark."""
    for line in (SHIPPED / f"{name}.toml").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").removeprefix(" ")


def _publication(publication: Publication, series: Series) -> Iterator[str]:
    yield anchor(f"{series.id}-{publication.key}")
    yield f"### {series.title}: {publication.key}\n"
    for mark in standing_of(publication):
        yield f"**{mark}**\n"
    yield from (f"- {words}" for words in _facts(publication, series))
    yield ""
    yield from shown(publication.table)


def _facts(publication: Publication, series: Series) -> Iterator[str]:
    until = publication.effective_until
    end = f", until the day before {day(until)}" if until else ""
    yield f"Holds from {day(publication.effective_from)}{end}"
    month = publication.published_precision == "month"
    when = f"{publication.published:%B %Y}" if month else day(publication.published)
    yield f"Published {'in' if month else 'on'} {when}"
    if publication.stage != "final":
        yield f"Stage: {publication.stage}"
    for key in publication.replaces:
        yield f"Replaces {link(key, f'#{series.id}-{key}')}"
    for later in series.publication:
        if publication.key in later.replaces:
            yield f"Replaced by {link(later.key, f'#{series.id}-{later.key}')}"
    yield f"Certainty: {publication.certainty}, {CERTAINTY[publication.certainty]}"
    document = shipped().sources[publication.source]
    named = link(document.title, document.url) if document.url else document.title
    yield f"Source: {named} ({document.publisher}), {publication.locator}"
    if publication.basis:
        yield f"Basis: {publication.basis}"
    if publication.note:
        yield f"Note: {publication.note}"


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    for name, words in COMMANDS.items():
        yield anchor(command_anchor(name))
        yield f"### xl-vsm {name}\n"
        yield f"{words} {code('xl-vsm rates --help')} has every option.\n"


def _documents() -> Iterator[str]:
    yield anchor("documents")
    yield "## Documents\n"
    yield "Every document that is named here, and how much of it was read.\n"
    rows = [_document(key, each) for key, each in statements().sources().items()]
    yield from table(("Document", "Publisher", "Published", "Read"), rows)


def _document(key: str, document: Source) -> tuple[str, ...]:
    title = link(document.title, document.url) if document.url else document.title
    published = day(document.published) if document.published else "no date seen"
    return (f"{anchor(f'source-{key}')}{title}", document.publisher, published, SEEN[document.seen])
