"""Whole workbooks of any content, by three writers: each is read, or refused in words."""

import io
import random
from datetime import date, datetime, time

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.changes import ODD, well_formed
from tests.fuzz.seeds import HEADINGS, seeds
from tests.hostile.attacks import book
from tests.sheets.books import package, parts_of
from xl_vsm.sheets import RefusedFile, read_bytes

PLAIN = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TEXT = st.text(PLAIN, min_size=1, max_size=30).filter(lambda text: text.strip())
NUMBER = st.integers(-(10**14), 10**14) | st.floats(-1e300, 1e300, allow_subnormal=False)
DAYS = st.dates(date(1900, 3, 1), date(2999, 1, 1))
STORED = st.one_of(TEXT.filter(lambda text: text[0] not in "={"), NUMBER, st.booleans(), DAYS)
ROWS = st.lists(st.lists(st.none() | STORED, min_size=3, max_size=5), max_size=6)
HEADED = ("Post", "Salary", "FTE", "Start date", "Pension rate")
CODES = {"SEC005", "SEC006", "WBK003", "WBK005", "WBK006"}
"""What a workbook of the right kind can be refused with for what its parts hold."""


def outcome(data: bytes) -> str:
    try:
        read_bytes(data, "pay.xlsx", apart=False)
    except RefusedFile as fault:
        refused = fault
    else:
        return "read"
    assert refused.message.startswith("pay.xlsx")
    assert "\n" not in refused.message
    return refused.code


def same(read, written):
    if isinstance(written, date) and not isinstance(written, datetime):
        return read == datetime.combine(written, time())
    if isinstance(written, float):
        # Both writers give sixteen or seventeen figures.
        return abs(read - written) <= abs(written) * 1e-14
    return read == written


def by_openpyxl(rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def by_xlsxwriter(rows):
    file = io.BytesIO()
    made = xlsxwriter.Workbook(
        file,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        | {"default_date_format": "d mmm yyyy"},
    )
    sheet = made.add_worksheet("Pay")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    made.close()
    return file.getvalue()


@settings(max_examples=40, deadline=None)
@given(ROWS, st.sampled_from((by_openpyxl, by_xlsxwriter)))
def test_what_was_written_is_what_is_read(rows, write):
    read = read_bytes(write([HEADED, *rows]), "pay.xlsx", apart=False)
    (grid,) = read.cells.sheets
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            found = grid.at(number, column).value
            assert found is None if value is None else same(found, value)


ATTRIBUTE = st.sampled_from(("n", "s", "e", "b", "d", "str", "inlineStr", "", "x"))
INSIDE = st.one_of(st.sampled_from(ODD), st.integers(-(10**20), 10**20).map(lambda n: b"%d" % n))
CELL = st.tuples(ATTRIBUTE, INSIDE, st.none() | INSIDE, st.sampled_from((0, 1, 2, 9)))


def raw(cells):
    written = b""
    for column, (kind, value, formula, style) in zip("ABCDE", cells, strict=False):
        inside = b"" if formula is None else b"<f>%b</f>" % formula
        inside += b"<is><t>%b</t></is>" % value if kind == "inlineStr" else b"<v>%b</v>" % value
        about = f'r="{column}2" t="{kind}" s="{style}"'.encode()
        written += b"<c %b>%b</c>" % (about, inside)
    return b'<row r="2">%b</row>' % written


@settings(max_examples=60, deadline=None)
@given(st.lists(CELL, min_size=1, max_size=5))
def test_cells_of_any_kind(cells):
    assert outcome(book(raw(cells))) in {"read", *CODES}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([data for _, data in seeds()]), st.integers(0, 2**32))
def test_parts_changed_as_the_fuzzer_changes_them(data, seed):
    chance = random.Random(seed)
    parts = parts_of(data)
    name = chance.choice(list(parts))
    parts[name] = well_formed(parts[name], chance)
    assert outcome(package(parts.items())) in {"read", "WBK002", *CODES}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([data for _, data in seeds()]), st.data())
def test_bytes_changed_anywhere(data, draw):
    changed = bytearray(data)
    for place in draw.draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=5)):
        changed[place] = draw.draw(st.integers(0, 255))
    assert outcome(bytes(changed))


def test_the_seeds_are_read():
    for _, data in seeds():
        assert HEADINGS in parts_of(data)["xl/worksheets/sheet1.xml"]
        assert read_bytes(data, "pay.xlsx", apart=False).rows
