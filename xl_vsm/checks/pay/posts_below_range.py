"""PAY104."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.case import NO_ANSWER, Case
from xl_vsm.checks.check import Fault, WholeFault, whole_check
from xl_vsm.checks.pay.salary_position import salary_position
from xl_vsm.parameters import Parameters
from xl_vsm.rules import Position
from xl_vsm.rules.rule import Explanation, briefing
from xl_vsm.sheets import Workbook


@whole_check("PAY104", "posts-below-range", severity="note", rests_on=("pay-ranges",))
def posts_below_range(workbook: Workbook, p: Parameters) -> Iterator[WholeFault]:
    """Where several posts are below their range, they are looked at together.

    Wrong: two directors paid under the minimum of their range, each settled by itself.
    Right: one view of all of them, across the system.
    Why: the committee is expected to take a system-wide approach to posts below their range (S3).
    """
    below = [row for row in workbook.rows if _is_below(Case(row, workbook.particulars, p))]
    if len(below) > 1:
        posts = ", ".join(" ".join(filter(None, dict.fromkeys((r.key, r.title)))) for r in below)
        reason = f"{len(below)} posts are below their range: {posts}"
        yield WholeFault(
            Fault(
                "salary",
                f"has {len(below)} posts below their range: {posts}. The committee is expected to"
                " take a system-wide view of them",
                "one view of all of them",
                Explanation(len(below), reason, briefing("S3")),
            )
        )


def _is_below(case: Case) -> bool:
    try:
        return salary_position(case).answer is Position.BELOW
    except NO_ANSWER:
        return False  # PAY101 says why it was not checked
