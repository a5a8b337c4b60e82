"""The whole template, as the bytes of a file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from xl_vsm.release import VERSION
from xl_vsm.rules.words import OrganisationType
from xl_vsm.template import lists_sheet, start
from xl_vsm.template.checks_sheet import rows_of_totals, write_checks
from xl_vsm.template.named_styles import with_named_styles
from xl_vsm.template.pay import write_pay
from xl_vsm.template.places import CHECKS, LISTS, PAY, START, Posts
from xl_vsm.template.styles import STYLES, Formats
from xl_vsm.template.writing import Page

FEWEST_POSTS, USUAL_POSTS, MOST_POSTS = 5, 50, 1000
_MADE: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - Excel's own dates have no zone
_A3, _A4 = 8, 9
_FONT: Final = "Arial"


@dataclass(frozen=True)
class Settings:
    """What a template begins with.

    Attributes:
        rows: how many posts it has room for.
        organisation_type: what kind of organisation it is for; to be chosen where none is given.
        effective: the day that the answers are for; to be filled in where none is given.
    """

    rows: int = USUAL_POSTS
    organisation_type: OrganisationType | None = None
    effective: date | None = None

    def __post_init__(self) -> None:
        """Refuse a number of rows that makes no workbook."""
        if not FEWEST_POSTS <= self.rows <= MOST_POSTS:
            raise ValueError(
                f"rows must be from {FEWEST_POSTS} to {MOST_POSTS:,}, not {self.rows:,}"
            )


def template(settings: Settings = Settings()) -> bytes:
    """Return a blank pay workbook. The same settings give the same bytes.

    Args:
        settings: what it begins with.
    """
    # Slow to import, and only this verb needs it.
    from xlsxwriter import Workbook  # noqa: PLC0415

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "default_format_properties": {"font_name": _FONT}})
    formats = Formats(book)
    pages = {name: Page(book.add_worksheet(name), formats) for name in (START, PAY, CHECKS, LISTS)}
    for name, place in {**start.names(), **lists_sheet.names()}.items():
        book.define_name(name, place)
    posts = Posts(settings.rows)
    start.write_start(pages[START], _given(settings))
    write_pay(pages[PAY], posts, rows_of_totals(posts))
    write_checks(pages[CHECKS], posts, [name for name, value in _given(settings).items() if value])
    lists_sheet.write_lists(pages[LISTS])
    for name, page in pages.items():
        _print(page, landscape=name != START, wide=name == PAY)
    pages[START].sheet.set_selection("B10")
    pages[START].sheet.activate()
    book.set_properties(_properties())
    book.close()
    return with_named_styles(file.getvalue(), STYLES, formats.styled())


def _given(settings: Settings) -> dict[str, Any]:
    kind = settings.organisation_type
    return {
        "Organisation_type": None if kind is None else kind.value,
        "Effective_date": settings.effective,
    }


def _print(page: Page, *, landscape: bool, wide: bool) -> None:
    sheet = page.sheet
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A3 if wide else _A4)
    sheet.fit_to_pages(2 if wide else 1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")


def _properties() -> dict[str, Any]:
    return {
        "title": "Very senior manager pay",
        "subject": "NHS very senior manager pay framework",
        "author": "xl_vsm",
        "keywords": "NHS, VSM, pay",
        "comments": f"Written by xl-vsm template, release {VERSION}.",
        "created": _MADE,
    }
