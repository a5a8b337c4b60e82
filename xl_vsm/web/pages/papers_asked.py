"""What each paper may be asked on the page, and what was typed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from starlette.datastructures import FormData

from xl_vsm.committee.answer import NotAsked
from xl_vsm.committee.settings import proposed, settings_of
from xl_vsm.web.uploads import text
from xl_vsm.web.work import WantedPaper


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
            "first": Field("First month that was paid too little", "Such as 2025-04", 10),
            "last": Field("Last such month", "Such as 2025-07", 10),
            "paid_by": Field(
                "The day by whose tables those months were paid", "Such as 2025-05-31", 10
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
        first=typed.get("first", ""),
        last=typed.get("last", ""),
        known_then=_day(typed.get("paid_by", "")),
        award=not typed.get("no_award", ""),
    )
    return WantedPaper(kind, ending, settings, salaries)


def _several(said: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in said.split(";") if each.strip())


def _day(said: str) -> date | None:
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise NotAsked(f"{said!r} is not a day such as 2025-05-31") from None
