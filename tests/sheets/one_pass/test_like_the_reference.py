"""The one-pass reader gives what the reference gives, or leaves the workbook to it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import BOOK, ROWS, STYLES
from tests.hostile.attacks import SHEET, book
from tests.sheets.books import with_part
from xl_vsm.sheets.one_pass.book import read_in_one_pass
from xl_vsm.sheets.openpyxl_reader import read_cells

WORKBOOKS = sorted((Path(__file__).parents[3] / "workbooks").rglob("*.xlsx"))
CELL_TYPES = ["n", "s", "str", "b", "e", "inlineStr", None]


def alike(data: bytes) -> None:
    assert read_in_one_pass(data) == read_cells(data, "pay.xlsx")


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_our_workbooks(path: Path) -> None:
    alike(path.read_bytes())


def test_everything_that_a_sheet_may_have() -> None:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yy hh:mm"})
    pay, other = made.add_worksheet("Pay"), made.add_worksheet("A & B's")
    for row, number_format in enumerate(
        ("0.0%", "[h]:mm", "mm:ss", "yyyy", '"day" 0', "[$-809]d mmmm", "£#,##0;[Red]-£#,##0", "@")
    ):
        look = made.add_format({"num_format": number_format})
        for column, figure in enumerate((0, 1, 0.5, 45748.75, 59, 60, -1, 1e300)):
            pay.write_number(row, column, figure, look)
    pay.write_row(10, 0, ["  spaces ", "two\nlines", "_x0041_", "é\u00a0£", True, False])
    pay.write_rich_string(11, 0, "plain ", made.add_format({"bold": True}), "bold")
    for column, moment in enumerate((date(2025, 4, 1), time(9, 30), timedelta(hours=30))):
        pay.write_datetime(12, column, moment)
    pay.write_datetime(12, 3, datetime(2025, 4, 1, 12, 30, 15, 123000, UTC).replace(tzinfo=None))
    pay.write_formula(13, 0, "=A1+1", None, 1)
    pay.write_formula(13, 1, '=""', None, "")
    pay.write_formula(13, 2, "=1/0", None, "#DIV/0!")
    pay.write_array_formula("D14:E14", "{=A1:B1}", None, 0)
    pay.merge_range("A16:C17", "merged")
    pay.set_row(11, None, None, {"hidden": True})
    pay.set_column("C:D", None, None, {"hidden": True})
    pay.autofilter("A1:H8")
    other.add_table("B2:D5", {"columns": [{"header": "Post"}, {"header": "Two\nlines"}]})
    other.hide()
    made.define_name("Everybody", "=Pay!$A$1:$B$2")
    made.define_name("Pay!Own", "=Pay!$A$1")
    pay.print_area("A1:H20")
    made.close()
    alike(out.getvalue())


@pytest.mark.parametrize("name", ["plain", "text"])
def test_files_in_which_each_cell_is_of_its_own_kind(name: str) -> None:
    alike(book(ROWS[name]))


SHARED = (
    b'<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">B2+$B$1+Pay!C2</f><v>3</v></c></row>'
    b'<row r="3"><c r="A3"><f t="shared" si="0"/><v>4</v></c></row>'
    b'<row r="4"><c r="A4"><f t="shared" si="0"/></c><c r="B4"><f t="shared" si="9"/></c></row>'
)


def test_shared_formulas() -> None:
    alike(book(SHARED))
    grid = read_in_one_pass(book(SHARED)).sheets[0]
    assert grid.at(4, 1).formula == "=B4+$B$1+Pay!C4"
    assert not grid.at(4, 1).calculated


def _cell(place: int, kind: str | None, style: int, text: str, formula: str) -> str:
    said = "" if kind is None else f' t="{kind}"'
    value = f"<is><t>{text}</t></is>" if kind == "inlineStr" else f"<v>{text}</v>"
    return f'<c r="{"ABCDEFGH"[place]}2"{said} s="{style}">{formula}{value}</c>'


TEXTS = {
    "n": st.sampled_from(["0", "1", "-3", "171250", "0.1", "1E3", "45748.25", "2958466", ""]),
    "s": st.integers(0, 3).map(str),
    "b": st.sampled_from("01"),
    "e": st.sampled_from(["#REF!", "#N/A", "#SPILL!"]),
}
CELLS = st.tuples(
    st.sampled_from(CELL_TYPES).flatmap(
        lambda kind: st.tuples(
            st.just(kind),
            TEXTS.get(kind or "n", st.sampled_from(["", " ", "x y", "&#163;5", "12"])),
        )
    ),
    st.integers(0, 2),
    st.sampled_from(["", "", "<f>1+1</f>", '<f t="array" ref="A2:B2">A1</f>']),
)


@settings(max_examples=60)
@given(st.lists(CELLS, max_size=8))
def test_any_row_of_cells(cells: list[tuple[tuple[str | None, str], int, str]]) -> None:
    written = [
        _cell(place, kind, style, text, formula)
        for place, ((kind, text), style, formula) in enumerate(cells)
    ]
    alike(book(f'<row r="2">{"".join(written)}</row>'.encode()))


def in_part(part: str, old: bytes, new: bytes) -> bytes:
    return with_part(book(), part, lambda text: text.replace(old, new))


ODD: dict[str, Callable[[], bytes]] = {
    "a data table": lambda: book(
        b'<row r="2"><c r="A2"><f t="dataTable" ref="A2:A3" r1="B1"/><v>1</v></c></row>'
    ),
    "a day in words": lambda: book(b'<row r="2"><c r="A2" t="d"><v>2025-04-01</v></c></row>'),
    "a number that is none": lambda: book(b'<row r="2"><c r="A2"><v>NaN</v></c></row>'),
    "a text that is not there": lambda: book(b'<row r="2"><c r="A2" t="s"><v>9</v></c></row>'),
    "a style that is not there": lambda: book(b'<row r="2"><c r="A2" s="9"><v>1</v></c></row>'),
    "a cell of another row": lambda: book(b'<row r="2"><c r="A3"><v>1</v></c></row>'),
    "a merged area without end": lambda: book(
        after=b'<mergeCells><mergeCell ref="A:B"/></mergeCells>'
    ),
    "a format that nobody states": lambda: with_part(
        book(),
        "xl/styles.xml",
        lambda _: STYLES.replace(b'<xf numFmtId="14"/>', b'<xf numFmtId="200"/>'),
    ),
    "no worksheet": lambda: in_part("xl/_rels/workbook.xml.rels", b'/worksheet"', b'/chartsheet"'),
    "two sheets of one name": lambda: with_part(
        book(),
        "xl/workbook.xml",
        lambda _: BOOK.replace(
            b"</sheets>", b'<sheet name="PAY" sheetId="2" r:id="rId1"/></sheets>'
        ),
    ),
    "a name that Excel refuses": lambda: in_part("xl/workbook.xml", b'"Pay"', b'"Pay?"'),
    "no workbook": lambda: in_part("[Content_Types].xml", b"sheet.main+xml", b"other+xml"),
    "XML that does not end": lambda: in_part(SHEET, b"</worksheet>", b""),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_left_to_the_reference(what: str) -> None:
    with pytest.raises(Exception, match=r".*"):
        read_in_one_pass(ODD[what]())


def test_a_filter_of_somebodys_own_view_is_not_the_sheets() -> None:
    view = (
        b'<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}">'
        b'<autoFilter ref="A1:B2"/></customSheetView></customSheetViews>'
    )
    assert read_in_one_pass(book(after=view)).sheets[0].filtered is None
