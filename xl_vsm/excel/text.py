"""Numbers and dates typed as text, as finance teams in the UK type them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_NUMBER = re.compile(
    r"""(?P<sign>[+-]?) \ ? (?P<pound>£?) \ ? (?P<sign_after>[+-]?)
        (?P<digits>[0-9]{1,3}(?:(?P<mark>[,\ ])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]+|(?=\.[0-9]))
        (?P<fraction>(?:\.[0-9]*)?)
        \ ? (?P<percent>%?)""",
    re.VERBOSE,
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_UK = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ /.\-]([0-9]{1,2}|[a-z]+)\.?,?[ /.\-]([0-9]{4})")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_OF = {name: number for number, name in enumerate(_MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(_MONTHS, 1)
}
_MONTH_OF["sept"] = 9


def number_in(text: str) -> Decimal | None:
    """Return the number that a text is: `£171,250`, `171 250`, `10.7%` (0.107). None if it is none.

    Separators must stand before every third digit, so that the comma of `1,5` is never lost.
    """
    match = _NUMBER.fullmatch(_spaced(text).replace("\N{MINUS SIGN}", "-"))
    if match is None or (match["sign"] and match["sign_after"]):
        return None
    if match["percent"] and match["pound"]:
        return None
    digits = match["digits"].replace(",", "").replace(" ", "")
    fraction = match["fraction"].removeprefix(".")
    sign = "-" if "-" in (match["sign"], match["sign_after"]) else ""
    places = len(fraction) + (2 if match["percent"] else 0)
    # Put together as text: arithmetic would round a very long number.
    return Decimal(f"{sign}{digits}{fraction}E-{places}")


def date_in(text: str) -> date | None:
    """Return the date that a text is: `2025-04-01`, `1 April 2025`, `01/04/2025`. None if none.

    Day before month, always; a year of two digits is refused rather than guessed.
    """
    tidy = _spaced(text).casefold()
    if match := _ISO.fullmatch(tidy.upper()):
        year, month, day = (int(part) for part in match.groups())
    elif match := _UK.fullmatch(tidy):
        word = match[2]
        month = int(word) if word.isdigit() else _MONTH_OF.get(word, 0)
        year, day = int(match[3]), int(match[1])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _spaced(text: str) -> str:
    """Make every kind and run of white space one space: pasted figures bring their own."""
    return " ".join(text.split())
