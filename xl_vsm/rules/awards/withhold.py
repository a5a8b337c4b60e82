"""Whether the annual award is paid or withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules.periods import first_day_after
from xl_vsm.rules.rule import Decision, Unanswerable, briefing, decision
from xl_vsm.rules.words import Outcome

if TYPE_CHECKING:
    from xl_vsm.parameters.tables import WithholdingTerms


@dataclass(frozen=True, slots=True)
class Appointed:
    """When somebody was appointed, where the role and the organisation are not of one day.

    The key points of the briefing count the two years in role, its body (S39) counts them from
    appointment to the organisation: after an internal move the two readings differ.
    """

    to_role: date
    to_organisation: date


@decision(rests_on=("withholding-terms",))
def withhold(
    segment: int | None,
    objectives_met: bool,
    performance_management: bool,
    appointed: date | Appointed,
    recovery_support: bool | None,
    medical_contract: bool,
    exceptional_circumstances: bool,
    p: Parameters,
) -> Decision[Outcome]:
    """Return what happens to a very senior manager's annual award.

    Args:
        segment: the organisation's oversight segment, 1 to 5; None where it has none, as
            integrated care boards had none in 2025/26.
        objectives_met: whether the individual appraisal objectives were met.
        performance_management: whether a conduct or capability process is under way.
        appointed: the day of appointment; both days where role and organisation differ.
        recovery_support: whether the organisation is in the recovery support programme; None
            where that is not said.
        medical_contract: whether a medical director kept a medical contract.
        exceptional_circumstances: whether there are any, such as maternity leave.
        p: the day the answer is for. The two years are counted to it; the sources name no day.

    Raises:
        NotInForce: the day is before 1 April 2025; the framework is not retrospective (S2).
        Unanswerable: there is no such segment.
    """
    terms = decided_terms(p)
    if terms is None:
        return Decision(
            Outcome.PENDING,
            f"the criteria for withholding the award are under review for {day(p.effective)}; none"
            " have been published that settle it",
            briefing("S37"),
        )
    if segment is not None and segment not in terms.individual_segments + terms.withheld_segments:
        raise Unanswerable(f"segment must be 1, 2, 3, 4 or 5, or blank, not {segment}")
    found = _by_organisation(
        segment,
        recovery_support,
        _exemption(appointed, terms, p.effective),
        _individual_fault(objectives_met, performance_management),
        terms,
    )
    eased = _eased(found, medical_contract, exceptional_circumstances)
    if _last_day(appointed) <= p.effective:
        return eased
    return replace(
        eased,
        told=f"{eased.reason}. Appointed only on {day(_last_day(appointed))}: the sources do not"
        " say on which day one must be in post",
    )


def decided_terms(p: Parameters) -> WithholdingTerms | None:
    """Return the terms in force; None while the ones for the day are under review.

    Raises:
        NotInForce: the day is before the framework, or nothing of it was known yet.
    """
    try:
        terms = p.withholding_terms
    except NotInForce:
        # The terms speak for one pay year. After it, until others are known, nobody can say.
        first = p.store.series("withholding-terms").publication[0]
        if p.effective < first.effective_from or (p.known and p.known < first.published):
            raise
        return None
    return terms if terms.decided else None


def _last_day(appointed: date | Appointed) -> date:
    if isinstance(appointed, Appointed):
        return max(appointed.to_role, appointed.to_organisation)
    return appointed


def _individual_fault(objectives_met: bool, performance_management: bool) -> str:
    """Say why the person's own performance stands in the way; nothing where it does not."""
    if performance_management:
        return "a conduct or capability process is under way"
    return "" if objectives_met else "appraisal objectives were not met"


@dataclass(frozen=True, slots=True)
class _Exemption:
    """Whether the newly appointed are still entitled, by each reading of the two years."""

    in_role: bool
    in_organisation: bool
    until: date

    @property
    def disputed(self) -> bool:
        return self.in_role != self.in_organisation


def _exemption(appointed: date | Appointed, terms: WithholdingTerms, effective: date) -> _Exemption:
    if isinstance(appointed, date):
        appointed = Appointed(appointed, appointed)
    assert terms.exempt_years is not None  # decided terms state everything
    months = 12 * terms.exempt_years
    role = first_day_after(appointed.to_role, months)
    organisation = first_day_after(appointed.to_organisation, months)
    return _Exemption(effective < role, effective < organisation, max(role, organisation))


