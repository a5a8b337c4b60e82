"""PEN104."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xl_vsm.checks.cannot import CannotCheck, NothingToCheck
from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.pension.earlier_tables import superseded
from xl_vsm.checks.pension.figures import CONTRIBUTION, RATE, TIER, PensionFigure
from xl_vsm.rules.pension.contribution_tier import TIERS, named


@check("PEN104", "superseded-table-used", severity="warning", rests_on=(TIERS,))
def superseded_table_used(case: Case) -> Iterator[Fault]:
    """The stated pension figures follow the table in force, not one that has been replaced.

    Wrong: 12.5% on £64,500 in 2025/26, right by the tiers published in March 2025.
    Right: 10.7%, by the tiers published that July and backdated to 1 April.
    Why: the figure was right when it was made; arrears or a refund follow from the new table.
    """
    for figure in (TIER, RATE, CONTRIBUTION):
        try:
            fault = _superseded(case, figure)
        except (CannotCheck, NothingToCheck):
            # The figure's own check says so.
            continue
        if fault:
            yield fault


def _superseded(case: Case, figure: PensionFigure) -> Fault | None:
    agrees = figure.agrees(case)
    if agrees(case.p):
        return None
    table = superseded(case.p, agrees)
    if table is None:
        return None
    due = figure.rule.explain(case.fact("pensionable_pay", Decimal), case.p)
    stated = figure.written(case.stated(figure.field, figure.kind))
    return Fault(
        figure.field,
        f"{label(figure.field)} is {stated}: it matches the table first published"
        f" {table.published:%B %Y}, since replaced; {figure.written(due.answer)} is due"
        f" ({named(case.p.publication(TIERS))})",
        figure.written(due.answer),
        due,
    )
