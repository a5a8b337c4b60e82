"""What each paper may be asked on the page, and what was typed for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from starlette.datastructures import FormData

from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.settings import posts_and_salaries, settings_of
from xl_vsm.web.pages.days import DAYS, MONTHS, day_in, month_in
from xl_vsm.web.uploads import text
from xl_vsm.web.work import WantedPaper


class AskedWrongly(NotAsked):
    """A field of the page that does not say what is wanted of it.

    Attributes:
        field: its name.
    """

    def __init__(self, field: str, message: str) -> None:
        """Take the field and the words."""
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the page.

    Attributes:
        label: what stands over it.
        hint: an example.
        width: how many signs of it are seen: 10, 20 or 30.
        longest: how many it may have.
        choices: what there is to choose among, each with what it is called; none for free text.
    """

    label: str
    hint: str
    width: int = 30
    longest: int = 4_000
    choices: tuple[tuple[str, str], ...] = ()


FIELDS: Final[Mapping[str, Mapping[str, Field]]] = MappingProxyType(
    {
        "pay-case": {
            "posts": Field(
                "Posts, if not every decision",
                "By reference or title, with ; between them. Blank for each post for which the"
                " workbook proposes another salary, or all",
            ),
            "proposed": Field("Proposed salaries", "Such as 1011=£150,000; 1002=£149,000"),
        },
        "annual": {
            "workforce": Field(
                "What the whole workforce is paid",
                "25th percentile, median and 75th, such as £27,500 £36,000 £47,250. Blank to leave"
                " the pay multiples to be completed",
            ),
        },
        "costing": {
            "scenarios": Field(
                "Scenarios to set beside the year",
                "Such as Higher: award 4%, ranges 3%, premium 20%; None: award 0%",
            ),
            "multipliers": Field(
                "The Department's multipliers, if you have them",
                "Of earnings and of paybill, such as 1.05 1.31",
                10,
            ),
        },
        "arrears": {
            "first": Field("First month that was paid too little", f"Such as {MONTHS}", 20, 40),
            "last": Field("Last such month", "Such as July 2025 or 07/2025", 20, 40),
            "paid_by": Field(
                "The day by whose tables those months were paid", f"Such as {DAYS}", 20, 40
            ),
            "no_award": Field(
                "What was backdated", "", choices=(("", "The award, and tables"), ("yes", "Tables"))
            ),
        },
        "equality": {},
    }
)
"""The fields of each paper, by their names."""


def wanted(kind: str, ending: str, form: FormData) -> WantedPaper:
    """Return the paper that a form wants.

    Raises:
        NotAsked: a field does not say what is wanted of it.
    """
    typed = {name: _typed(form, name, field) for name, field in FIELDS[kind].items()}
    posts, salaries = _posts(typed)
    settings = settings_of(
        posts=posts,
        workforce=typed.get("workforce", ""),
        scenarios=_several(typed.get("scenarios", "")),
        multipliers=typed.get("multipliers", ""),
        first=_month(typed, "first"),
        last=_month(typed, "last"),
        known_then=_read(typed, "paid_by", day_in),
        award=not typed.get("no_award", ""),
    )
    return WantedPaper(kind, ending, settings, salaries)


def _typed(form: FormData, name: str, field: Field) -> str:
    """Return what was typed in a field.

    Raises:
        AskedWrongly: it is longer than anything that is wanted there.
    """
    said = text(form, name)
    if len(said) > field.longest:
        words = f"{field.label}: type no more than {field.longest:,} letters and figures"
        raise AskedWrongly(name, words)
    return said


def _posts(typed: Mapping[str, str]) -> tuple[tuple[str, ...], dict[str, Decimal]]:
    """Return the posts that are asked for, and the salaries that are proposed.

    Raises:
        AskedWrongly: what is proposed is none, or is proposed twice.
    """
    try:
        return posts_and_salaries(
            _several(typed.get("posts", "")), _several(typed.get("proposed", ""))
        )
    except NotAsked as reason:
        raise AskedWrongly("proposed", str(reason)) from None


def _several(said: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in said.split(";") if each.strip())


def _month(typed: Mapping[str, str], name: str) -> str:
    month = _read(typed, name, month_in)
    return f"{month:%Y-%m}" if month else ""


def _read(typed: Mapping[str, str], name: str, reader: Callable[[str], date]) -> date | None:
    """Return the day that a field of the arrears says, as a reader of days reads it.

    Raises:
        AskedWrongly: it says none.
    """
    said = typed.get(name, "")
    try:
        return reader(said) if said else None
    except ValueError as fault:
        raise AskedWrongly(name, f"{FIELDS['arrears'][name].label} {fault}") from None
