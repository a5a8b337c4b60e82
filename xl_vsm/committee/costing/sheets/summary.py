"""The first sheet: what the award costs, and what is apart from it."""

from __future__ import annotations

from typing import Final

from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing, Group
from xl_vsm.committee.costing.sheets.assumptions import FULL_YEAR
from xl_vsm.committee.costing.sheets.columns import KEYS, cost_columns, cost_values
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.pay_year import BY_DAYS
from xl_vsm.committee.writing.live import Cell, Page, Placed
from xl_vsm.committee.writing.live.page import Col

GROUPS: Final = tuple(Group)
IF_PAID: Final = "Not in any total above: what it would cost if it were paid."


def summary(
    of: Costing,
    page: Page,
    notes: Notes,
    base: tuple[Placed, Placed],
    award: tuple[Placed, Placed],
    stated: Placed | None,
) -> None:
    """Lay the sheet out.

    Args:
        of: the costing.
        page: the sheet.
        notes: its notes.
        base: what the posts cost before the award, over a full year and in the pay year.
        award: the sums of the award by group, the same two.
        stated: the premia stated, in the pay year.
    """
    page.one_page = True
    page.say(BY_DAYS)
    page.space()
    _period(of, page, notes, base[1], award[1], in_year=True)
    page.say(FULL_YEAR)
    _period(of, page, notes, base[0], award[0], in_year=False)
    page.say("Apart: premia, not consolidated", "strong")
    _premia(of, page, stated)
    _counts(of, page)


def _period(
    of: Costing, page: Page, notes: Notes, base: Placed, award: Placed, *, in_year: bool
) -> None:
    before = Costs.sum(each.in_year if in_year else each.year for each in of.posts)
    find = of.award_in_year if in_year else of.award_year
    paid = find(Group.PAID)
    columns = (Col("what", "What", wide=44), *cost_columns(notes, {}, ("Pay", "award")))
    when = f"In the pay year, {of.year.words}" if in_year else "Over a full year"
    first = page.next + 2 + any(column.note is not None for column in columns)
    marked = Marked.of(of)
    own, awarded = marked.costs(), marked.costs(marked.award)
    both = {
        key: Cell(
            _plus(before, paid, key),
            "money",
            f"{at}{first}+{at}{first + 1}",
            "total",
            marks=awarded[key],
        )
        for key, at in zip(KEYS, "BCDEFGHI", strict=True)
    }
    placed = page.table(
        columns,
        [
            {"what": "Posts before the award"}
            | {key: _cell(before, key, base.total(key)) for key in KEYS},
            {"what": "Award to be paid"} | {key: _group(paid, key, award, 0) for key in KEYS},
            {"what": Cell("Posts with the award", look="total")} | both,
        ],
        caption=when,
        marks=lambda n: (own, awarded, {})[n],
    )
    assert placed.first == first
    page.next -= 1
    page.say(IF_PAID)
    apart = [(at, group) for at, group in enumerate(GROUPS) if group is not Group.PAID]
    page.table(
        (Col("what", "Apart", wide=44), *(Col(c.key, c.heading, "money") for c in columns[1:])),
        [
            {"what": f"Award: {group}"} | {key: _group(find(group), key, award, at) for key in KEYS}
            for at, group in apart
        ],
        marks=lambda n: marked.costs(marked.awarded(apart[n][1])),
    )


def _plus(one: Costs, other: Costs, key: str) -> Value:
    return _value(Costs.sum((one, other)), key)


def _value(costs: Costs, key: str) -> Value:
    value = cost_values(costs)[key]
    assert not isinstance(value, Cell)
    return value


def _cell(costs: Costs, key: str, formula: str) -> Cell:
    return Cell(_value(costs, key), "money", formula)


def _group(costs: Costs, key: str, award: Placed, place: int) -> Cell:
    return _cell(costs, key, award.cell(key, place))


def _premia(of: Costing, page: Page, stated: Placed | None) -> None:
    costs, marked = Costs.sum(each.in_year for each in of.premia), Marked.of(of)
    rows: list[dict[str, Value | Cell]] = []
    for what, key, value in (
        ("Premia stated, if the ordinary ones are pensionable", "total", costs.total),
        (
            "Premia stated, if they are not pensionable",
            "unpensioned",
            costs.without_pension.total,
        ),
    ):
        formula = stated.total(key) if stated else "0"
        marks = marked.costs(marked.premium)[key]
        rows.append({"what": what, "pay": Cell(value, "money", formula, marks=marks)})
    columns = (Col("what", "Premia in the pay year", wide=44), Col("pay", "Total", "money"))
    page.table(columns, rows)


def _counts(of: Costing, page: Page) -> None:
    rows: list[dict[str, Value | Cell]] = [
        {"what": f"Award: {group}", "posts": len(of.of_group(group))} for group in GROUPS
    ]
    rows.append({"what": "Rows not costed: see Left out", "posts": len(of.left_out)})
    page.table(
        (Col("what", "Posts", wide=44), Col("posts", "How many", "people")),
        rows,
        caption="Posts as the workbook has them",
    )
