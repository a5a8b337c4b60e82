"""What somebody chose beside the workbook: for which day, by what was known, for what purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from starlette.datastructures import FormData

from xl_vsm.policy import Purpose, Settings, SettingsError
from xl_vsm.policy.purpose import shipped
from xl_vsm.sheets.dates import EXPECTED, date_of_text
from xl_vsm.web.pages.days import day_in
from xl_vsm.web.refusals import asked_wrongly
from xl_vsm.web.uploads import text

DAYS: Final = {
    "effective": "the day that the answers are for",
    "known": "the day by which figures had been published",
}
PARTS: Final = ("day", "month", "year")
LONGEST: Final = 40
"""Signs of a part of a day: more are neither read nor shown again."""
_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
NO_PURPOSE: Final = ("", "No purpose in particular", "each fault as grave as it is by itself")


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen.

    Attributes:
        effective: the day that the answers are for, if one was chosen.
        known: what had been published by this day, likewise.
        profile: the purpose; empty for none.
        typed: what was typed for each part of a day, to be shown again.
        faults: what is wrong with it: the field, and in words.
    """

    effective: date | None = None
    known: date | None = None
    profile: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    faults: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, form: FormData) -> Choices:
        """Return what a form chooses, with what is wrong in it."""
        days: dict[str, date | None] = {}
        typed: dict[str, str] = {}
        faults: list[tuple[str, str]] = []
        for name, meaning in DAYS.items():
            parts = _parts(form, name)
            typed.update({f"{name}-{part}": said for part, said in zip(PARTS, parts, strict=True)})
            days[name] = None
            if any(parts):
                try:
                    days[name] = _day(parts)
                except ValueError:
                    faults.append((f"{name}-day", _wrong(parts, meaning)))
        profile = text(form, "profile")
        if profile and profile not in shipped():
            faults.append(("profile", "Choose a purpose from the list"))
            profile = ""
        return cls(days["effective"], days["known"], profile, typed, tuple(faults))

    def purpose(self) -> Purpose:
        """Return what is to be made of the findings.

        Raises:
            Refusal: there is no such profile.
        """
        try:
            return Settings().purpose(self.profile or None)
        except SettingsError as error:
            raise asked_wrongly(str(error)) from error

    def fields(self) -> Iterator[tuple[str, str]]:
        """Give the fields by which the next form says the same again."""
        for name in DAYS:
            chosen: date | None = getattr(self, name)
            yield name, chosen.isoformat() if chosen else ""
        yield "profile", self.profile

    @property
    def any(self) -> bool:
        """Whether anything was chosen, or typed in vain."""
        return bool(self.profile or any(self.typed.values()))


def purposes() -> list[tuple[str, str, str]]:
    """Return each purpose: its name here, what it is called, and what it is for."""
    named = [(name, name.capitalize(), each.about) for name, each in shipped().items()]
    return [NO_PURPOSE, *named]


def _day(parts: tuple[str, str, str]) -> date:
    """Return the day that three boxes say.

    Raises:
        ValueError: they say none.
    """
    if max(map(len, parts)) > LONGEST:
        raise ValueError("longer than any day")
    return day_in(" ".join(parts))


def _wrong(parts: tuple[str, str, str], meaning: str) -> str:
    """Return what is wrong with a day that three boxes say."""
    said = " ".join(filter(None, parts))
    wanted = f"Enter {meaning} as a real date, or leave it"
    if max(map(len, parts)) > LONGEST:
        return wanted
    if not _YEAR.search(said):
        return f"{wanted}: the Year box needs all four figures of the year, such as 2025"
    return f"{wanted}: {date_of_text(said).reason.removesuffix(f'; {EXPECTED}')}"


def _parts(form: FormData, name: str) -> tuple[str, str, str]:
    """Return day, month and year as typed, or of the date that an earlier page worked out."""
    whole = text(form, name)
    if len(whole) > LONGEST:
        return whole[: LONGEST + 1], "", ""
    if whole:
        year, _, rest = whole.partition("-")
        month, _, day = rest.partition("-")
        return day.lstrip("0"), month.lstrip("0"), year
    day, month, year = (text(form, f"{name}-{part}")[: LONGEST + 1] for part in PARTS)
    return day, month, year
