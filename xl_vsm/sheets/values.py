"""The value of a cell as the kind that its field holds."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, Literal

from xl_vsm.sheets.cells import Cell
from xl_vsm.sheets.dates import EXPECTED as DATE_EXPECTED
from xl_vsm.sheets.dates import date_of_cell, date_of_serial, date_of_text
from xl_vsm.sheets.exact import exact, plain
from xl_vsm.sheets.money import amount, clean, why_no_amount
from xl_vsm.sheets.reading import Reading, a_band, stated, unreadable
from xl_vsm.sheets.shown import in_words, shown
from xl_vsm.sheets.spans import span

Kind = Literal["text", "money", "number", "integer", "rate", "date", "yesno"]

ERRORS: Final = frozenset(
    {
        "#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#n/a", "#spill!", "#calc!",
        "#field!", "#blocked!", "#busy!", "#connect!", "#unknown!", "#getting_data", "#python!",
        "#external!",
    }
)  # fmt: skip
NONE_WORDS: Final = frozenset(
    {
        "n/a", "n.a.", "n.a", "na", "n / a", "not applicable", "none", "nil", "not in scheme",
        "not in the scheme", "not in pension scheme", "not in the pension scheme",
        "not in pension", "not in the pension", "not in nhs pension", "not in the nhs pension",
        "not in nhs pension scheme", "not in the nhs pension scheme", "out of scheme",
        "out of the scheme", "not a member", "non-member", "opted out", "opted-out", "opt out",
        "vacant", "-", "--",
    }
)  # fmt: skip
STILL_HERE: Final = frozenset(
    {"current", "present", "to date", "in post", "ongoing", "still in post"}
)
YES: Final = frozenset({"yes", "y", "true", "1", "met", "✓", "✔"})
NO: Final = frozenset({"no", "n", "false", "0", "not met", "✗", "✘"})
LEADING_WORD: Final = re.compile(r"^(?:(?:nof|sof|oversight) )?(?:segment|tier|level) ?(?=\d)")
TRAILING_UNIT: Final = re.compile(r" ?(?:w\.?t\.?e\.?|f\.?t\.?e\.?)$")
PERCENT: Final = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?|-?\.[0-9]+) ?(?:%|per ?cent)")

EXPECTED: Final[dict[Kind, str]] = {
    "text": "a text is expected",
    "money": "an amount in £ a year is expected, such as 171250 or £171,250",
    "number": "a number is expected, such as 0.8 or 1,250,000",
    "integer": "a whole number is expected, such as 3",
    "rate": "a percentage is expected, such as 10.7% or 0.107",
    "date": DATE_EXPECTED,
    "yesno": "yes or no is expected",
}


def read_value(cell: Cell, kind: Kind, *, scale: int = 1, date1904: bool = False) -> Reading:
    """Read a cell as a kind of value. One cell never decides how another is read.

    Args:
        cell: the cell.
        kind: what its field holds.
        scale: what the heading says figures are in, such as 1000 for "(£000)".
        date1904: whether the workbook counts its days from 1904.
    """
    if cell.error or clean(cell.text) in ERRORS:
        return Reading("error value")
    if not cell.calculated:
        return Reading("not calculated")
    if cell.empty:
        return Reading("blank")
    if says_none(cell, kind):
        return Reading("not applicable")
    if kind == "text":
        return _text(cell)
    if kind == "date":
        return _date(cell, date1904=date1904)
    if kind == "yesno":
        return _yes_or_no(cell)
    if isinstance(cell.value, bool | date | time | timedelta):
        maybe_band = kind == "money" and isinstance(cell.value, date)
        hint = " (Excel makes a date of a band such as 5-10)" if maybe_band else ""
        return unreadable(f"{_named(cell)} is no figure{hint}; {EXPECTED[kind]}")
    if kind == "rate":
        return _rate(cell)
    if kind == "integer":
        return _integer(cell)
    return _figure(cell, kind, scale)


def says_none(cell: Cell, kind: Kind = "date") -> bool:
    """Say whether a cell says in words that there is no value, such as "n/a" or "in post"."""
    words = clean(cell.text)
    return words in NONE_WORDS or (kind == "date" and words in STILL_HERE)


def plainly_said(text: str) -> bool:
    """Say whether a text is read as it stands: no spaces too many, no "n/a", no error."""
    said = clean(text)
    return said not in NONE_WORDS and said not in ERRORS and text == " ".join(text.split()) != ""


def _text(cell: Cell) -> Reading:
    said = shown(cell)
    tidy = " ".join(said.split())
    if isinstance(cell.value, str):
        extra = tidy != cell.value
        return stated(tidy, f'text "{cell.value}" read without its extra spaces' if extra else "")
    number = _finite(cell) if not isinstance(cell.value, bool) else None
    as_shown = number is not None and tidy == plain(number)
    return stated(tidy, "" if as_shown else f'read as the text "{tidy}" that it shows')


def _figure(cell: Cell, kind: Kind, scale: int) -> Reading:
    value = cell.value
    if isinstance(value, str):
        return _typed_figure(value, kind, scale)
    number = _finite(cell)
    if number is None:
        return unreadable(f"{shown(cell)} is not a finite number; {EXPECTED[kind]}")
    if scale == 1:
        return stated(number)
    return stated(number * scale, _scaled(plain(number), scale, number * scale))


def _typed_figure(text: str, kind: Kind, scale: int) -> Reading:
    bare = text.strip()
    if kind == "number":
        if share := PERCENT.fullmatch(clean(text)):
            part = Decimal(share.group(1)) / 100
            return stated(part, f'text "{bare}" read as {plain(part)}')
        text = TRAILING_UNIT.sub("", clean(text))
    found = amount(text)
    if found is None and kind == "money" and (ends := span(text, scale)):
        least, most = ends
        return a_band(
            least, most, f'text "{bare}" read as a band of £{least:,f} to £{most:,f}, not an amount'
        )
    if found is None:
        return unreadable(f'"{bare}" is not a figure{why_no_amount(text)}; {EXPECTED[kind]}')
    number, says_its_own = found
    if says_its_own or scale == 1:
        return stated(number, f'text "{bare}" read as {plain(number)}')
    return stated(number * scale, _scaled(f'text "{bare}"', scale, number * scale))


def _scaled(said: str, scale: int, value: Decimal) -> str:
    unit = "millions" if scale == 1_000_000 else "thousands"
    return f"{said} in {unit}, as the heading says, read as {plain(value)}"


def _rate(cell: Cell) -> Reading:
    if isinstance(cell.value, str):
        words = clean(cell.value)
        if found := PERCENT.fullmatch(words):
            share = Decimal(found.group(1)) / 100
            return stated(share, f'text "{cell.text}" read as {plain(share)}')
        typed = amount(words) if "£" not in words else None
        number, from_text = (typed[0] if typed and not typed[1] else None), True
    else:
        number, from_text = _finite(cell), False
    if number is None or abs(number) > 100:
        return unreadable(f"{_named(cell)} is not a percentage; {EXPECTED['rate']}")
    if abs(number) > 1 and "%" not in cell.number_format:
        return stated(number / 100, f"{_named(cell)} read as {plain(number)}%")
    return stated(number, f"{_named(cell)} read as {plain(number)}" if from_text else "")


def _integer(cell: Cell) -> Reading:
    if isinstance(cell.value, str):
        found = amount(LEADING_WORD.sub("", clean(cell.value)))
        number = found[0] if found and "£" not in cell.value else None
    else:
        number = _finite(cell)
    if number is None or number != int(number):
        return unreadable(f"{_named(cell)} is not a whole number; {EXPECTED['integer']}")
    note = f"{_named(cell)} read as {int(number)}" if isinstance(cell.value, str) else ""
    return stated(int(number), note)


def _date(cell: Cell, *, date1904: bool) -> Reading:
    value = cell.value
    if cell.formula and value in (0, time(0, 0)):
        # What a link to a blank cell gives; Excel would show it as 00/01/1900.
        return Reading("blank", read_as="a formula that gives 0 read as blank")
    if isinstance(value, datetime | date):
        return date_of_cell(value)
    if isinstance(value, str):
        return date_of_text(value)
    serial = None if isinstance(value, bool) else _finite(cell)
    if serial is not None:
        return date_of_serial(serial, date1904=date1904)
    return unreadable(f"{_named(cell)} is not a date; {DATE_EXPECTED}")


def _yes_or_no(cell: Cell) -> Reading:
    value = cell.value
    if isinstance(value, bool):
        return stated(value)
    words = clean(value) if isinstance(value, str) else in_words(value)
    if words in YES or words in NO:
        plainly = words in {"yes", "no", "y", "n"}
        answer = words in YES
        note = "" if plainly else f"{_named(cell)} read as {'yes' if answer else 'no'}"
        return stated(answer, note)
    return unreadable(f"{_named(cell)} is neither yes nor no; {EXPECTED['yesno']}")


def _finite(cell: Cell) -> Decimal | None:
    value = cell.value
    return exact(value) if isinstance(value, int | float) else None


def _named(cell: Cell) -> str:
    return f'text "{cell.text}"' if isinstance(cell.value, str) else shown(cell)
