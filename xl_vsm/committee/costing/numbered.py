"""The notes of a costing: each rule that a figure of it comes from, and what that rests on."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from xl_vsm.committee.answer import answer
from xl_vsm.committee.costing.marked import LIMIT
from xl_vsm.committee.costing.model import Costing
from xl_vsm.committee.paper import Notes
from xl_vsm.committee.pay_year import BY_DAYS
from xl_vsm.parameters import Parameters
from xl_vsm.rules import (
    Outcome,
    Rule,
    afc_overlap,
    apprenticeship_levy,
    award,
    employer_national_insurance,
    employer_pension,
    premium,
)
from xl_vsm.rules.paybill.estimated_paybill import ESTIMATE
from xl_vsm.rules.rule import Citation

PART_YEAR = "part of a year"
LEAST = Decimal(1)
"""Pay by which a rule is asked what it rests on, whatever it comes to."""


def numbered(of: Costing) -> Notes:
    """Return the notes, numbered alike for the workbook and the paper."""
    notes = Notes(of.p)
    outcomes = dict.fromkeys(cite for each in of.posts for cite in each.cites)
    _on(notes, award, of.p, LEAST, Outcome.AWARD)
    notes.on("withhold", outcomes)
    _on(notes, employer_pension, of.p, LEAST)
    _on(notes, employer_national_insurance, of.costs, LEAST)
    _on(notes, apprenticeship_levy, of.costs, LEAST)
    notes.on("paybill")
    if of.premium_rate is not None:
        notes.on("premium", (*premium.cites, _published(of.p, "premia")))
    if any(each.range for each in of.posts):
        notes.on("pay_range", (_published(of.p, "pay-ranges"),))
        notes.on("position", (_published(of.p, "pay-ranges"),))
    if of.limit:
        notes.on("approver", (_published(of.p, LIMIT),))
    if of.overlap:
        _on(notes, afc_overlap, of.p, LEAST, "9")
    if of.estimate:
        notes.on("estimated_paybill", (_published(of.p, ESTIMATE),))
    notes.saying(PART_YEAR, BY_DAYS, ())
    return notes


def _on(notes: Notes, rule: Rule[Any, Any], p: Parameters, *facts: Any) -> None:
    notes.on(rule.name, answer(rule, *facts, p=p).cites)


def _published(p: Parameters, name: str) -> Citation:
    found = p.publication(name)
    return Citation(found.source, found.locator)
