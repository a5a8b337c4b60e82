"""BND101."""

from __future__ import annotations

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.rules import band
from xl_vsm.rules.words import squeeze


@check("BND101", "band-mismatch", subject="band", rests_on=("pay-ranges",))
def band_mismatch(case: Case) -> Fault | None:
    """The stated VSM band is the one that turnover or weighted population gives.

    Wrong: band C for a trust whose turnover is in band D. Right: band D.
    Why: the band sets the range, and with it who must approve the salary.
    """
    stated = case.stated("band", str)
    case.on_vsm_terms()
    due = band.explain(case.organisation_type(), case.size(), case.p)
    if squeeze(stated).removeprefix("band") == squeeze(due.answer):
        return None
    return Fault("band", f"band is {stated}; {due.answer} is due: {due.reason}", due.answer, due)
