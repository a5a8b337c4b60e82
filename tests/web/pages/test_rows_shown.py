"""The cells beside each finding: the right post's, as Excel shows them; and what stands above."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.web.pages.officer import FAULTS, Officer, title, words
from xl_vsm.sheets import Caps, Limits
from xl_vsm.web import shown_sheets, work
from xl_vsm.web.pages.carried import Brought
from xl_vsm.web.pages.looking import Seen
from xl_vsm.web.pages.rows import gravest, sheets
from xl_vsm.web.uploads import Upload

Value = str | float | None
HEADINGS = ["Ref", "Post", "Role", "Contract", "WTE", "Salary (full time)"]
PENSION = ["Pensionable pay", "Tier", "Contribution rate"]
CHIEF: list[Value] = ["1001", "Chief Executive", "Chief executive", "VSM", 1, 195_000]
FINANCE: list[Value] = ["1002", "Finance Director", "Director", "VSM", 1, 148_000]
NURSING: list[Value] = ["1003", "Nursing Director", "Director", "VSM", 1, 138_000]
SHEET = "Pay"


def workbook(rows: Sequence[Sequence[Value]]) -> tuple[bytes, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    sheet["A2"] = "Position as at 30 September 2025"
    for at, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    return saved(sheet), sheet


def saved(sheet: Worksheet) -> bytes:
    data = io.BytesIO()
    assert sheet.parent is not None
    sheet.parent.save(data)
    return data.getvalue()


def posts(*between: Value) -> list[list[Value]]:
    """Return three posts of which the last two pay too little, with cells before their pension."""
    return [
        [*HEADINGS, *(f"Month {n} code" for n, _ in enumerate(between)), *PENSION],
        [*CHIEF, *between, 195_000, 6, 0.125],
        [*FINANCE, *between, 148_000, 6, 0.107],
        [*NURSING, *between, 138_000, 6, 0.107],
    ]


def rows_of(page: str) -> dict[str, str]:
    """Return what the page says of each row, by what stands above it."""
    blocks = page.split('<div class="of-row"')[1:]
    said = [re.sub(r"\s+", " ", re.sub("<.*?>", " ", each, flags=re.DOTALL)) for each in blocks]
    return {" ".join(re.findall(r"(?:Row|Column) \S+: \w+ [A-Z]\w+", x)[:1]): x for x in said}


def test_posts_that_stand_in_columns_each_have_their_own(officer: Officer) -> None:
    data, _ = workbook(list(zip(*posts(), strict=True)))
    page = officer.check(("turned.xlsx", data), confirmed="yes")
    said = rows_of(page.text)
    assert set(said) == {"Column C: 1002 Finance", "Column D: 1003 Nursing"}
    assert "C12 Contribution rate 0.107" in said["Column C: 1002 Finance"]
    assert "C5 Post Finance Director" in said["Column C: 1002 Finance"]
    assert "D12" not in said["Column C: 1002 Finance"]
    assert "D12 Contribution rate 0.107" in said["Column D: 1003 Nursing"]
    assert "The whole of column D" in said["Column D: 1003 Nursing"]
    assert 'aria-label="Column D as Excel shows it"' in page.text


def test_tables_side_by_side_each_have_their_own_posts(officer: Officer) -> None:
    left, right = posts(), posts()
    for row in right[1:]:
        row[0], row[1] = f"2{row[0]}", f"Deputy {row[1]}"
    data, _ = workbook([[*a, None, *b] for a, b in zip(left, right, strict=True)])
    said = rows_of(officer.check(("abreast.xlsx", data), confirmed="yes").text)
    own, other = said["Row 6: 1002 Finance"], said["Row 6: 21002 Deputy"]
    assert "I6 Contribution rate 0.107" in own
    assert "S6" not in own.split("The whole of row")[0]
    assert "S6 Contribution rate 0.107" in other
    assert "L6 Post Deputy Finance Director" in other.split("The whole of row")[0]
    assert "B6 Post" not in other.split("The whole of row")[0]


def test_a_wrong_cell_far_to_the_right_is_shown(officer: Officer) -> None:
    data, _ = workbook(posts(*range(90)))
    said = rows_of(officer.check(("wide.xlsx", data), confirmed="yes").text)["Row 6: 1002 Finance"]
    near, more = said.split("More of row 6")
    assert "CT6 Tier 6" in near
    assert "CU6 Contribution rate 0.107" in near
    assert "BH6 Month" not in near
    assert "BH6 Month" in more
    assert "BI6 Month" not in more


def looked(data: bytes) -> work.Looked:
    asked = work.Asked(today=date(2026, 1, 1))
    return work.look(Upload("pay.xlsx", data), asked, Limits(), Caps())


def test_rows_beyond_those_kept_whole_still_have_their_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shown_sheets, "MOST", 1)
    of = looked(workbook(posts(*range(5)))[0])
    first, second = (line for sheet in of.sheets for line in sheet.found)
    assert not first.cut
    assert second.cut
    assert set(second.cells) == {"A7", "B7", "C7", "D7", "M7", "N7"}
    assert second.cells["N7"] == "0.107"


def test_rows_of_the_gravest_findings_are_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[row[0], "A", *row[1:]] for row in posts(*range(5))]
    rows[0][1] = "VSM band"
    _, sheet = workbook(rows)
    assert sheet.parent is not None
    details = sheet.parent.create_sheet("Trust details")
    for said in (("Organisation type:", "NHS foundation trust"), ("Annual turnover (£m):", 512.4)):
        details.append(said)
    everything = looked(saved(sheet)).checked.workbook.findings
    assert (everything[0].cell, everything[0].severity) == ("B5", "warning")
    monkeypatch.setattr(shown_sheets, "MOST", 2)
    of = looked(saved(sheet)).sheets[0]
    assert {line.place: line.cut for line in of.found} == {"6": False, "7": False, "5": True}


def test_the_gravest_of_a_long_list_are_shown_with_their_posts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shown_sheets, "MOST", 1)
    of = looked(workbook(posts())[0])
    seen = Seen(Brought(Upload("pay.xlsx", b"")), of)
    (sheet,) = sheets(seen, gravest(of.checked.workbook.findings))
    for row in sheet.rows:
        wrong = [cell.text for cell in row.near if cell.severity]
        assert wrong == ["0.107"]
        assert {"Ref", "Post"} <= {cell.heading for cell in row.near}


def test_what_a_cell_shows_without_a_value_of_its_own() -> None:
    _, sheet = workbook(posts())
    sheet["H6"] = "=3+3"  # stored without a value
    sheet.merge_cells("C6:C7")
    lines = {line.place: line for line in looked(saved(sheet)).sheets[0].found}
    assert lines["6"].cells["H6"] == "not calculated"
    assert lines["7"].cells["C7"] == "Director"


JUNK = ("a.xlsx", b"junk"), ("b.xlsx", b"junk")


def test_where_nothing_could_be_read_nothing_is_said_to_be_right(officer: Officer) -> None:
    page = officer.check(*JUNK)
    assert page.status_code == 415  # as a program is told
    assert title(page) == "No workbook could be checked"
    said = words(page)
    assert "2 workbooks No workbook could be checked" in said
    assert "Nothing wrong was found" not in said
    assert "In 0 posts" not in said
    assert "could not be checked a.xlsx looks like a text file" in said  # not A.xlsx
    assert "Papers for the committee" not in said


def test_where_some_could_be_read_it_is_said_how_many(officer: Officer) -> None:
    page = officer.check(JUNK[0], ("right.xlsx", workbook(posts()[:2])[0]), confirmed="yes")
    assert title(page) == "Nothing wrong was found in 1 of 2 workbooks"
    page = officer.check(JUNK[0], FAULTS)
    assert title(page) == "12 errors, 4 warnings and 1 note in 1 of 2 workbooks"
    page = officer.check(FAULTS)
    assert title(page) == "12 errors, 4 warnings and 1 note"
