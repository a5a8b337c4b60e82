"""Every page as axe-core judges it in Chromium, at each width, and without scrolling sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reports.html.browser import judge_missing
from tests.web.opened import anybody_can_use
from tests.web.pages.officer import FAULTS, MESSY
from tests.web.pages.reader import Reader
from tests.web.pages.test_many_columns import sites

pytestmark = pytest.mark.skipif(judge_missing() is not None, reason=str(judge_missing()))


def choosing(_: Reader) -> None:
    pass


def chosen(reader: Reader) -> None:
    reader.chooses(FAULTS, MESSY / "two_salaries.xlsx")


def found(reader: Reader) -> None:
    reader.checks(FAULTS)


def asked(reader: Reader) -> None:
    reader.checks(MESSY / "two_salaries.xlsx", MESSY / "american_dates.xlsx")


def correcting(reader: Reader) -> None:
    found(reader)
    reader.presses("Correct how the columns were read")


def correcting_one_of_many(reader: Reader) -> None:
    reader.checks(sites(11))
    reader.presses("Correct how the columns were read")
    reader.presses("Correct the columns of Site 10")


def corrected_wrongly(reader: Reader) -> None:
    asked(reader)
    for letter in "BC":
        reader.page.get_by_label(f"Column {letter} is").first.select_option("salary")
    reader.presses("Continue")


def several(reader: Reader) -> None:
    reader.checks(FAULTS, MESSY / "sheet_per_site.xlsx", ("notes.xlsx", b"no workbook"))


def refused(reader: Reader) -> None:
    reader.checks(("pay.xlsx", b"no workbook"))


def papers(reader: Reader) -> None:
    found(reader)
    reader.presses("Papers for the committee")


def papers_asked_wrongly(reader: Reader) -> None:
    papers(reader)
    reader.page.get_by_label("The Department's multipliers").fill("0.5 1.3")
    reader.presses("Excel: Costing")


def nowhere(reader: Reader) -> None:
    reader.goes_to("/nowhere")


PAGES: dict[str, tuple[Callable[[Reader], None], str]] = {
    "choosing": (choosing, "Check a pay workbook"),
    "chosen": (chosen, "Check a pay workbook"),
    "found": (found, "12 errors, 4 warnings and 1 note"),
    "asked": (asked, "How the columns were read"),
    "correcting": (correcting, "How the columns were read"),
    "correcting one of many": (correcting_one_of_many, "How the columns were read"),
    "corrected wrongly": (corrected_wrongly, "How the columns were read"),
    "several": (several, "12 errors, 4 warnings and 2 notes"),
    "papers": (papers, "Papers for the committee"),
    "papers asked wrongly": (papers_asked_wrongly, "Papers for the committee"),
    "refused": (refused, "Check a pay workbook"),
    "nowhere": (nowhere, "What to do"),
}


@pytest.mark.parametrize("name", PAGES)
def test_anybody_can_use_it(reader: Callable[..., Reader], name: str) -> None:
    goes, heading = PAGES[name]
    it = reader()
    goes(it)
    assert heading in it.heading()
    anybody_can_use(it)


def test_the_judge_finds_what_is_wrong(reader: Callable[..., Reader]) -> None:
    it = reader()
    it.page.evaluate("document.querySelector('label[for=layout_file]').remove()")
    it.page.evaluate("document.querySelector('h1').style.color = '#e8edee'")
    found_wrong = " ".join(it.faults())
    assert "color-contrast" in found_wrong
    assert "label: Form elements must have labels" in found_wrong
