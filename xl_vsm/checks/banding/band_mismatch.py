"""BND101."""

from __future__ import annotations

from xl_vsm.checks.cannot import CannotCheck
from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.spelling import band_letter
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
    letter = squeeze(band_letter(stated))
    if letter == squeeze(due.answer):
        return None
    if len(letter) != 1 or not letter.isalpha():
        raise CannotCheck(f"the {label('band')} is {stated!r}, which is no VSM band's letter")
    return Fault("band", f"band is {stated}; {due.answer} is due: {due.reason}", due.answer, due)
