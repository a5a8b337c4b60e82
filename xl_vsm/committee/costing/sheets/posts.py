"""The sheets of posts: what is stated of each, what it costs, and what its award costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from xl_vsm.committee.answer import Marks
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing, Group, PostLine
from xl_vsm.committee.costing.numbered import PART_YEAR
from xl_vsm.committee.costing.sheets.columns import (
    IN_YEAR,
    YEAR,
    cost_columns,
    cost_values,
    group_rows,
    group_sums,
    pending,
    post_columns,
    post_values,
)
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.pay_year import BY_DAYS
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed
from xl_vsm.parameters.days import day

_DAYS: Final = (
    'MAX(0,MIN(year_last,IF({left}="",year_last,{left}))'
    '-MAX(year_first,IF({began}="",year_first,{began}))+1)'
)
MOST_ON_ONE: Final = 16
"""Posts of which two tables can still be read on one printed page."""
_HELD: Final = (
    'IF(AND(IF({began}="",report_day,{began})<=report_day,'
    'IF({left}="",report_day,{left})>=report_day),1,0)'
)
_APART: Final = (
    "What is withheld, pending or cannot be said is shown as it would be if it were paid. It is in"
    " no total of what is to be paid."
)


def posts(of: Costing, page: Page, notes: Notes) -> Placed:
    """Lay out what is stated of each post."""
    by_days = notes.saying(PART_YEAR, BY_DAYS, ())
    ranges = notes.on("pay_range") if any(each.range for each in of.posts) else None
    marks = Marked.of(of).range
    columns = (
        *post_columns(),
        Col("group", "Award", wide=14, changeable=True, note=notes.on("withhold")),
        Col("salary", "Full-time salary before the award", "money", 14, changeable=True),
        Col("fte", "Share of full time", "number", 9, changeable=True),
        Col("scheme", "In the pension scheme: 1 or 0", "people", 10, changeable=True),
        Col("began", "In post from", "date", 13, changeable=True),
        Col("left", "Last day in post", "date", 13, changeable=True),
        Col("days", f"Days in post in {of.year.name}", "people", 9, _DAYS, note=by_days),
        Col("held", f"Held on {day(of.p.effective)}: 1 or 0", "people", 12, _HELD),
        Col("now", "Salary, where it is held", "money", 14, 'IF({held}=1,{salary},"not held")'),
        Col("minimum", "Range: minimum", "money", 14, note=ranges, marks=marks),
        Col("maximum", "Range: operational maximum", "money", 14, note=ranges, marks=marks),
        Col("zone", "Exception zone maximum", "money", 14, note=ranges, marks=marks),
        Col("why", "Why the award is so; why there is no range", wide=60),
    )
    kinds = ", ".join(f'"{group}"' for group in Group)
    page.say(f"Under Award stands one of {kinds}: the sums on the other sheets go by it.")
    return page.table(columns, [_stated(each) for each in of.posts], caption="Posts")


def _stated(post: PostLine) -> dict[str, Value | Cell]:
    found, range_why = post.range, "" if post.range else f" No range: {post.range_why}."
    return post_values(post) | {
        "group": post.group.value,
        "salary": post.salary,
        "fte": post.fte,
        "scheme": int(post.in_scheme),
        "began": Cell(post.began, "date", look="changeable"),
        "left": Cell(post.left, "date", look="changeable"),
        "days": post.days,
        "held": int(post.held),
        "now": post.salary if post.held else "not held",
        "minimum": found.minimum if found else None,
        "maximum": found.operational_maximum if found else None,
        "zone": found.exception_zone_maximum if found else None,
        "why": f"{post.why[:1].upper()}{post.why[1:]}.{range_why}",
    }


def paybill(of: Costing, page: Page, notes: Notes, placed: Placed) -> tuple[Placed, Placed]:
    """Lay out what each post costs before the award: over a full year, and in the pay year."""

    def facts(place: int) -> dict[str, str]:
        named = {key: placed.cell(key, place) for key in ("salary", "fte", "scheme", "days")}
        return named | {"before": "0"}

    pay = {"pay": "ROUND({salary}*{fte},2)"}
    marks = Marked.of(of).costs()
    year = page.table(
        (*post_columns(), *cost_columns(notes, YEAR | pay, ("Base pay", ""), marks)),
        [post_values(each) | cost_values(each.year) for each in of.posts],
        caption="Over a full year, before the award and without premia",
        total="Total",
        refs=facts,
    )
    in_year = page.table(
        (*post_columns(), *cost_columns(notes, IN_YEAR, ("Base pay", ""), marks)),
        [post_values(each) | cost_values(each.in_year) for each in of.posts],
        caption=f"In the pay year, {of.year.words}, by days in post",
        total="Total",
        refs=lambda place: facts(place) | _of_year(year, place),
    )
    return year, in_year


def award(
    of: Costing, page: Page, notes: Notes, placed: Placed, base: Placed
) -> tuple[Placed, Placed]:
    """Lay out what the award of each post costs.

    Returns:
        The sums of each group over a full year, and in the pay year.
    """
    keys = ("salary", "fte", "scheme", "days")

    def facts(place: int) -> dict[str, str]:
        named = {key: placed.cell(key, place) for key in keys}
        return named | {"posted": placed.cell("group", place), "before": base.cell("pay", place)}

    page.one_page = len(of.posts) <= MOST_ON_ONE
    page.say(_APART, "banner")
    whose = (*post_columns(), Col("group", "Award", wide=14, formula="{posted}"))
    full = {
        "award": "ROUND({salary}*award_rate,2)",
        "pay": "ROUND({award}*{fte},2)",
    }
    marked = Marked.of(of)
    marks, heading = marked.costs(marked.award), ("Award", "award")
    note = notes.on("award")
    amount = Col(
        "award", "Award, full time", "money", 14, full["award"], note=note, marks=marked.award
    )

    def pends(place: int) -> Mapping[str, Marks]:
        return pending(of.posts[place])

    year = page.table(
        (*whose, amount, *_no_totals(cost_columns(notes, YEAR | full, heading, marks))),
        [_row(each) | cost_values(each.award_year) | {"award": each.award} for each in of.posts],
        caption="The consolidated award over a full year",
        refs=facts,
        marks=pends,
    )
    sums = _sums(of, page, notes, year, in_year=False)
    days = Col("days", "Days in post", "people", 14, "{in_post}")
    in_year = page.table(
        (*whose, days, *_no_totals(cost_columns(notes, IN_YEAR, heading, marks))),
        [_row(each) | cost_values(each.award_in_year) | {"days": each.days} for each in of.posts],
        caption=f"The award in the pay year, {of.year.words}, by days in post",
        refs=lambda place: (
            {
                "posted": placed.cell("group", place),
                "in_post": placed.cell("days", place),
            }
            | _of_year(year, place)
        ),
        marks=pends,
    )
    return sums, _sums(of, page, notes, in_year, in_year=True)


def _row(post: PostLine) -> dict[str, Value | Cell]:
    return post_values(post) | {"group": post.group.value}


def _sums(of: Costing, page: Page, notes: Notes, placed: Placed, *, in_year: bool) -> Placed:
    # The sums stand under the columns that they are of.
    blank = (Col("a", ""), Col("b", ""), Col("group", "Award"), Col("c", ""), Col("d", ""))
    columns = tuple(Col(c.key, c.heading, c.kind, 0) for c in cost_columns(notes, {}))
    rows = group_rows(placed, group_sums(of, in_year=in_year), Marked.of(of))
    when = "in the pay year" if in_year else "over a full year"
    return page.table(
        (*(Col(c.key, c.heading, wide=0) for c in blank), *columns),
        rows,
        caption=f"Sums {when}, by what becomes of the award",
    )


def _no_totals(columns: tuple[Col, ...]) -> tuple[Col, ...]:
    """Take the totals away: over all groups together there is none that means anything."""
    return tuple(replace(each, total=False) for each in columns)


def _of_year(year: Placed, place: int) -> dict[str, str]:
    keys = ("pay", "pension", "paid", "insurance", "levy")
    return {f"year_{key}": year.cell(key, place) for key in keys}
