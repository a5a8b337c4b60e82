"""What complies, what departs from the framework and is to be explained, and what is a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_vsm.committee.annual.departures import CODES, Departure, Looked, looked_at
from xl_vsm.committee.annual.reported import Reported, called
from xl_vsm.committee.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Figure,
    Table,
    ToComplete,
    Words,
)
from xl_vsm.findings import Finding, address
from xl_vsm.reports.plain import count, inert
from xl_vsm.reports.sheet_words import what_is_wrong
from xl_vsm.rules.rule import briefing

NONE = "none"


def compliance(of: Reported) -> tuple[Block, ...]:
    """Return what was looked at, each departure with its blank to complete, and the slips."""
    explain = of.notes.briefing(
        "comply or explain",
        "The framework is not mandatory. Every organisation is expected to comply, or to explain"
        " in its annual report why it does not, with a clear rationale for how it decided.",
        "S5",
        "S27",
    )
    looked = looked_at(of)
    departures = [(each.departure, finding) for each in looked for finding in each.findings]
    number = count(len(departures), "departure")
    return (
        Words(
            f"{number} from the framework {'was' if len(departures) == 1 else 'were'} found. Each"
            " is to be explained, or mended if it is not as the workbook states it.",
            explain,
        ),
        _table(looked),
        _complying(of, looked),
        *(block for at, each in enumerate(departures, 1) for block in _one(of, at, *each, explain)),
        _slips(of),
    )


def _table(looked: Sequence[Looked]) -> Table:
    columns = (
        Column("What is expected", wide=44),
        Column("Departures", wide=40),
        Column("Could not be checked", wide=54),
        Column("Check", wide=11),
    )
    rows = tuple(
        (
            each.departure.expected,
            Figure(_whose_each(each), marks=each.marks),
            inert(_unchecked(each)) or NONE,
            each.departure.code,
        )
        for each in looked
    )
    return Table(columns, rows, "What was looked at, and which posts depart")


def _whose_each(looked: Looked) -> str:
    return "; ".join(dict.fromkeys(map(_whose, looked.findings))) or NONE


def _unchecked(looked: Looked) -> str:
    whole = [f"every post: {why}" for why in looked.missing]
    return "; ".join((*whole, *(f"{post}: {why}" for post, why in looked.unchecked.items())))


def _complying(of: Reported, looked: Sequence[Looked]) -> Words:
    """Name the posts in which everything could be looked at and nothing departs."""
    others = {post for each in looked for post in (*each.posts, *each.unchecked)}
    names = [called(post) for post in of.posts if called(post) not in others]
    limits = ", but for what it says of every post" if any(each.missing for each in looked) else ""
    marked = dict.fromkeys(mark for each in looked for mark in each.marks)
    rests = f" This rests in part on {' and '.join(marked)} figures." if marked else ""
    return Words(
        "Posts that comply in everything the table lists, and of which nothing in it could not be"
        f" checked{limits}: {'; '.join(names) or NONE}.{rests}"
    )


def _one(
    of: Reported, number: int, departure: Departure, finding: Finding, explain: int
) -> Iterator[Block]:
    note = of.notes.on(departure.rule, briefing(*departure.statements))
    where = address(finding.sheet, finding.cell)
    rows = [
        Fact(f"Departure {number}", Figure(_whose(finding)), departure.expected),
        Fact("The workbook states", Figure(inert(finding.stated or "nothing")), f"in {where}"),
        Fact(
            "Expected",
            Figure(inert(finding.expected or "see beside"), note=note, marks=finding.marks),
            inert(
                finding.text if finding.why in finding.text else f"{finding.text}. {finding.why}"
            ),
        ),
    ]
    yield Facts(tuple(rows))
    yield ToComplete(departure.asks, 3, explain)


def _whose(finding: Finding) -> str:
    parts = (finding.row_key, finding.post)
    return inert(" ".join(part for part in parts if part)) or "the workbook as a whole"


def _slips(of: Reported) -> Table:
    """List every other finding: of arithmetic, of spelling, of what cannot be read."""
    columns = (
        Column("Where", wide=26),
        Column("Post", wide=30),
        Column("What is wrong", wide=76),
        Column("Check", wide=11),
        Column("Weight", wide=10),
    )
    rows = tuple(
        (
            inert(address(each.sheet, each.cell)),
            _whose(each),
            inert(what_is_wrong(each)),
            each.code,
            each.severity,
        )
        for each in of.of.report.findings
        if each.code not in CODES
    )
    return Table(
        columns,
        rows,
        "To be mended or settled before the report is sent: these are no departures",
        empty="Nothing.",
    )
