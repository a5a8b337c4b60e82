"""The numbered notes of a paper: each rule that a figure comes from, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xl_vsm.checks.finding import reference
from xl_vsm.committee.answer import Answer
from xl_vsm.committee.paper.figure import Figure, Kind, Value
from xl_vsm.findings import SourceReference
from xl_vsm.parameters import Parameters
from xl_vsm.reports.plain import day
from xl_vsm.rules import REGISTRY
from xl_vsm.rules.rule import BRIEFING, Citation

RULES = "docs/reference/rules.md"


@dataclass(frozen=True, slots=True)
class Source:
    """A document, the places in it, and the dates of what was published in it."""

    reference: SourceReference
    places: tuple[str, ...]
    dates: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note.

    Attributes:
        number: by which figures refer to it.
        title: the rule's name in words.
        says: what the rule gives.
        where: the page that documents it; empty where there is none.
        sources: what it rests on.
    """

    number: int
    title: str
    says: str
    where: str
    sources: tuple[Source, ...]


class Notes:
    """The notes of one paper, numbered as they are first needed.

    Args:
        p: the view whose figures the paper uses.
    """

    def __init__(self, p: Parameters) -> None:
        """Begin with none."""
        self._p = p
        self._cites: dict[str, dict[Citation, None]] = {}
        self._says: dict[str, str] = {}

    def figure(self, answer: Answer[Value], kind: Kind = "text") -> Figure:
        """Return an answer as a figure that refers to its rule's note."""
        return Figure(answer.value, kind, self.of(answer), answer.marks)

    def of(self, answer: Answer[object]) -> int | None:
        """Return the number of the note on an answer's rule; None for what a workbook states."""
        if answer.rule is None:
            return None
        return self.on(answer.rule, answer.cites)

    def on(self, rule: str, cites: Iterable[Citation] = ()) -> int:
        """Return the number of the note on a rule, which rests on these places too."""
        self._says.setdefault(rule, _purpose(rule))
        return self._number(rule, cites)

    def saying(self, title: str, says: str, cites: Iterable[Citation]) -> int:
        """Return the number of a note that is on no rule, such as on how a total is reached."""
        self._says.setdefault(title, says)
        return self._number(title, cites)

    def briefing(self, title: str, says: str, *statements: str) -> int:
        """Return the number of a note on statements of the framework briefing."""
        return self.saying(title, says, (Citation(BRIEFING, each) for each in statements))

    def _number(self, name: str, cites: Iterable[Citation]) -> int:
        self._cites.setdefault(name, {}).update(dict.fromkeys(cites))
        return list(self._cites).index(name) + 1

    def __iter__(self) -> Iterator[str]:
        """Give what each note is on: a rule, or a title."""
        return iter(self._cites)

    def all(self) -> Iterator[Note]:
        """Give the notes in order."""
        for number, (name, cites) in enumerate(self._cites.items(), 1):
            rule = REGISTRY.get(name)
            yield Note(
                number,
                name.replace("_", " ").replace("afc", "Agenda for Change"),
                self._says[name],
                f"{RULES}#{name}" if rule else "",
                tuple(self._sources(cites, rule.rests_on if rule else ())),
            )

    def _sources(self, cites: Iterable[Citation], rests_on: tuple[str, ...]) -> Iterator[Source]:
        places: dict[str, dict[str, None]] = {}
        for each in cites:
            places.setdefault(each.source, {})[each.locator] = None
        for source, found in places.items():
            where = tuple(found)
            cited = reference(Citation(source, ", ".join(where)), self._p)
            yield Source(cited, where, self._dates(source, rests_on))

    def _dates(self, source: str, rests_on: tuple[str, ...]) -> str:
        """Say from when the tables hold that were used from a document, and when they were out."""
        told = {
            f"holds from {day(each.effective_from)}, published {each.published_words},"
            f" {each.certainty}": None
            for name, each in self._p.used.items()
            if name in rests_on and each.source == source
        }
        return "; ".join(told)


def _purpose(rule: str) -> str:
    """Return what a rule gives, from the first line of its own words."""
    first = (REGISTRY[rule].function.__doc__ or "").partition("\n")[0].removeprefix("Return ")
    return f"{first[:1].upper()}{first[1:]}"
