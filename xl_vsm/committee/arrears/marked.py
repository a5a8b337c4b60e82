"""What must be known of the amounts of arrears before anybody relies on them."""

from __future__ import annotations

from collections.abc import Mapping

from xl_vsm.committee.answer import COPIED, Marks, joined, marks
from xl_vsm.committee.arrears.model import ArrearsResult
from xl_vsm.rules import award


def marked(of: ArrearsResult) -> Mapping[str, Marks]:
    """Return the marks of each amount, by the name that it has in the model.

    What was paid rests on the workbook, what is due on the award, and a contribution on its table.
    """
    awarded = marks(award, of.p) if of.with_award else ()
    taken = COPIED if any(each.then.transcribed for each in of.months) else ()
    now = COPIED if any(each.now.transcribed for each in of.months) else ()
    due = joined(awarded, now)
    return {
        "pay_then": (),
        "pay_now": awarded,
        "pay": awarded,
        "annual_now": awarded,
        "tier_then": taken,
        "rate_then": taken,
        "tier_now": due,
        "rate_now": due,
        "award": awarded,
        "taken": taken,
        "due": due,
        "pension": joined(taken, due),
    }
