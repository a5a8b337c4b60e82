"""The sheet of every post in every month, each line by the two tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xl_vsm.committee.arrears.marked import marked
from xl_vsm.committee.arrears.model import ArrearsLine, ArrearsResult, tiers_of
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed
from xl_vsm.rules import contribution, contribution_tier


def months(
    of: ArrearsResult, page: Page, notes: Notes, posts: Placed, tables: Mapping[str, Placed]
) -> Placed:
    """Lay out every post in every month.

    Args:
        of: the arrears.
        page: the sheet.
        notes: their notes.
        posts: what is stated of each post.
        tables: where each table of tiers stands.
    """
    used = {each.month: each for each in of.months}

    def facts(place: int) -> dict[str, str]:
        line = of.lines[place]
        at = line.post.number - 1
        named = {key: posts.cell(key, at) for key in ("salary", "fte", "scheme", "award")}
        for when, table in (("then", used[line.month].then), ("now", used[line.month].now)):
            placed = tables[table.key]
            named |= {f"from_{when}": placed.all("from"), f"rates_{when}": placed.all("rate")}
            whole = tiers_of(table).basis.startswith("whole-time")
            named[f"share_{when}"] = "1" if whole else named["fte"]
        return named

    rows = [_line(of, each) for each in of.lines]
    known = marked(of)
    columns = tuple(replace(each, marks=known.get(each.key, ())) for each in _columns(notes))
    return page.table(columns, rows, caption="Each month", total="Total", refs=facts)


def _columns(notes: Notes) -> tuple[Col, ...]:
    return (
        Col("number", "No.", "people", 7),
        Col("key", "Reference", wide=11),
        Col("title", "Post", wide=34),
        Col("month", "Month from", "date", 12),
        Col("days", "Days in post", "people", 8, changeable=True),
        Col("month_days", "Days in it", "people", 7),
        Col("pay_then", "Gross pay then", "money", 14, _pay("{salary}"), total=True),
        Col("pay_now", "Gross pay now", "money", 14, _pay("({salary}+{award})"), total=True),
        Col("pay", "Gross pay owed", "money", 14, "{pay_now}-{pay_then}", total=True),
        *_by_table(notes, "then", "{salary}", "Contribution taken", "taken"),
        *_by_table(notes, "now", "({salary}+{award})", "Contribution due", "due"),
        Col("pension", "Contribution owed", "money", 14, "{due}-{taken}", total=True),
    )


def _pay(salary: str) -> str:
    return f"ROUND({salary}*{{fte}}*{{days}}/(12*{{month_days}}),2)"


def _by_table(notes: Notes, when: str, salary: str, heading: str, key: str) -> tuple[Col, ...]:
    tier, rule = notes.on(contribution_tier.name), notes.on(contribution.name)
    annual, number, rate = f"annual_{when}", f"tier_{when}", f"rate_{when}"
    yearly = f"ROUNDDOWN(ROUND({salary}*{{share_{when}}},8),2)"
    found = f"IF({{scheme}}=1,MATCH(INT({{{annual}}}),{{from_{when}}},1),0)"
    of_tier = f"IF({{{number}}}=0,0,INDEX({{rates_{when}}},{{{number}}}))"
    amount = f"ROUND({{pay_{when}}}*{{{rate}}},2)"
    return (
        Col(f"table_{when}", f"Table known {when}", wide=11),
        Col(annual, f"Annual pay {when}", "money", 14, yearly),
        Col(number, f"Tier {when}", "people", 7, found, note=tier),
        Col(rate, f"Rate {when}", "rate", 8, of_tier, note=tier),
        Col(key, heading, "money", 14, amount, total=True, note=rule),
    )


def _line(of: ArrearsResult, each: ArrearsLine) -> dict[str, Value | Cell]:
    found = each.contribution
    used = next(month for month in of.months if month.month == each.month)
    amounts = each.amounts
    return {
        "number": Cell(each.post.number, "people", look="place"),
        "key": each.post.key,
        "title": each.post.title,
        "month": each.month,
        "days": each.days,
        "month_days": each.month_days,
        "pay_then": amounts.pay_then,
        "pay_now": amounts.pay_now,
        "pay": amounts.pay,
        "table_then": used.then.key,
        "annual_then": each.annual_then,
        "tier_then": found.tier_then if found else 0,
        "rate_then": found.rate_then if found else 0,
        "taken": amounts.taken,
        "table_now": used.now.key,
        "annual_now": each.annual_now,
        "tier_now": found.tier_now if found else 0,
        "rate_now": found.rate_now if found else 0,
        "due": amounts.due,
        "pension": amounts.pension,
    }
