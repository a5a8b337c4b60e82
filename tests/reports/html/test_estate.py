"""The summary of a whole run as a page."""

from __future__ import annotations

from tests.reports.hostile import book, finding, report
from tests.reports.html.reading import examples, page
from xl_vsm.reports.estate import estate_of
from xl_vsm.reports.estate.words import asked, outcome
from xl_vsm.reports.html import write_estate
from xl_vsm.reports.html.estate_page import DRAWN, bars


def test_what_was_found_by_organisation_code_and_workbook() -> None:
    estate = estate_of(examples())
    written = page(write_estate, estate)
    assert outcome(estate) in written.words
    assert asked(estate) in written.words
    assert len(estate.organisations) > 1
    for line in estate.organisations:
        counts = f"{line.workbooks} {line.unread} {line.posts} {line.error} {line.warning}"
        assert f"{line.name} {counts} {line.note} {line.not_checked}" in spaced(written.source)
    for code in estate.codes:
        said = f"{code.code} {code.name} {code.severity} {code.findings} {code.workbooks}"
        assert f"{said} {code.organisations}" in spaced(written.source)
    for gap in estate.gaps:
        assert f"{gap.code} {gap.name} {gap.times} {gap.workbooks}" in spaced(written.source)
    for book_line in estate.workbooks:
        said = f"{book_line.path} {book_line.organisation or 'not stated'} {book_line.posts}"
        assert f"{said} {book_line.error} {book_line.warning}" in spaced(written.source)


def spaced(source: str) -> str:
    """Return what is said, with the cells of tables apart."""
    return " ".join(
        page(lambda text, out: out.write(text), source.replace("<t", " <t")).words.split()
    )


def test_what_must_not_be_relied_on_and_the_figures_used() -> None:
    written = page(write_estate, estate_of(examples()))
    assert "Before you rely on this" in written.words
    for each in examples().parameters.used:
        assert each.title in written.words


def test_nothing_wrong_and_nothing_left_out() -> None:
    written = page(write_estate, estate_of(report(book())))
    assert "Nothing wrong was found." in written.words
    assert "What these counts leave out" not in written.words
    assert "Every check that the workbooks' columns allow was made." in written.words
    assert written.tags["svg"] == 0


def test_a_stopped_run_and_files_that_could_not_be_read() -> None:
    unread = book(finding(code="WBK001", message="no workbook"), complete=False, sheets=())
    estate = estate_of(report(unread, interrupted=True, redacted=True))
    written = page(write_estate, estate)
    assert "This run was stopped before its end" in written.words
    assert "1 workbook could not be read." in written.words
    assert "not read: WBK001 no workbook" in written.words
    assert written.words.count("Figures and the titles of posts are left out") == 1


def test_the_most_frequent_codes_are_drawn() -> None:
    found = [finding(code=f"C{n:02}", name="n") for n in range(DRAWN + 5) for _ in range(n + 1)]
    estate = estate_of(report(book(*found)))
    drawn = bars(estate.codes)
    assert [each.line.findings for each in drawn] == list(range(DRAWN + 5, 5, -1))
    assert drawn[0].width == "100.00%"
    assert drawn[-1].width == f"{600 / (DRAWN + 5):.2f}%"
    assert drawn[0].label == f"Error: C{DRAWN + 4} n"
    assert "the 20 most frequent of 25" in page(write_estate, estate).words
