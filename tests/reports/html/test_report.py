"""What the report says, and that it says everything."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.reports.hostile import book, finding, report
from tests.reports.html.reading import Page, example, examples, flat, page
from xl_vsm.findings import NotChecked, ParametersReport, SheetReport, SkippedRow, UnknownColumn
from xl_vsm.reports.html import write
from xl_vsm.reports.plain import day
from xl_vsm.reports.sheet_words import not_checked, what_is_wrong


def made(*findings: Any, **changed: Any) -> Page:
    return page(write, report(book(*findings), **changed))


def test_each_finding_with_its_cell_post_figures_why_and_source() -> None:
    written = page(write, example())
    findings = example().findings
    assert len(findings) > 10
    assert written.tags["article"] == len(findings)
    for each in findings:
        said = [each.cell, f"{each.code} {each.name}", each.row_key, each.post, each.stated]
        said += [each.expected, what_is_wrong(each)]
        said += [each.why if each.why not in each.message else None]
        for text in filter(None, said):
            assert flat(text) in written.words
        assert each.source is not None or each.why in written.words
        if each.source:
            assert flat(f"{each.source.title}, {each.source.locator}") in written.words
            assert each.source.url is None or each.source.url in written.values("href", "a")


def test_the_workbook_and_how_it_was_read() -> None:
    written = page(write, example())
    (workbook,) = example().workbooks
    assert workbook.sha256 in written.words
    assert workbook.organisation in written.words
    assert workbook.path in written.words
    assert workbook.effective is not None
    assert f"checked for {day(workbook.effective)}" in written.words
    (sheet,) = (each for each in workbook.sheets if each.headings)
    assert f"{sheet.name}: {sheet.headings}, {len(sheet.places)} columns read" in written.words
    for field, read in sheet.reading.items():
        assert (
            f"{field.replace('_', ' ')}{sheet.places[field]}{flat(read.heading)}" in written.words
        )
        assert f"{read.confidence}, {read.why}" in written.words
        assert flat(read.example) in written.words
    for note in sheet.notes:
        assert note in written.words
    assert "Left out, rows 33 to 35: note" in written.words


def test_what_was_not_checked_and_why() -> None:
    written = page(write, example())
    (workbook,) = example().workbooks
    assert f"{len(workbook.not_checked)} checks could not be made, and why" in written.words
    for reason, which in not_checked(workbook.not_checked):
        assert flat(f"{reason[:1].upper()}{reason[1:]}{which}") in written.words
    assert "No table of posts, so not checked as one: Trust details." in written.words


def test_the_figures_used_with_their_dates_certainty_and_documents() -> None:
    written = page(write, example())
    used = example().parameters.used
    assert used
    for each in used:
        assert each.effective_from is not None
        assert each.published is not None
        assert each.source is not None
        dates = f"{day(each.effective_from)}{day(each.published)}{each.certainty}: "
        assert dates in written.words
        assert each.title in written.words
        assert each.source.url is None or each.source.url in written.values("href", "a")


def test_what_must_not_be_relied_on_is_said_first() -> None:
    figures = example().parameters.model_copy(update={"pending": ("withholding terms",)})
    written = page(write, example().model_copy(update={"parameters": figures}))
    assert written.words.index("Before you rely on this") < written.words.index("Summary")
    for mark in ("illustrative", "pending", "transcribed"):
        for name in getattr(figures, mark):
            assert name in written.words
    assert "ILLUSTRATIVE RANGES made up: not the published ranges" in written.words
    assert "@top-center" in written.source  # on every page that is printed


def test_nothing_is_said_of_made_up_figures_where_there_are_none() -> None:
    written = made(finding())
    assert "Before you rely on this" not in written.words
    assert "@top-center" not in written.source


def test_counts_and_days() -> None:
    found = example().summary
    written = page(write, example())
    for number, name in ((found.error, "errors"), (found.warning, "warnings"), (1, "note")):
        assert f"{name}{number}" in written.words
    known = example().parameters.model_copy(update={"known": date(2025, 6, 1)})
    written = page(write, example().model_copy(update={"parameters": known}))
    assert f"xl-vsm {example().tool.version}" in written.words
    assert "For 30 September 2025, as known on 1 June 2025" in written.words


def test_several_workbooks_have_a_list_of_contents() -> None:
    written = page(write, examples())
    assert examples().parameters.effective is None
    assert "Each workbook for the day it states" in written.words
    for number in (1, 2, 3):
        assert f"#w{number}" in written.values("href", "a")
        assert {f"w{number}", f"w{number}-line"} <= set(written.values("id"))
    assert examples().workbooks[0].path not in written.words.partition("Contents")[2][:300]


def test_workbooks_of_one_name_are_told_apart_by_their_paths() -> None:
    both = report(book(path="north/pay.xlsx"), book(path="south\\pay.xlsx"), book(path="x/y.xlsx"))
    contents = page(write, both).words.partition("Contents")[2].partition("Figures used")[0]
    assert "north/pay.xlsx" in contents
    assert "south\\pay.xlsx" in contents
    assert "x/y.xlsx" not in contents


@pytest.mark.parametrize("several", [False, True], ids=["one workbook", "several"])
def test_every_anchor_is_there_once(several: bool) -> None:
    written = page(write, examples() if several else example())
    anchors = written.values("id")
    assert len(anchors) == len(set(anchors))
    inside = {href[1:] for href in written.values("href", "a") if href.startswith("#")}
    inside |= {one for each in written.values("aria-labelledby") for one in each.split()}
    inside |= set(written.values("for"))
    inside |= {each[5:-1] for each in written.values("fill") if each.startswith("url(#")}
    assert inside <= set(anchors)


def test_nothing_wrong_is_said() -> None:
    written = made()
    assert "Nothing wrong was found." in written.words
    assert written.tags["form"] == 0  # there is nothing to choose from


def test_a_run_without_a_workbook() -> None:
    assert "No workbook was checked." in page(write, report()).words


def test_a_run_that_was_stopped_a_purpose_and_an_accepted_run() -> None:
    accepted = report(book(accepted=3), interrupted=True, profile="submission")
    written = page(write, accepted)
    assert "This run was stopped before its end It covers 1 workbook." in written.words
    assert "Profile: submission" in written.words
    assert "3 findings of an accepted run are left out" in written.words
    assert "Nothing new was found." in written.words


def test_a_workbook_that_was_not_checked_in_full() -> None:
    written = page(write, report(book(complete=False, sheets=(), rows=0), book()))
    assert "1 workbook could not be checked in full" in written.words
    assert "This workbook could not be checked in full." in written.words
    assert written.words.count("Every check that these columns allow was made.") == 1


def test_a_report_without_figures_and_titles_says_so_once() -> None:
    bare = finding(stated=None, expected=None, row_key=None, message="Pay!H14 is wrong", why="")
    written = made(bare, redacted=True)
    assert written.words.count("Figures and titles of posts are left out") == 1
    assert "Stated" not in written.words
    assert "Expected" not in written.words
    assert "Pay beside its range" not in written.words


def test_marks_hidden_cells_and_blanks_are_said() -> None:
    written = made(finding(hidden=True, stated="", marks=("pending",), illustrative=True))
    assert "hidden pending" in written.words
    assert "Stated blank" in flat(written.words.replace("Stated", "Stated "))


def test_what_no_column_was_found_for() -> None:
    sheet = SheetReport(
        name="Pay",
        header_row=4,
        columns={"salary": "D"},
        hidden=True,
        skipped=(SkippedRow(row=5, reason="total"), SkippedRow(row=9, reason="total")),
        unknown=(UnknownColumn(column="Q", header="Car"),),
    )
    skip = NotChecked(code="PEN101", name="x", sheet=None, cell=None, reason="no pension column")
    written = page(write, report(book(sheets=(sheet,), not_checked=(skip,))))
    assert "Pay, a hidden sheet: headings in row 4, 1 column read" in written.words
    assert "nothing in them was checked: Pay!Q (Car)." in written.words
    assert "Column Q, Car: no field was found for it" in written.words
    assert "Left out, rows 5, 9: total" in written.words
    assert "No pension columnPEN101" in written.words


def test_a_run_that_needed_no_figure() -> None:
    figures = ParametersReport(release="1", effective=None, known=None, figures="abc")
    written = page(write, report(book(), parameters=figures))
    assert "No published figure was needed." in written.words
    assert "digest of every figure loaded: abc" in written.words
