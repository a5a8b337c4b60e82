"""One post and all that is known about it, as the checks ask for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar, cast

from xl_vsm.checks.bounds import too_large
from xl_vsm.checks.cannot import CannotCheck, NothingToCheck
from xl_vsm.checks.organisations import organisation_type_of, type_by_measure
from xl_vsm.checks.spelling import without_marks
from xl_vsm.checks.titles import role_of_title
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.rules import OrganisationType, Role, Unanswerable
from xl_vsm.rules.words import Word, squeeze
from xl_vsm.sheets import Entry, Particulars, PostRow
from xl_vsm.sheets.fields import FIELDS

A = TypeVar("A")
T = TypeVar("T", str, int, bool, date, Decimal)
W = TypeVar("W", bound=Word)

_AGENDA_FOR_CHANGE = re.compile(r"\b(agenda for change|afc|band ?[1-9][a-d]?)\b", re.I)


_ROW, _PARTICULARS = frozenset(PostRow.names()), frozenset(Particulars.names())
NO_ANSWER = (CannotCheck, NothingToCheck, NotInForce, Unanswerable)
"""What a case raises that has no answer. Each says why in words."""


def once(question: Callable[[Case], A]) -> Callable[[Case], A]:
    """Have a case answer a question once, however many checks ask it.

    What is kept is the answer, or why there is none.
    """

    @wraps(question)
    def asked(case: Case) -> A:
        if question not in case.answered:
            try:
                case.answered[question] = question(case), None
            except NO_ANSWER as reason:
                case.answered[question] = None, reason
        answer, why_not = case.answered[question]
        if why_not is not None:
            raise why_not.with_traceback(None)
        return cast("A", answer)

    return asked


class Case:
    """A post, its workbook's particulars, and the figures for the workbook's day."""

    def __init__(self, row: PostRow, particulars: Particulars, p: Parameters) -> None:
        """Take the row as read, what the workbook says of itself, and the parameters."""
        self.row = row
        self.particulars = particulars
        self.p = p
        self.answered: dict[Callable[..., Any], tuple[Any, Exception | None]] = {}
        """What `once` keeps."""

    def entry(self, field: str) -> Entry[Any]:
        """Return the row's entry for a field.

        Raises:
            NothingToCheck: the workbook has no such column.
        """
        found: Entry[Any] | None = getattr(self.row, field)
        if found is None:
            raise NothingToCheck
        return found

    def has(self, field: str) -> bool:
        """Say whether the row states a readable value for a field."""
        found: Entry[Any] | None = getattr(self.row, field)
        return found is not None and found.state == "stated"

    def stated(self, field: str, kind: type[T]) -> T:
        """Return the figure that a check is about.

        Raises:
            NothingToCheck: the workbook has no such column.
            CannotCheck: the cell has no value that can be used.
        """
        entry = self.entry(field)
        return _value(entry, field, kind)

    def fact(self, field: str, kind: type[T]) -> T:
        """Return a figure that a check needs besides, from the row or else the particulars.

        Raises:
            CannotCheck: the workbook does not state it, or not so that it can be read.
        """
        entry = self._found(field)
        if entry is None:
            raise CannotCheck(f"the workbook does not state the {label(field)}")
        return _value(entry, field, kind)

    def fact_or(self, field: str, kind: type[T], otherwise: Any) -> Any:
        """Return a fact where it is stated, and something else where there is none.

        Raises:
            CannotCheck: a value is there but cannot be read.
        """
        entry = self._found(field)
        if entry is None or entry.state in {"blank", "not applicable"}:
            return otherwise
        return _value(entry, field, kind)

    def word(self, field: str, kind: type[W]) -> W:
        """Return a stated choice.

        Raises:
            NothingToCheck: the workbook has no such column.
            CannotCheck: what the cell says is none of the choices.
        """
        text = self.stated(field, str)
        try:
            return kind.read(without_marks(text))
        except ValueError as error:
            raise CannotCheck(f"the {label(field)} {error}", self.entry(field).cell) from error

    @once
    def role(self) -> Role:
        """Return the post's role in the framework, from its column or else from its title.

        Raises:
            CannotCheck: neither says it.
        """
        if self.has("role"):
            return self.word("role", Role)
        return role_of_title(self.fact("post", str))

    @once
    def organisation_type(self) -> OrganisationType:
        """Return whether a trust or an ICB employs the post."""
        text: str | None = self.fact_or("organisation_type", str, None)
        if text is None:
            return self._unstated_type()
        try:
            return organisation_type_of(text)
        except ValueError as error:
            raise CannotCheck(f"the organisation type {error}") from error

    def _unstated_type(self) -> OrganisationType:
        """Return the type that the stated measure tells, or else the organisation's name."""
        stated = {}
        for field in ("turnover", "weighted_population"):
            entry = self._found(field)
            stated[field] = entry is not None and entry.state == "stated"
        if found := type_by_measure(**stated):
            return found
        try:
            return organisation_type_of(self.fact_or("organisation", str, ""))
        except ValueError:
            raise CannotCheck("the workbook does not state the organisation type") from None

    @once
    def size(self) -> Decimal:
        """Return the measure that bands the organisation, the post's own where it spans several."""
        measure = {
            OrganisationType.TRUST: "turnover",
            OrganisationType.ICB: "weighted_population",
        }
        return self.fact(measure[self.organisation_type()], Decimal)

    @once
    def medical_contract(self) -> bool:
        """Say whether the post-holder kept a medical contract."""
        contract = squeeze(self.fact_or("contract", str, ""))
        said = any(word in contract for word in ("medical", "consultant"))
        return bool(self.fact_or("medical_contract", bool, said))

    @once
    def in_framework(self) -> None:
        """Let a check of the framework go on only for a post that the framework covers.

        Raises:
            CannotCheck: the contract is another one.
        """
        said = self.fact_or("contract", str, "")
        contract = squeeze(said)
        agenda_for_change = "agendaforchange" in contract or _AGENDA_FOR_CHANGE.search(said)
        if agenda_for_change or self.has("afc_band"):
            raise CannotCheck(
                "on an Agenda for Change contract: that scale sets its pay and award, not the VSM"
                " ranges"
            )
        if "agency" in contract or "offpayroll" in contract:
            raise CannotCheck("off payroll: the workbook's figure is not a VSM salary")

    @once
    def on_vsm_terms(self) -> None:
        """Let a check of VSM ranges go on only for a post on VSM terms.

        Raises:
            CannotCheck: the contract is another one.
        """
        self.in_framework()
        if self.medical_contract():
            raise CannotCheck("on a medical contract: the VSM ranges do not set its salary")

    def _found(self, field: str) -> Entry[Any] | None:
        """Prefer the row's own value; where it has none, the workbook's particulars answer."""
        own: Entry[Any] | None = getattr(self.row, field) if field in _ROW else None
        general: Entry[Any] | None = (
            getattr(self.particulars, field) if field in _PARTICULARS else None
        )
        if own is not None and (own.state not in {"blank", "not applicable"} or general is None):
            return own
        return general


def label(field: str) -> str:
    """Return how people call a field: contribution rate."""
    return FIELDS[field].label


def _value(entry: Entry[Any], field: str, kind: type[T]) -> T:
    if entry.state == "stated":
        assert isinstance(entry.value, kind)
        if most := too_large(field, entry.value):
            raise CannotCheck(f"the {label(field)} is {entry.raw}; it can be {most}", entry.cell)
        return entry.value
    said = {
        "a band": f"is a band, {entry.raw!r}, and this check needs the amount",
        "blank": "is blank",
        "not applicable": f"says {entry.raw!r}",
        "not calculated": "is a formula that no spreadsheet program has calculated yet",
        "error value": f"shows {entry.raw}",
        "unreadable": f"cannot be read: {entry.raw!r}",
    }[entry.state]
    raise CannotCheck(f"the {label(field)} {said}", entry.cell)
