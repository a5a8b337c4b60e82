"""One post, as a remuneration committee asks about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from xl_vsm.checks.awards.due_outcome import due_outcome
from xl_vsm.checks.case import Case
from xl_vsm.checks.pay.premium_facts import PremiumFacts, premium_facts
from xl_vsm.committee.answer import NOT_KNOWN, Answer, answer, marks
from xl_vsm.findings import Finding, address
from xl_vsm.parameters import Parameters
from xl_vsm.reports.plain import day
from xl_vsm.rules import (
    Approver,
    OrganisationType,
    Outcome,
    Position,
    Role,
    afc_overlap,
    approver,
    award,
    band,
    pay_range,
    position,
    premium,
    withhold,
)

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import Range

T = TypeVar("T")

LONGEST: Final = 100
"""Signs of a title, and of a reference, that a paper shows."""

MEDICAL: Final = (
    "on a medical contract: the doctors' and dentists' award is paid, which is not among these"
    " figures"
)


def shorter(words: str) -> str:
    """Return a title as a paper has room for it: a cell can hold 32,000 signs."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


class Post:
    """A post within the framework, with every answer that a paper may need.

    An answer is worked out when a paper asks for it, so that no paper names figures that it did
    not use.

    Args:
        case: the post's row, its workbook's particulars and the figures.
        findings: what the checks found in its row.
        proposed: the salary proposed for it, where it is not the workbook that proposes one.
    """

    def __init__(
        self, case: Case, findings: tuple[Finding, ...] = (), proposed: Decimal | None = None
    ) -> None:
        """Take the post; nothing is worked out yet."""
        self.case = case
        self.p = case.p
        self.findings = findings
        self._proposed = proposed

    def on(self, p: Parameters) -> Post:
        """Return the same post as it asks another view of the figures."""
        case = Case(self.case.row, self.case.particulars, p)
        return Post(case, self.findings, self._proposed)

    @property
    def key(self) -> str:
        """What the row is known by. Never a person's name."""
        return shorter(self.case.row.key)

    @property
    def title(self) -> str:
        """The post's title, or what its row is known by."""
        return shorter(self.case.row.title or self.case.row.key)

    def stated(self, field: str, kind: type[Any]) -> Answer[Any]:
        """Return what the workbook states, with its cell."""
        try:
            value = self.case.fact(field, kind)
        except NOT_KNOWN as reason:
            return Answer(None, str(reason))
        own, general = getattr(self.case.row, field, None), None
        if own is None or own.state != "stated":
            general = getattr(self.case.particulars, field, None)
        entry = general or own
        where = address(entry.sheet, entry.cell) if entry else None
        return Answer(value, "as the workbook states it", cell=where)

    @cached_property
    def salary(self) -> Answer[Decimal]:
        """The full-time equivalent salary that the workbook states, pounds a year."""
        return self.stated("salary", Decimal)

    @cached_property
    def proposed(self) -> Answer[Decimal]:
        """The salary to be decided on, full-time equivalent, pounds a year."""
        if self._proposed is not None:
            return Answer(self._proposed, "as proposed to the committee")
        stated = self.stated("proposed_salary", Decimal)
        if stated.known:
            return stated
        return Answer(
            self.salary.value,
            "the workbook proposes no other salary, so the stated one is shown",
            cell=self.salary.cell,
        )

    @cached_property
    def changes(self) -> bool:
        """Whether another salary than the present one is proposed."""
        return self.proposed.value != self.salary.value

    @cached_property
    def fte(self) -> Decimal:
        """The share of full time that is worked; 1 where the workbook says nothing else."""
        return Decimal(self._or(lambda: self.case.fact_or("fte", Decimal, Decimal(1)), Decimal(1)))

    @cached_property
    def role(self) -> Answer[Role]:
        """Its role in the framework."""
        return self._fact(self.case.role, "from the workbook's role, or else from the title")

    @cached_property
    def organisation_type(self) -> Answer[OrganisationType]:
        """Whether a trust or an ICB employs it."""
        return self._fact(self.case.organisation_type, "as the workbook says it")

    @cached_property
    def size(self) -> Answer[Decimal]:
        """The turnover or weighted population by which it is banded."""
        field = (
            "weighted_population"
            if self.organisation_type.value is OrganisationType.ICB
            else "turnover"
        )
        return self.stated(field, Decimal)

    @cached_property
    def band(self) -> Answer[str]:
        """The pay band."""
        return self._of_size(band)

    @cached_property
    def range(self) -> Answer[Range]:
        """The pay range of the role in that band."""
        return self._of_role(pay_range)

    def position(self, salary: Decimal | None) -> Answer[Position]:
        """Return where a salary lies in the range."""
        return self._of_role(position, salary)

    def approver(self, salary: Decimal | None) -> Answer[Approver]:
        """Return who must approve a salary; nobody where the role has no range to go by.

        Then the limit alone can say that NHS England must, and never that it need not.
        """
        found: Answer[Approver] = self._of_role(approver, salary)
        by_limit_alone = self.role.value is Role.DESIGNATED
        if by_limit_alone and found.value is Approver.COMMITTEE:
            return replace(found, value=None)
        return found

    def above_band(self, salary: Decimal | None, afc_band: str) -> Answer[Decimal]:
        """Return the pounds by which a salary exceeds the top of an Agenda for Change band."""
        if salary is None:
            return Answer(None, "the workbook states no salary", afc_overlap.name)
        return answer(afc_overlap, salary, afc_band, p=self.p)

    @cached_property
    def premium_facts(self) -> PremiumFacts | None:
        """What the row says of a premium, where it has one that can be read."""
        found: PremiumFacts | None = self._or(lambda: premium_facts(self.case), None)
        return found

    def premium_on(self, salary: Decimal | None) -> Answer[Decimal]:
        """Return the premium payable on the day on a salary, pounds a year.

        It is nothing from the day after the end that the workbook states. There is none where the
        row has no premium, or one that cannot be read.
        """
        facts = self.premium_facts
        if facts is None:
            return Answer(None, self.premium_unread or "no premium is stated", premium.name)
        if salary is None:
            return Answer(None, "the workbook states no salary", premium.name)
        if facts.end is not None and facts.end <= self.p.effective:
            return Answer(Decimal(0), f"it ended before {day(facts.end)}", premium.name)
        return answer(
            premium, salary, facts.ground, facts.rate, facts.start, facts.extended, p=self.p
        )

    @cached_property
    def premium_unread(self) -> str:
        """Why the row's premium cannot be read; empty where it can, or where it has none."""
        try:
            premium_facts(self.case)
        except NOT_KNOWN as reason:
            return str(reason)
        return ""

    @cached_property
    def outcome(self) -> Answer[Outcome]:
        """What happens to the annual award."""
        try:
            found = due_outcome(self.case)
        except NOT_KNOWN as reason:
            return Answer(None, str(reason), withhold.name)
        return Answer(
            found.answer, found.reason, withhold.name, found.cites, marks(withhold, self.p)
        )

    @cached_property
    def award(self) -> Answer[Decimal]:
        """The annual award for full time, pounds a year; none where nobody can say.

        There is none on a medical contract either: the award that is paid then is another.
        """
        if self.outcome.value is None or self.salary.value is None:
            return Answer(None, self.outcome.why, award.name)
        if self.outcome.value is Outcome.AWARD and self.case.medical_contract():
            return Answer(None, MEDICAL, award.name)
        return answer(award, self.salary.value, self.outcome.value, p=self.p)

    def date_of(self, field: str) -> date | None:
        """Return a day that the row states, or None."""
        found: date | None = self._or(lambda: self.case.fact_or(field, date, None), None)
        return found

    @property
    def on_vsm_terms(self) -> bool:
        """Whether the framework's ranges and limits are those of its salary."""
        try:
            self.case.on_vsm_terms()
        except NOT_KNOWN:
            return False
        return True

    def _of_size(self, rule: Any, *facts: Any) -> Answer[Any]:
        return self._asking(rule, self.organisation_type, self.size, *facts)

    def _of_role(self, rule: Any, *before: Any) -> Answer[Any]:
        """Ask a rule of VSM ranges, which a post on other terms has none of."""
        if any(each is None for each in before):
            return Answer(None, "the workbook states no salary", rule.name)
        try:
            self.case.on_vsm_terms()
        except NOT_KNOWN as reason:
            return Answer(None, str(reason), rule.name)
        return self._asking(rule, *before, self.role, self.organisation_type, self.size)

    def _asking(self, rule: Any, *facts: Any) -> Answer[Any]:
        for each in facts:
            if isinstance(each, Answer) and not each.known:
                return Answer(None, each.why, rule.name)
        values = [each.value if isinstance(each, Answer) else each for each in facts]
        return answer(rule, *values, p=self.p)

    def _fact(self, asked: Callable[[], T], why: str) -> Answer[T]:
        try:
            return Answer(asked(), why)
        except NOT_KNOWN as reason:
            return Answer(None, str(reason))

    def _or(self, asked: Callable[[], Any], otherwise: Any) -> Any:
        try:
            return asked()
        except NOT_KNOWN:
            return otherwise
