"""The pension figures a workbook may state, and how each is compared with a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault
from xl_vsm.checks.compare import nearly, same_money, same_rate
from xl_vsm.checks.pension.earlier_tables import elsewhere, superseded
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Rule, contribution, contribution_rate, contribution_tier
from xl_vsm.rules.money import percent, pounds
from xl_vsm.rules.pension.contribution_tier import TIERS, named


@dataclass(frozen=True, slots=True)
class PensionFigure:
    """A figure that follows from pensionable pay by the table of tiers."""

    field: str
    kind: type[Any]
    rule: Rule[[Decimal, Parameters], Any]
    same: Callable[[Any, Any], bool]
    written: Callable[[Any], str]

    def agrees(self, case: Case) -> Callable[[Parameters], bool]:
        """Return whether the stated figure is right under given tables."""
        stated = case.stated(self.field, self.kind)
        pay = case.fact("pensionable_pay", Decimal)
        if pay == 0 and stated == 0:
            # Nobody in the scheme has no pay, no tier and no contribution.
            raise CannotCheck(f"the pensionable pay is {pounds(pay)}: nobody is in the scheme")
        return lambda p: self.same(stated, self.rule(pay, p))

    def mismatch(self, case: Case) -> Fault | None:
        """Find a figure that neither the table in force nor one it replaced gives."""
        agrees = self.agrees(case)
        if agrees(case.p) or superseded(case.p, agrees):
            return None
        pay = case.fact("pensionable_pay", Decimal)
        due = self.rule.explain(pay, case.p)
        table = case.p.publication(TIERS)
        stated = case.stated(self.field, self.kind)
        severity, words = nearly(stated, due.answer) if self.same is same_money else (None, "")
        # Two schemes of tiers share their numbers by coincidence.
        same_tiers = self.rule is contribution_tier
        other = elsewhere(case.p, agrees, same_tiers=same_tiers)
        return Fault(
            self.field,
            f"{label(self.field)} is {self.written(stated)};"
            f" {self.written(due.answer)} is due{words and words + ','} on {pounds(pay)}"
            f" ({named(table)}, {case.p.source_of(table).name})."
            + ("" if severity else f" {other}"),
            self.written(due.answer),
            due,
            severity=severity,
        )


TIER = PensionFigure("pension_tier", int, contribution_tier, int.__eq__, str)
RATE = PensionFigure("pension_rate", Decimal, contribution_rate, same_rate, percent)
CONTRIBUTION = PensionFigure("pension_contribution", Decimal, contribution, same_money, pounds)
