"""What a worksheet function answers, why, on whose authority, and what to know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from xl_vsm import clock
from xl_vsm.excel import ExcelFunction
from xl_vsm.excel.answer import answer_of
from xl_vsm.excel.view import Terms, answering_by, noting
from xl_vsm.parameters import Parameters, Publication
from xl_vsm.reference.authority import Cited, documents_of
from xl_vsm.reference.publications import standing_of
from xl_vsm.rules import Outcome
from xl_vsm.rules.money import percent, pounds
from xl_vsm.web.pages.calculator_fields import Field, values_of
from xl_vsm.web.pages.calculator_formula import formula

MEANS = {
    "illustrative": "This rests on made-up figures that nobody published. Decide nothing by it.",
    "pending": "It is under review, and nobody can say yet.",
    "transcribed": "Only secondary copies of these figures were seen. Compare them with the"
    " published table before you rely on this.",
}
"""What each mark means for whoever reads an answer."""

_SPILLS = re.compile(r"\bspills (.+?)\.")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of an answer.

    Attributes:
        value: what the cell holds in Excel.
        shown: the same for people: £15,000, 12.5%.
        name: what it is, where there are several.
    """

    value: bool | int | float | str
    shown: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What to know before anybody relies on an answer.

    Attributes:
        mark: the mark.
        words: what it means.
        figures: the tables that bear it.
    """

    mark: Literal["illustrative", "pending", "transcribed"]
    words: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A table that an answer rests on.

    Attributes:
        key: its id.
        title: its title.
        publication: which publication of it answered.
        overtaken: what was announced since and is not in it; empty where nothing was.
    """

    key: str
    title: str
    publication: Publication
    overtaken: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer.

    Attributes:
        cells: what it is; several where it spills.
        reason: why, in words; empty where the answer is itself words about something.
        documents: on whose authority.
        effective: the day that it is for; None where no figures were asked.
        is_today: whether that is today because no day was given.
        known: what had been published by this day; None for everything.
        marks: what to know of it.
        figures: the tables that it rests on.
        formula: what gives it in Excel.
    """

    cells: tuple[Cell, ...]
    reason: str
    documents: tuple[Cited, ...]
    effective: date | None
    is_today: bool
    known: date | None
    marks: tuple[Mark, ...]
    figures: tuple[Figures, ...]
    formula: str


def answer(function: ExcelFunction, fields: list[Field]) -> Answer:
    """Answer for what a form says.

    Raises:
        ValueError: there is no answer; the message says why, in words.
    """
    terms = Terms(clock.today())
    with answering_by(terms), noting() as asked:
        result = function.function(*values_of(fields))
        reason, documents = _reason(asked)
    views = list(terms.views.values())
    used = {name: (view, each) for view in views for name, each in view.used.items()}
    effective = views[0].effective if views else None
    return Answer(
        cells=tuple(_cells(function, result)),
        reason=reason,
        documents=documents,
        effective=effective,
        is_today=terms.took_today,
        known=views[0].known if views else None,
        marks=tuple(_marks(used, result)),
        figures=tuple(_figures(name, *used[name]) for name in sorted(used)),
        formula=formula(function, fields, effective),
    )


def _reason(asked: list[tuple[Any, tuple[Any, ...]]]) -> tuple[str, tuple[Cited, ...]]:
    """Return why, and on whose authority, by the rule that was asked first: the answer is its."""
    if not asked:
        return "", ()
    rule, facts = asked[0]
    found = rule.explain(*facts)
    store = facts[-1].store
    return f"{found.reason[:1].upper()}{found.reason[1:]}.", tuple(documents_of(found.cites, store))


def _cells(function: ExcelFunction, result: Any) -> list[Cell]:
    if not isinstance(result, list):
        return [_cell(function, result)]
    names = re.split(", | and ", _SPILLS.search(function.summary)[1])  # type: ignore[index]
    return [
        _cell(function, each, name[:1].upper() + name[1:])
        for name, each in zip(names, result, strict=True)
    ]


def _cell(function: ExcelFunction, result: Any, name: str = "") -> Cell:
    value = answer_of(result)
    assert isinstance(value, bool | int | float | str)
    if isinstance(result, Decimal):
        # `_RATE` in a name is a fraction; any other amount is money.
        return Cell(
            value, percent(result) if function.name.endswith("_RATE") else pounds(result), name
        )
    return Cell(value, str(value), name)


def _marks(used: dict[str, tuple[Parameters, Publication]], result: object) -> list[Mark]:
    """Return the marks of the figures used, and of an answer that is pending by itself."""
    titles: dict[str, dict[str, None]] = {}
    for name, (view, publication) in used.items():
        for standing in standing_of(publication):
            title = view.store.series(name).title
            titles.setdefault(standing.mark, {})[title] = None
    if result == Outcome.PENDING:
        titles.setdefault("pending", {})
    order: tuple[Literal["illustrative", "pending", "transcribed"], ...]
    order = ("illustrative", "pending", "transcribed")
    return [Mark(mark, MEANS[mark], tuple(titles[mark])) for mark in order if mark in titles]


def _figures(name: str, view: Parameters, publication: Publication) -> Figures:
    series = view.store.series(name)
    change = series.overtaken(view.effective, view.known)
    return Figures(name, series.title, publication, change.words if change else "")
