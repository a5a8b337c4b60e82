from __future__ import annotations

from datetime import date
from io import StringIO
from typing import Any

from rich.console import Console

from tests.reports.estate.runs import finding, run, skipped, unread, workbook
from xl_vsm.findings import ParametersReport, WorkbookReport
from xl_vsm.reports.estate import estate_of
from xl_vsm.reports.estate.console import SHOWN, EstateSummary, print_estate
from xl_vsm.reports.terminal import WIDTH

FAULTY = workbook(
    "north.xlsx",
    "Northmoor Vale Trust",
    findings=(finding(), finding("BND101", "warning")),
    not_checked=(skipped(),),
)


def lines(*workbooks: WorkbookReport, **changed: Any) -> list[str]:
    out = StringIO()
    print_estate(estate_of(run(*workbooks, **changed)), out)
    return [" ".join(line.split()) for line in out.getvalue().splitlines()]


def test_what_was_found_in_how_much_stands_first() -> None:
    said = lines(FAULTY, workbook("south.xlsx", "Southmoor Trust"))
    assert said[1] == (
        "1 error, 1 warning, 0 notes in 6 posts of 2 workbooks; 2 organisations named"
    )
    assert "1 check could not be made." in said


def test_the_tables_by_organisation_and_by_code() -> None:
    said = lines(FAULTY, workbook("south.xlsx", "Southmoor Trust"))
    assert "Northmoor Vale Trust 1 0 3 1 1 0 1" in said
    assert "Southmoor Trust 1 0 3 0 0 0 0" in said
    assert "error PEN101 named-pen101 1 1 1" in said
    assert "warning BND101 named-bnd101 1 1 1" in said


def test_nothing_wrong_is_said_and_no_empty_table_shown() -> None:
    said = lines(workbook("south.xlsx"))
    assert said[1] == "Nothing wrong found in 3 posts of 1 workbook"
    assert "By code" not in said
    assert "Workbooks not checked" not in said


def test_workbooks_that_were_not_read_are_named_with_the_reason() -> None:
    said = lines(FAULTY, unread("broken.xlsx", "WBK006", "the file is damaged"))
    assert "1 workbook could not be read." in said
    assert "broken.xlsx not read: WBK006 the file is damaged" in said


def test_a_crash_is_called_a_fault_of_the_tool() -> None:
    crash = finding("RUN001", message="a fault in this tool")
    said = lines(workbook("a.xlsx", findings=(crash,), complete=False))
    assert "In 1 workbook a check crashed: a fault of this tool." in said
    assert "a.xlsx not checked in full: RUN001 a fault in this tool" in said


def test_a_run_that_was_stopped_says_how_much_it_covers() -> None:
    said = lines(FAULTY, interrupted=True)
    assert "The run was stopped after 1 workbook: the rest was not checked." in said


def test_what_was_left_out_and_for_which_purpose() -> None:
    known = workbook("a.xlsx", accepted=1200)
    figures = ParametersReport(release="1", effective=date(2026, 4, 1), known=date(2026, 5, 2))
    said = lines(known, redacted=True, profile="audit", parameters=figures)
    assert "1,200 findings that an accepted run had already are not counted." in said
    assert "Figures and the titles of posts are left out." in said
    assert "xl-vsm 1, profile audit; for 1 April 2026, as known on 2 May 2026" in said


def test_the_banner_names_what_not_to_rely_on() -> None:
    figures = ParametersReport(
        release="1",
        effective=None,
        known=None,
        illustrative=("pay ranges",),
        pending=("withholding terms",),
    )
    said = " ".join(lines(FAULTY, parameters=figures))
    assert "ILLUSTRATIVE pay ranges: made-up figures" in said
    assert "PENDING withholding terms: under review" in said


def test_a_long_table_is_cut_and_says_how_much_is_left() -> None:
    many = (workbook(f"{n}.xlsx", f"Trust {n:03}") for n in range(SHOWN + 1200))
    said = lines(*many)
    assert sum(line.startswith("Trust ") for line in said) == SHOWN
    assert "and 1,200 more" in said


def test_text_of_workbooks_is_inert() -> None:
    hostile = "\x1b[31mred\r\n[bold]x[/bold]\N{RIGHT-TO-LEFT OVERRIDE}"
    out = StringIO()
    books = (
        workbook("\x1b]0;title\x07.xlsx", hostile, findings=(finding(name=hostile),)),
        unread(hostile, message=hostile),
    )
    console = Console(file=out, width=WIDTH, force_terminal=True, color_system=None)
    console.print(EstateSummary(estate_of(run(*books, profile=hostile))))
    text = out.getvalue()
    assert "\x1b[31m" not in text
    assert "\x1b]" not in text
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
    assert "[bold]x[/bold]" in text


def test_no_line_is_wider_than_the_page() -> None:
    out = StringIO()
    wide = workbook("folder/" * 30, "Trust of a very long name " * 9, findings=(finding(),) * 12345)
    print_estate(estate_of(run(wide, unread("folder/" * 40))), out)
    assert max(map(len, out.getvalue().splitlines())) <= WIDTH
