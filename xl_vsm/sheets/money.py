"""Amounts and other numbers, as people type them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
MINUS: Final = str.maketrans("\u2212\u2013\u2014", "---")
MULTIPLES: Final = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
AMOUNT: Final = re.compile(
    r"""(?P<minus>-)?\s*(?P<pound>£|gbp)?\s*(?P<minus_after>-)?\s*
    (?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:\x20[0-9]{3})+|[0-9]+)?
    (?P<pence>\.[0-9]+)?\s*
    (?P<multiple>k|m|mn|million|thousand|bn|billion)?\s*
    (?P<trailing>-)?\s*
    (?:per\x20annum|per\x20year|a\x20year|p\.?a\.?|each\x20year|annually)?""",
    re.VERBOSE,
)
PERIODS: Final = re.compile(
    r"(?:per|a|an|/)\s*(day|hour|week|month|session|shift)\b|\bp\.?(?:d|h|w|m)\.?$"
)
LETTERS_FOR_FIGURES: Final = re.compile(r"^£?[\s0-9,.]*[lio][\s0-9lio,.]*$")


def clean(text: str) -> str:
    """Return a text with ordinary spaces, figures and minus signs, in lower case."""
    plain = unicodedata.normalize("NFKC", text.translate(INVISIBLE)).translate(MINUS)
    return " ".join(plain.casefold().split())


def amount(text: str) -> tuple[Decimal, bool] | None:
    """Read an amount such as "£171,250", "(500)" or "£612m".

    Returns the amount, and whether the text itself said thousands or millions; None if the text
    is no amount.
    """
    wanted = clean(text)
    bracketed = wanted.startswith("(") and wanted.endswith(")")
    if bracketed:
        wanted = wanted[1:-1].strip()
    found = AMOUNT.fullmatch(wanted)
    if not found or not (found["whole"] or found["pence"]):
        return None
    signs = [found[name] for name in ("minus", "minus_after", "trailing") if found[name]]
    if len(signs) + bracketed > 1:
        return None
    digits = (found["whole"] or "0").replace(",", "").replace(" ", "") + (found["pence"] or "")
    value = Decimal(digits) * MULTIPLES.get(found["multiple"] or "", 1)
    return (-value if signs or bracketed else value), bool(found["multiple"])


def why_no_amount(text: str) -> str:
    """Say what may be wrong with a text that is no amount, if it is one of the usual slips."""
    wanted = clean(text)
    period = PERIODS.search(wanted)
    if period:
        return " (it is not a figure for a year)"
    if any(ch.isdigit() for ch in wanted) and LETTERS_FOR_FIGURES.match(wanted):
        return " (a letter stands where a figure belongs)"
    return ""
