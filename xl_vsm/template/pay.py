"""The sheet of posts: a row each, and a formula a column."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from xl_vsm.template.columns import COLUMNS, Column
from xl_vsm.template.places import (
    CHECKS,
    FIRST,
    GROUPS,
    HEADINGS,
    TOTALS,
    VERDICT,
    Posts,
    letters,
    number,
)
from xl_vsm.template.start import FIRST_DAY
from xl_vsm.template.words import NOTHING_YET
from xl_vsm.template.writing import Page

MOST_PAY: Final = 10_000_000
"""£ a year. More than this is a slip of the keyboard."""
KEPT: Final = 2
"""How many columns stay in sight, and are printed on every page: the post."""


def write_pay(page: Page, posts: Posts, left_out: dict[str, str]) -> None:
    """Write the sheet of posts.

    Args:
        page: the sheet.
        posts: its rows.
        left_out: for each column with a total, the cell that counts the rows which the total
            would leave out.
    """
    page.sheet.set_default_row(18)
    _top(page)
    for group, first, last in _groups():
        if first == last:
            page.text(f"{first}{GROUPS}", group, "VSM group")
        else:
            page.across(f"{first}{GROUPS}:{last}{GROUPS}", group, "VSM group")
    for column in COLUMNS:
        name = letters(column.key)
        page.sheet.set_column(f"{name}:{name}", column.width)
        page.text(f"{name}{HEADINGS}", column.heading, "VSM heading")
        if column.is_input:
            _input(page, posts, column)
        else:
            area = posts.column(column.key)
            page.spill(area, posts.formula(column.key), column.kind)
            page.mark_answers(area)
        if column.total:
            _total(page, posts, column, left_out[column.key])
    _sight(page, posts)


def _top(page: Page) -> None:
    page.text("A1", "Posts and their pay", "Title")
    page.text("A2", "Fill in the cream cells. The grey ones are worked out.", "VSM label")
    page.formula("A3", f'="Checks: "&{VERDICT}', f"Checks: {NOTHING_YET}", "VSM label", wrap=False)
    for row, height in ((1, 28), (TOTALS, 34), (GROUPS, 20), (HEADINGS, 48)):
        page.sheet.set_row(row - 1, height)
    page.text(f"B{TOTALS}", "Totals", "Total")
    for column in range(len(COLUMNS)):
        if column != 1:
            page.sheet.write_blank(TOTALS - 1, column, None, page.formats.get("Total"))


def _groups() -> list[tuple[str, str, str]]:
    found = []
    for group, members in groupby(COLUMNS, key=lambda column: column.group):
        keys = [column.key for column in members]
        if group:
            found.append((group, letters(keys[0]), letters(keys[-1])))
    return found


def _input(page: Page, posts: Posts, column: Column) -> None:
    kind = "text" if column.kind == "choice" else column.kind
    form = page.formats.get("Input", kind, wrap=kind in {"text", "reference"})
    for row in range(FIRST, posts.last + 1):
        page.sheet.write_blank(row - 1, number(column.key), None, form)
    area = posts.column(column.key)
    page.accept(area, _rule(posts, column), column.heading, column.advice)
    first = f"{letters(column.key)}{FIRST}"
    if column.is_typed:
        page.mark(area, "bad", f"=AND(NOT(ISBLANK({first})),NOT(ISNUMBER({first})))")
    elif column.choices:
        page.mark(area, "bad", f'=AND({first}<>"",COUNTIF(List_{column.choices},{first})=0)')


def _rule(posts: Posts, column: Column) -> dict[str, Any]:
    if column.choices:
        return {"validate": "list", "source": f"=List_{column.choices}"}
    if column.kind == "date":
        return {"validate": "date", "criteria": ">=", "value": FIRST_DAY}
    if column.kind in {"number", "rate"}:
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    if column.kind == "money":
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": MOST_PAY}
    if column.key == "reference":
        name = letters(column.key)
        once = f"=COUNTIF(${name}${FIRST}:${name}${posts.last},{name}{FIRST})=1"
        return {"validate": "custom", "value": once}
    return {"validate": "any"}


def _total(page: Page, posts: Posts, column: Column, left_out: str) -> None:
    counter = f"{CHECKS}!{left_out}"
    words = '&" left out"'
    formula = f'=IF({counter}=0,SUM({posts.column(column.key)}),"No total: "&{counter}{words})'
    page.formula(f"{letters(column.key)}{TOTALS}", formula, 0, "Total", "money")


def _sight(page: Page, posts: Posts) -> None:
    sheet = page.sheet
    sheet.freeze_panes(FIRST - 1, KEPT)
    sheet.repeat_rows(GROUPS - 1, HEADINGS - 1)
    sheet.repeat_columns(0, KEPT - 1)
    sheet.print_area(0, 0, posts.last - 1, len(COLUMNS) - 1)
    sheet.set_selection(FIRST - 1, 0, FIRST - 1, 0)
    page.mark("A3", "bad", '=ISNUMBER(SEARCH("put right",$A$3))')
