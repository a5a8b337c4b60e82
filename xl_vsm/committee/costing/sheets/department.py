"""The sheet of the Department's method, beside the direct one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from xl_vsm.committee.answer import Marks, joined
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing, Estimate, Group
from xl_vsm.committee.costing.sheets.columns import post_columns, post_values
from xl_vsm.committee.costing.sheets.posts import MOST_ON_ONE
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed

METHOD: Final = (
    "By the Department's method a post costs its basic pay times the multiplier to earnings times"
    " the multiplier to paybill, for its share of full time and over a full year. The multipliers"
    " are averages over a workforce; the direct method is by each post's own rates."
)


def department(
    of: Costing,
    found: Estimate,
    page: Page,
    notes: Notes,
    posts: Placed,
    base: Placed,
    award: Placed,
) -> None:
    """Lay the sheet out.

    Args:
        of: the costing.
        found: the estimate.
        page: the sheet.
        notes: its notes.
        posts: what is stated of each post.
        base: what each costs over a full year, by the direct method.
        award: the sums of the award by group over a full year, by the direct method.
    """
    page.one_page = len(of.posts) <= MOST_ON_ONE
    page.say(METHOD)
    page.say(found.note, "banner")
    page.space()
    note, marked = notes.on("estimated_paybill"), Marked.of(of)
    by = "*earnings_multiplier*paybill_multiplier,2)"
    placed = page.table(
        (
            *post_columns(),
            Col("group", "Award", wide=14, formula="{posted}"),
            Col(
                "paybill", "Paybill before the award", "money", 18,
                f"ROUND(ROUND({{salary}}{by}*{{fte}},2)", total=True, note=note,
                marks=marked.estimate,
            ),
            Col(
                "award", "Award to be paid", "money", 18,
                f'IF({{group}}="{Group.PAID}",ROUND(ROUND(ROUND({{salary}}*award_rate,2){by}'
                "*{fte},2),0)",
                total=True, note=note, marks=joined(marked.estimate, marked.award),
            ),
        ),
        [
            post_values(each.post)
            | {"group": each.post.group.value, "paybill": each.paybill, "award": each.award}
            for each in found.lines
        ],
        caption="Each post",
        total="Total",
        refs=lambda n: {key: posts.cell(key, n) for key in ("salary", "fte")}
        | {"posted": posts.cell("group", n)},
    )  # fmt: skip
    direct = Costs.sum(each.year for each in of.posts).total
    paid = of.award_year(Group.PAID).total
    rows: list[dict[str, Value | Cell]] = [
        {
            "what": "Paybill before the award",
            "exact": found.paybill,
            "rounded": found.paybill_rounded,
            "direct": Cell(direct, "money", base.total("total")),
        },
        {
            "what": "Award to be paid",
            "exact": found.award,
            "rounded": found.award_rounded,
            "direct": Cell(paid, "money", award.cell("total", 0)),
        },
    ]

    def marks(place: int) -> Mapping[str, Marks]:
        pay = marked.award if place else ()
        by = joined(marked.estimate, pay)
        return {"exact": by, "rounded": by, "direct": marked.costs(pay)["total"]}

    exact = (placed.total("paybill"), placed.total("award"))
    page.table(
        (
            Col("a", "", wide=6),
            Col("b", "", wide=11),
            Col("what", "Over a full year", wide=34),
            Col("exact", "Estimate, exact", "money", 14, "{sum}"),
            Col(
                "rounded", "Estimate, as the Department rounds it", "money", 18,
                "IF({exact}=0,0,ROUND({exact},significant_figures-1-INT(LOG10(ABS({exact})))))",
            ),
            Col("direct", "Direct method", "money", 18),
        ),
        rows,
        caption="Both methods",
        refs=lambda n: {"sum": exact[n]},
        marks=marks,
    )  # fmt: skip
