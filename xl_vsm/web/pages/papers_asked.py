"""What each paper may be asked on the page, and what was typed for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from starlette.datastructures import FormData

from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.settings import proposed, settings_of
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
        choices: what there is to choose among, each with what it is called; none for free text.
    """

    label: str
    hint: str
    width: int = 30
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
            "first": Field("First month that was paid too little", f"Such as {MONTHS}", 20),
            "last": Field("Last such month", "Such as July 2025 or 07/2025", 20),
            "paid_by": Field(
                "The day by whose tables those months were paid", f"Such as {DAYS}", 20
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
    typed = {name: text(form, name).strip() for name in FIELDS[kind]}
    salaries = dict(map(proposed, _several(typed.get("proposed", ""))))
    settings = settings_of(
        posts=_several(typed.get("posts", "")) or tuple(salaries),
        workforce=typed.get("workforce", ""),
        scenarios=_several(typed.get("scenarios", "")),
        multipliers=typed.get("multipliers", ""),
        first=_month(typed, "first"),
        last=_month(typed, "last"),
        known_then=_read(typed, "paid_by", day_in),
        award=not typed.get("no_award", ""),
    )
    return WantedPaper(kind, ending, settings, salaries)


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
