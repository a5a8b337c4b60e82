"""The findings sheet: what it says, that it is written anew, and that nothing else changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import openpyxl
import pytest

import xl_vsm
from tests.open_book.conftest import EXAMPLES, Excel
from tests.open_book.model import Open, Page, opened
from tests.open_book.windows import Windows

OURS = "VSM findings"
PAY = "Board pay 2025-26"


def said(book: Open, name: str = OURS) -> list[str]:
    return [str(cell) for row in book.rows(name) for cell in row if cell is not None]


def one(book: Open, start: str, name: str = OURS) -> str:
    (line,) = [words for words in said(book, name) if words.startswith(start)]
    return line


def untouched(pages: list[Page]) -> list[Any]:
    """Return sheets without the rules that lay colours over them."""
    return [{**vars(page), "rules": []} for page in pages]


def test_it_says_what_was_found_and_shows_itself(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    assert faults.said == []
    assert faults.pages[faults.active].name == OURS
    lines = said(faults)
    assert lines[0] == "Pay check of trust_board_pay_faults.xlsx"
    assert lines[1].startswith("For 30 September 2025; with everything known in release")
    assert one(faults, "ILLUSTRATIVE: pay ranges: made-up figures")
    # One of the warnings is of a formula, which the add-in is not shown.
    warnings = 4 if isinstance(excel, Windows) else 3
    assert one(
        faults, f"12 errors, {warnings} warnings, 1 note in 16 posts; 58 checks could not be"
    )
    table = [row for row in faults.rows(OURS) if row[0] in ("error", "warning", "note")]
    (wrong,) = [row for row in table if row[3] == "X16"]
    assert wrong[:3] == ["error", "PEN101 contribution-rate-mismatch", PAY]
    assert wrong[4] == "1007 Director of Strategy"
    assert wrong[6] == "12.5%"
    assert wrong[7].startswith("Contribution rate is 10.7%; 12.5% is due on £75,000")
    assert "SI 2025/821" in wrong[9]


def test_a_cell_is_linked(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    links = [held.formula for (_, column), held in faults.page(OURS).cells.items() if column == 4]
    place = f"ADDRESS(ROW('{PAY}'!X16),COLUMN('{PAY}'!X16),4)"
    assert f"=HYPERLINK(\"#'{PAY}'!\"&{place},{place})" in links


def test_a_source_is_linked_to_its_page(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    links = [held.formula for (_, column), held in faults.page(OURS).cells.items() if column == 10]
    wanted = '=HYPERLINK("https://www.legislation.gov.uk/uksi/2025/821'
    assert any((link or "").startswith(wanted) for link in links)


def test_nothing_of_the_users_is_changed(excel: Excel, faults: Open) -> None:
    before = faults.without(OURS)
    excel.press(faults)
    assert untouched(faults.without(OURS)) == untouched(before)
    assert not faults.saved


def test_a_second_check_takes_the_place_of_the_first(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    first, rules = faults.rows(OURS), faults.page(PAY).rules
    # Where its owner has put it, it stays.
    faults.pages.insert(0, faults.pages.pop())
    before = [page.name for page in faults.pages]
    excel.press(faults)
    assert faults.rows(OURS) == first
    assert [page.name for page in faults.pages] == before
    assert faults.page(PAY).rules == rules
    assert len(rules) == 3


def test_a_renamed_one_is_found(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    faults.page(OURS).name = "For the committee"
    excel.press(faults)
    assert [page.name for page in faults.pages][-1] == "For the committee"
    assert OURS not in [page.name for page in faults.pages]
    assert one(faults, "12 errors", "For the committee")


def test_a_hidden_one_is_shown_again(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    faults.page(OURS).hidden = True
    excel.press(faults)
    assert faults.pages[faults.active].name == OURS
    assert not faults.page(OURS).hidden


def test_a_shorter_second_check_leaves_nothing_of_the_first(excel: Excel, faults: Open) -> None:
    excel.press(faults)
    del faults.pages[0]
    excel.press(faults)
    assert PAY not in " ".join(said(faults))
    assert [held for held in faults.page(OURS).cells.values() if held.formula] == []


def test_the_users_own_sheet_of_that_name_is_left_alone(excel: Excel, faults: Open) -> None:
    mine = Page(OURS.upper())
    mine.enter(1, 1, "my own notes")
    faults.pages.append(mine)
    for _ in range(2):
        excel.press(faults)
        assert [page.name for page in faults.pages][-2:] == [OURS.upper(), "VSM findings 2"]
        assert faults.page(OURS.upper()).at(1, 1).value == "my own notes"
        assert one(faults, "A sheet of yours is called VSM findings", "VSM findings 2")


def test_text_from_the_workbook_never_becomes_a_formula(excel: Excel, faults: Open) -> None:
    faults.page(PAY).at(16, 2).value = '=HYPERLINK("https://example.org")'
    excel.press(faults)
    held = faults.page(OURS).cells.values()
    assert [each.formula for each in held if each.formula and "example.org" in each.formula] == []
    assert any("example.org" in str(each.value) for each in held)


def test_when_nothing_is_wrong_it_says_so(excel: Excel) -> None:
    book = opened(EXAMPLES / "afc_2025_26.xlsx")
    excel.press(book)
    assert one(book, "Nothing wrong found in ").endswith("101 checks could not be made")
    assert book.pages[0].rules == []


def test_without_a_pay_table_the_words_are_those_of_the_command_line(
    excel: Excel, tmp_path: Any
) -> None:
    made = openpyxl.Workbook()
    made.active["B2"] = "Minutes"
    path = tmp_path / "minutes.xlsx"
    made.save(path)
    (finding,) = xl_vsm.check(path, effective=date(2025, 4, 1)).findings
    book = opened(path)
    excel.press(book, effective="2025-04-01")
    assert finding.message[1:] in " ".join(said(book))


def test_an_empty_workbook_is_no_trouble(excel: Excel) -> None:
    book = Open("new.xlsx", [Page("Sheet1")])
    excel.press(book, effective="2025-04-01")
    assert one(book, "WBK201 no-pay-table-found")


def test_what_is_hidden_is_said_to_be_or_not_to_be_seen(excel: Excel, faults: Open) -> None:
    faults.page(PAY).hidden_columns.add(24)
    excel.press(faults)
    hidden = [line for line in said(faults) if "(the cell is hidden)" in line]
    unseen = [line for line in said(faults) if "were not looked at here" in line]
    if isinstance(excel, Windows):
        assert len(hidden) == 1
        assert unseen == []
    else:
        assert hidden == []
        assert len(unseen) == 4


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"effective": "soon"}, "Nothing was checked: 'soon' is not a date such as 2025-04-01"),
        ({"layout": "no/such.toml"}, "Nothing was checked: "),
    ],
)
def test_what_cannot_be_used_is_said_in_words(
    excel: Excel, faults: Open, options: dict[str, str], words: str
) -> None:
    excel.press(faults, **options)
    assert words in one(faults, "Nothing was checked")
    assert "fault in this tool" not in one(faults, "Nothing was checked")
