"""The sheet of the Department's method, beside the direct one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.model import Costing, Estimate, Group
from xl_vsm.committee.costing.sheets.columns import post_columns, post_values
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
    page.say(METHOD)
    page.say(found.note, "banner")
    page.space()
    note = notes.on("estimated_paybill")
    by = "*earnings_multiplier*paybill_multiplier,2)"
    placed = page.table(
        (
            *post_columns(),
            Col("group", "Award", wide=14, formula="{posted}"),
            Col(
                "paybill", "Paybill before the award", "money", 18,
                f"ROUND(ROUND({{salary}}{by}*{{fte}},2)", total=True, note=note,
            ),
            Col(
                "award", "Award to be paid", "money", 18,
                f'IF({{group}}="{Group.PAID}",ROUND(ROUND(ROUND({{salary}}*award_rate,2){by}'
                "*{fte},2),0)",
                total=True, note=note,
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
    direct = Costs.sum(each.year for each in of.posts)
    rows: list[dict[str, Value | Cell]] = [
        _row("Paybill before the award", found.paybill, found.paybill_rounded, direct.total)
        | {"direct": Cell(direct.total, "money", base.total("total"))},
        _row("Award to be paid", found.award, found.award_rounded, direct.total)
        | {
            "direct": Cell(of.award_year(Group.PAID).total, "money", award.cell("total", 0)),
        },
    ]
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
    )  # fmt: skip


def _row(what: str, exact: Decimal, rounded: Decimal, direct: Decimal) -> dict[str, Value | Cell]:
    return {"what": what, "exact": exact, "rounded": rounded, "direct": direct}
