"""What must be known of each figure of a costing before anybody relies on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from xl_vsm.committee.answer import PENDING, Marks, joined, marks, marks_on
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.model import Costing, Group, ScenarioResult
from xl_vsm.committee.paper import Figure, Value
from xl_vsm.rules import (
    afc_overlap,
    apprenticeship_levy,
    award,
    employer_national_insurance,
    employer_pension,
    estimated_paybill,
    premium,
)

LIMIT: Final = "central-approval"


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of the published figures that a costing is worked out from.

    Attributes:
        award: of the rate of the award.
        pension: of the employer's contribution.
        insurance: of the employer's National Insurance.
        levy: of the apprenticeship levy.
        premium: of what premia may be.
        range: of the pay ranges.
        approval: of the limit for central approval.
        afc: of the Agenda for Change scales.
        estimate: of the Department's method.
        pends: whether the award of any post is pending.
    """

    award: Marks
    pension: Marks
    insurance: Marks
    levy: Marks
    premium: Marks
    range: Marks
    approval: Marks
    afc: Marks
    estimate: Marks
    pends: bool

    @classmethod
    def of(cls, of: Costing) -> Marked:
        """Return the marks of a costing's figures."""
        return cls(
            marks(award, of.p),
            marks(employer_pension, of.p),
            marks(employer_national_insurance, of.costs),
            marks(apprenticeship_levy, of.costs),
            marks(premium, of.p),
            joined(*(each.marks for each in of.posts)),
            marks_on((LIMIT,), of.p),
            marks(afc_overlap, of.p),
            marks(estimated_paybill, of.p),
            bool(of.of_group(Group.PENDING)),
        )

    def awarded(self, group: Group | None = None) -> Marks:
        """Return the marks of an award; of a group's, where nobody can say yet whether it is."""
        return joined(self.award, PENDING if self.pends and group is Group.PENDING else ())

    def costs(self, pay: Marks = ()) -> Mapping[str, Marks]:
        """Return the marks of each part of what pay costs, where the pay itself has these."""
        found = {
            "pay": pay,
            "pension": joined(pay, self.pension),
            "paid": joined(pay, self.pension),
            "central": joined(pay, self.pension),
            "insurance": joined(pay, self.insurance),
            "levy": joined(pay, self.levy),
        }
        whole = joined(*found.values())
        without = joined(pay, self.insurance, self.levy)
        return found | {"total": whole, "own": whole, "unpensioned": without}

    def figures(self, costs: Costs, pay: Marks = ()) -> tuple[Figure | Value, ...]:
        """Return pay, pension, its central part, insurance, levy and total, each marked."""
        found = self.costs(pay)
        return tuple(
            Figure(value, "money", marks=found[key])
            for key, value in (
                ("pay", costs.pay),
                ("pension", costs.pension),
                ("central", costs.paid_centrally),
                ("insurance", costs.national_insurance),
                ("levy", costs.levy),
                ("total", costs.total),
            )
        )


def scenario_award(each: ScenarioResult, marked: Marked) -> Marks:
    """Return the marks of a scenario's award: none where whoever asked for it says its rate."""
    return marked.award if each.asked.award_rate is None else ()
