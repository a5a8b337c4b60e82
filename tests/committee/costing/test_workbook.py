"""The costing's workbook as it is written: its marks, its print and its words."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.committee.costing.conftest import HOSTILE, board, full, mixed
from tests.posts import DAY
from xl_vsm.committee.checked import Checked
from xl_vsm.committee.costing import (
    Costing,
    costing,
    write_workbook,
)
from xl_vsm.committee.costing.marked import Marked


def saved(of: Costing, folder: Path) -> Path:
    path = folder / "costing.xlsx"
    with path.open("wb") as out:
        write_workbook(of, out)
    return path


def test_every_sheet_says_that_ranges_are_made_up_and_so_do_the_charts(
    trust: Checked, tmp_path: Path
) -> None:
    path = saved(full(trust), tmp_path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        words = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row)
        assert "ILLUSTRATIVE: pay ranges" in words, sheet.title
    titles = [_title(chart) for sheet in book for chart in sheet._charts]
    assert len(titles) == 2
    assert all("ILLUSTRATIVE RANGES" in title for title in titles)


def _title(chart) -> str:  # type: ignore[no-untyped-def]
    runs = [run for p in chart.title.tx.rich.p for run in p.r]
    return "".join(run.t for run in runs)


def test_a_wide_sheet_is_printed_to_be_read(trust: Checked, tmp_path: Path) -> None:
    """Wider than A4 is A3; one table's headings are on each page; no sheet is too wide for A3."""
    book = openpyxl.load_workbook(saved(full(trust), tmp_path))
    for sheet in book:
        wide = sum(c.width * (c.max - c.min + 1) for c in sheet.column_dimensions.values())
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(sheet.page_setup.paperSize) == (8 if wide > 210 else 9), sheet.title
        assert wide < 300, sheet.title  # of which A3 shows 210 at their full size
    for name in ("Posts", "Scenario costs", "Scenario pay"):
        rows = book[name].print_title_rows
        first = int(str(rows).strip("$").split(":")[0].strip("$"))
        assert "Post" in {cell.value for cell in book[name][first]}, (name, rows)


def test_what_is_from_copies_is_on_amber_and_said(trust: Checked, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(saved(full(trust), tmp_path))["Paybill"]
    rows = list(sheet.iter_rows())
    heads = next(row for row in rows if row[3].value == "Base pay")
    place = {str(cell.value): cell.column - 1 for cell in heads}
    marked = place["National Insurance (transcribed)"]
    plain = place["Employer pension"]
    lines = [row for row in rows if row[0].value == 1 or row[0].value == "Total"]
    assert len(lines) == 4
    assert {row[marked].fill.fgColor.rgb for row in lines} == {"FFFFE8B3"}
    assert "FFFFE8B3" not in {row[plain].fill.fgColor.rgb for row in lines}


def test_words_of_the_workbook_are_never_formulas(tmp_path: Path) -> None:
    path = saved(full(mixed()), tmp_path)
    book = openpyxl.load_workbook(path)
    found = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == HOSTILE
    ]
    assert found
    assert {cell.data_type for cell in found} == {"s"}


def test_the_same_costing_gives_the_same_bytes() -> None:
    one, other = io.BytesIO(), io.BytesIO()
    write_workbook(full(mixed()), one)
    write_workbook(full(mixed()), other)
    assert one.getvalue() == other.getvalue()


def row_of(sheet: Worksheet, first: str) -> list[str]:
    """Return the row of a sheet whose first cell begins so."""
    rows = ([str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True))
    return next(row for row in rows if row[0].startswith(first))


def test_the_limits_line_is_of_the_posts_that_are_drawn(trust: Checked, tmp_path: Path) -> None:
    """The limit was seen where it was published; the top of band 9 has the marks of its scale."""
    of = full(trust)
    sheet = openpyxl.load_workbook(saved(of, tmp_path))["Pay and range"]
    heads = row_of(sheet, "Post")
    assert "Limit for central approval" in heads  # of every post that is drawn
    top = next(each for each in heads if each.startswith("Top of Agenda for Change band 9"))
    assert Marked.of(of).approval == ()
    assert top.endswith("(transcribed)") is ("transcribed" in Marked.of(of).afc)
    left = costing(board({"contract": "consultant medical", "left": date(2025, 6, 1)}, {}))
    assert [each.limit for each in left.posts] == [None, 170_000]
    assert left.limit is not None
    assert left.limit.name == "Limit for central approval"  # of the post that is held
    assert costing(board({"contract": "consultant medical"})).limit is None


def test_the_tops_of_next_year_have_a_document_and_a_certainty(
    trust: Checked, tmp_path: Path
) -> None:
    sheet = openpyxl.load_workbook(saved(full(trust), tmp_path))["Assumptions"]
    for band in ("8d", "9"):
        now = row_of(sheet, f"Top of Agenda for Change band {band}")
        after = row_of(sheet, f"Top of band {band}, next pay year")
        assert all(after[3:6])
        assert after[4].startswith("1 April 2026")
        assert now[4].startswith("1 April 2025")


@pytest.mark.parametrize("day", [DAY, date(2026, 6, 1)])
def test_no_mark_is_told_by_colour_alone(day: date, tmp_path: Path) -> None:
    """What is on amber says why in its own format, or its column's heading does."""
    words = ("(illustrative", "(transcribed", "(pending")
    of = full(board({}, {"salary": 110_000, "objectives_met": "no"}, effective=day))
    book = openpyxl.load_workbook(saved(of, tmp_path))
    for name in ("Summary", "Scenarios", "Scenario costs", "Scenario pay", "Award"):
        amber = 0
        for column in book[name].iter_cols():
            heading = ""
            for cell in column:
                ground = cell.fill.fgColor.rgb
                if ground == "FF005EB8":
                    heading = str(cell.value)
                if ground == "FFFFE8B3" and heading:
                    amber += 1
                    assert any(word in f"{heading} {cell.number_format}" for word in words), (
                        name,
                        cell.coordinate,
                    )
        assert amber
