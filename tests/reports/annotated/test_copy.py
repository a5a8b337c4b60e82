"""The copy against the workbook: nothing lost, and what was found put in."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from tests.reports.annotated.books import MACROS, changed, part, plain, rich
from tests.reports.annotated.compare import difference, finding, report, three_findings
from tests.reports.annotated.readers import by_calamine, by_openpyxl, opened
from xl_vsm.reports.annotated import annotate

AWARDS = "Pay & 'awards' <£>"
BOOKS = {"plain": plain(), "rich": rich(), "macros": rich(macros=True)}


@pytest.fixture(params=BOOKS, ids=list(BOOKS))
def book(request: pytest.FixtureRequest) -> bytes:
    return BOOKS[request.param]


def test_every_other_part_is_byte_for_byte_as_it_was(book: bytes) -> None:
    copy = annotate(book, three_findings(book))
    assert not difference(book, copy)
    with ZipFile(io.BytesIO(book)) as old:
        untouched = set(old.namelist()) - set(copy.touched)
    assert {"docProps/app.xml", "docProps/core.xml", "xl/sharedStrings.xml"} <= untouched
    assert not any("chart" in name or "media" in name for name in copy.touched)


def test_two_programs_read_the_same_values(book: bytes) -> None:
    copy = annotate(book, three_findings(book))
    for reader in (by_openpyxl, by_calamine):
        was, now = reader(book), reader(copy.data)
        assert isinstance(was, dict)
        assert isinstance(now, dict)
        assert copy.sheet in now
        del now[copy.sheet]
        assert repr(was) == repr(now)


def test_macros_are_kept() -> None:
    copy = annotate(BOOKS["macros"], three_findings(BOOKS["macros"]))
    assert part(copy.data, "xl/vbaProject.bin") == MACROS
    assert b"macroEnabled" in part(copy.data, "[Content_Types].xml")


def test_links_lead_both_ways() -> None:
    found = [finding(AWARDS, "B3"), finding(AWARDS, "D4", "note"), finding("Lists", "A2")]
    copy = annotate(BOOKS["rich"], report(*found))
    read = opened(copy.data)
    sheet = read["VSM findings"]
    there = {
        (row[2].value, row[3].value): row[3]
        for row in sheet.iter_rows()
        if row[3].hyperlink is not None
    }
    assert set(there) == {(each.sheet, each.cell) for each in found}
    for (name, cell), link in there.items():
        quoted = "'" + name.replace("'", "''") + "'"
        assert link.hyperlink.location == f"{quoted}!{cell}"
        back = read[name][cell].hyperlink
        assert back.location == f"'VSM findings'!A{link.row}"


def test_a_link_changes_no_cell_and_no_link() -> None:
    # Empty, linked, and linked by a formula: each keeps what it has, and is marked all the same.
    cells = ["E2", "A4", "A5", "A6"]
    copy = annotate(BOOKS["rich"], report(*(finding(AWARDS, cell) for cell in cells)))
    before = opened(BOOKS["rich"])[AWARDS]
    after = opened(copy.data)[AWARDS]
    for cell in cells:
        was, now = before[cell].hyperlink, after[cell].hyperlink
        assert (was and (was.location, was.target)) == (now and (now.location, now.target))
        assert before[cell].value == after[cell].value
        assert after[cell].comment is not None
    assert copy.marked == len(cells)


def test_each_wrong_cell_has_a_note_that_says_where_to_read_on() -> None:
    found = [finding(AWARDS, "C3", "warning", "first"), finding(AWARDS, "C3", "error", "second")]
    copy = annotate(BOOKS["rich"], report(*found))
    read = opened(copy.data)
    note = read[AWARDS]["C3"].comment.text
    rows = [row[0].row for row in read["VSM findings"].iter_rows() if row[3].value == "C3"]
    assert "WARNING PAY101: First" in note
    assert "ERROR PAY101: Second" in note
    assert note.endswith(f"More in rows {rows[0]} and {rows[1]} of the sheet VSM findings.")
    assert read[AWARDS]["B2"].comment.text == "A note of the trust's own"


def test_a_note_that_is_there_stays() -> None:
    copy = annotate(BOOKS["rich"], report(finding(AWARDS, "B2"), finding(AWARDS, "B3")))
    read = opened(copy.data)
    assert read[AWARDS]["B2"].comment.text == "A note of the trust's own"
    assert read[AWARDS]["B2"].comment.author == "Finance"
    assert read[AWARDS]["B3"].comment.author == "xl-vsm"
    assert any("1 of the wrong cells" in warning for warning in copy.warnings)


def test_marks_come_after_the_rules_that_are_there() -> None:
    copy = annotate(BOOKS["rich"], three_findings(BOOKS["rich"]))
    rules = opened(copy.data)[AWARDS].conditional_formatting
    ranks = [rule.priority for block in rules for rule in block.rules]
    assert len(ranks) == len(set(ranks)) == 5
    ours = [(block, rule) for block in rules for rule in block.rules if rule.formula == ["TRUE"]]
    assert {str(block.sqref): rule.dxf.fill.bgColor.rgb for block, rule in ours} == {
        "A1": "FFFFC7CE",
        "B2": "FFFFEB9C",
        "D4": "FFDDEBF7",
    }
    assert {rule.priority for _, rule in ours} == set(sorted(ranks)[-3:])


def test_a_sheet_of_that_name_is_left_alone() -> None:
    once = annotate(BOOKS["plain"], report(finding("Pay", "B2")))
    twice = annotate(once.data, report(finding("Pay", "B2")))
    assert twice.sheet == "VSM findings 2"
    assert not difference(once.data, twice)
    read = opened(twice.data)
    assert read.sheetnames == ["Pay", "VSM findings", "VSM findings 2"]
    assert "is called VSM findings, so this one is" in str(list(read["VSM findings 2"].values))


def test_what_has_no_cells_is_only_listed() -> None:
    copy = annotate(BOOKS["rich"], report(finding("Chart", "A1"), finding(None, None)))
    assert copy.marked == 0
    assert copy.warnings == ("the sheet Chart has no cells to mark",)
    sheet = opened(copy.data)[copy.sheet]
    assert [row[3].hyperlink for row in sheet.iter_rows() if row[2].value == "Chart"] == [None]


def test_a_workbook_without_faults_gets_the_sheet_only() -> None:
    copy = annotate(BOOKS["plain"], report())
    assert (copy.marked, copy.added) == (0, ("xl/worksheets/vsmFindings1.xml",))
    assert "Nothing wrong found in 3 posts" in str(by_calamine(copy.data))


def test_protection_stays_and_is_said() -> None:
    locked = changed(
        BOOKS["rich"],
        {
            "xl/workbook.xml": lambda part: part.replace(
                b"<bookViews>", b'<workbookProtection lockStructure="1"/><bookViews>'
            )
        },
    )
    copy = annotate(locked, report(finding("Lists", "A2")))
    assert "the sheet Lists is protected, and stays so" in copy.warnings
    assert any("structure is protected" in warning for warning in copy.warnings)
    assert b'lockStructure="1"' in part(copy.data, "xl/workbook.xml")


def test_the_same_findings_give_the_same_bytes() -> None:
    findings = three_findings(BOOKS["rich"])
    assert annotate(BOOKS["rich"], findings).data == annotate(BOOKS["rich"], findings).data