def _by_organisation(
    segment: int | None,
    recovery_support: bool | None,
    exemption: _Exemption,
    individual_fault: str,
    terms: WithholdingTerms,
) -> Decision[Outcome]:
    """Apply the organisation's test, then the person's."""
    if segment in terms.withheld_segments or (segment is None and recovery_support):
        where = f"segment {segment}" if segment else "the recovery support programme"
        found = _withheld_organisation(where, exemption, individual_fault)
        if segment is None or recovery_support is not False:
            return found
        return Decision(
            found.outcome,
            f"{found.reason}. It is not in the recovery support programme, which the briefing"
            " joins with the segment; NHS England's letter goes by the segment alone",
            found.cites,
        )
    if individual_fault:
        return Decision(Outcome.WITHHOLD, individual_fault, briefing("S35", "S36"))
    if segment is None and recovery_support is None:
        return Decision(
            Outcome.COMMITTEE_DECISION,
            "the organisation has no segment here, and it is not said whether it is in the recovery"
            " support programme",
            briefing("S35", "S38"),
        )
    if recovery_support and not (exemption.in_role and exemption.in_organisation):
        return Decision(
            Outcome.COMMITTEE_DECISION,
            f"in segment {segment} the award is due, but in the recovery support programme it is"
            f" withheld{_readings(exemption)}; the sources join the two and do not say which"
            " decides",
            briefing("S35", "S38"),
        )
    unsegmented = (
        "; the organisation has no segment here, as integrated care boards had none in 2025/26 (a"
        " trust waits until its segment is known)"
        if segment is None
        else ""
    )
    return Decision(
        Outcome.AWARD,
        f"objectives were met and there is no performance management{unsegmented}",
        briefing("S35"),
    )


def _readings(exemption: _Exemption) -> str:
    if not exemption.disputed:
        return ""
    counted = "role" if exemption.in_role else "organisation"
    return f", unless under two years in the {counted} are enough"


def _withheld_organisation(
    where: str, exemption: _Exemption, individual_fault: str
) -> Decision[Outcome]:
    until = day(exemption.until)
    if exemption.disputed:
        entitled = "role" if exemption.in_role else "organisation"
        other = "organisation" if exemption.in_role else "role"
        return Decision(
            Outcome.COMMITTEE_DECISION,
            f"in {where}: entitled as under two years in the {entitled}, until {until}; not"
            f" entitled by time in the {other}; the sources read both ways"
            + (f"; besides, {individual_fault}" if individual_fault else ""),
            briefing("S38", "S39"),
        )
    if not exemption.in_role:
        return Decision(
            Outcome.WITHHOLD,
            f"nobody in an organisation in {where} is entitled, and the two years for the newly"
            f" appointed ended before {until}",
            briefing("S38", "S39"),
        )
    if individual_fault:
        return Decision(
            Outcome.COMMITTEE_DECISION,
            f"the newly appointed in {where} are entitled until {until}, but"
            f" {individual_fault}; the sources do not say which decides",
            briefing("S36", "S39"),
        )
    return Decision(
        Outcome.AWARD,
        f"in {where}, but newly appointed: entitled for the first two years, which end before"
        f" {until}",
        briefing("S39"),
    )


def _eased(
    found: Decision[Outcome], medical_contract: bool, exceptional_circumstances: bool
) -> Decision[Outcome]:
    """Apply what softens a withheld award. It never makes any other outcome worse."""
    if found.outcome is not Outcome.WITHHOLD:
        return found
    if exceptional_circumstances:
        return Decision(
            Outcome.COMMITTEE_DECISION,
            f"{found.reason}; in specific circumstances the committee may deviate"
            + (
                "; on a medical contract it is about the management allowance only"
                * medical_contract
            ),
            found.cites + briefing("S40", *(("S43",) * medical_contract)),
        )
    if medical_contract:
        return Decision(
            Outcome.WITHHOLD_MANAGEMENT_ALLOWANCE,
            f"{found.reason}; on a medical contract only the management allowance's award is"
            " withheld, the doctors' and dentists' award is paid",
            found.cites + briefing("S43", "S44"),
        )
    return found
