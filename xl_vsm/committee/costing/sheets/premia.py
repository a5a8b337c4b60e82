"""The sheet of premia: not consolidated, shown apart, pensionable or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xl_vsm.committee.answer import Marks
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing, PremiumLine
from xl_vsm.committee.costing.sheets.columns import (
    IN_YEAR,
    YEAR,
    cost_columns,
    cost_values,
    post_columns,
    post_values,
)
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed
from xl_vsm.rules.money import percent

UNSAID = (
    "Premia are paid on top of base salary and are not consolidated. The premium of a challenged"
    " organisation is not pensionable. Of the others no source says it, so the cost is shown both"
    " ways: the total with employer pension, and the total if not pensionable."
)
_DAYS = "MAX(0,MIN(year_last,{last})-MAX(year_first,{first})+1)"


def premia(of: Costing, page: Page, notes: Notes, posts: Placed, base: Placed) -> Placed | None:
    """Lay the premia out that the workbook states.

    Returns:
        Where those of the pay year stand; none where there are none.
    """
    page.say(UNSAID)
    page.space()
    found = None
    if of.premia:
        found = _stated(of, page, notes, posts, base)
    else:
        page.say("The workbook states no premium that can be costed.")
    for each in of.premia_left_out:
        page.say(f"Not costed: {each.key} {each.title}: {each.why}.")
    return found


def _stated(of: Costing, page: Page, notes: Notes, posts: Placed, base: Placed) -> Placed:
    whose = (
        *post_columns(),
        Col("ground", "Ground", wide=26),
        Col("rate", "Rate", "rate", 9, changeable=True, note=notes.on("premium")),
        Col("pensioned", "Pension worked out: 1 or 0", "people", 10, changeable=True),
        Col("first", "Paid in the year from", "date", 13, changeable=True),
        Col("last", "to", "date", 13, changeable=True),
        Col("days", "Days", "people", 7, _DAYS),
    )
    asked = page.table(whose, [_asked(each) for each in of.premia], caption="What is stated")
    pay = {"pay": "ROUND(ROUND({salary}*{rate},2)*{fte},2)"}

    def facts(place: int) -> dict[str, str]:
        at = of.premia[place].post.number - 1
        named = {key: posts.cell(key, at) for key in ("salary", "fte")}
        named |= {key: asked.cell(key, place) for key in ("rate", "days")}
        return named | {"scheme": asked.cell("pensioned", place), "before": base.cell("pay", at)}

    return _both(of, page, notes, of.premia, facts, pay, "The premia stated", total="Total")


def for_all(of: Costing, page: Page, notes: Notes, posts: Placed, base: Placed) -> Placed:
    """Lay out what the ordinary premium in full would cost for every post."""
    pay = {"pay": "ROUND(ROUND({salary}*premium_full_rate,2)*{fte},2)"}

    def facts(place: int) -> dict[str, str]:
        named = {key: posts.cell(key, place) for key in ("salary", "fte", "scheme", "days")}
        return named | {"before": base.cell("pay", place)}

    page.begin_page()
    assert of.premium_rate is not None, "a scenario without one is refused"
    caption = (
        f"A premium of {percent(of.premium_rate)} for every post, of which a scenario takes a share"
    )
    return _both(of, page, notes, of.premium_for_all, facts, pay, caption, total="All")


def _both(
    of: Costing,
    page: Page,
    notes: Notes,
    lines: Sequence[PremiumLine],
    facts: Callable[[int], dict[str, str]],
    pay: dict[str, str],
    caption: str,
    *,
    total: str,
) -> Placed:
    heading, marked = ("Premium", "premium"), Marked.of(of)
    marks = marked.costs(marked.premium)
    apart = _unpensioned(marks["unpensioned"])
    year = page.table(
        (*post_columns(), *cost_columns(notes, YEAR | pay, heading, marks), apart),
        [_costs(each, in_year=False) for each in lines],
        caption=f"{caption}: over a full year",
        total=total,
        refs=facts,
    )

    def in_year(place: int) -> dict[str, str]:
        keys = ("pay", "pension", "paid", "insurance", "levy")
        return facts(place) | {f"year_{key}": year.cell(key, place) for key in keys}

    return page.table(
        (*post_columns(), *cost_columns(notes, IN_YEAR, heading, marks), apart),
        [_costs(each, in_year=True) for each in lines],
        caption=f"{caption}: in the pay year {of.year.name}, by days",
        total=total,
        refs=in_year,
    )


def _unpensioned(marks: Marks) -> Col:
    heading = "Total if not pensionable"
    return Col("unpensioned", heading, "money", 14, "{total}-{pension}", total=True, marks=marks)


def _costs(each: PremiumLine, *, in_year: bool) -> dict[str, Value | Cell]:
    costs = each.in_year if in_year else each.year
    apart = {"unpensioned": costs.without_pension.total}
    return post_values(each.post) | cost_values(costs) | apart


def _asked(each: PremiumLine) -> dict[str, Value | Cell]:
    return post_values(each.post) | {
        "ground": each.ground,
        "rate": each.rate,
        "pensioned": int(each.post.in_scheme and each.pensionable is not False),
        "first": each.first,
        "last": each.last,
        "days": each.days,
    }
