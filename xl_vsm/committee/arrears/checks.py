"""The sheet that shows by formula that arrears add up, and agree with the two tables."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

from xl_vsm.committee.arrears.model import ArrearsLine, ArrearsResult, tiers_of
from xl_vsm.committee.paper import Value
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed, Row
from xl_vsm.rules.money import to_the_penny
from xl_vsm.rules.pension.contribution_tier import named

When = Literal["then", "now"]
_AMOUNT: Final[dict[When, str]] = {"then": "taken", "now": "due"}


def reconciled(
    of: ArrearsResult, page: Page, lines: Placed, tables: Mapping[str, Placed]
) -> dict[When, Placed]:
    """Lay out pay and contributions by tier of each table, then and now.

    Args:
        of: the arrears.
        page: the sheet.
        lines: every post in every month.
        tables: where each table of tiers stands.
    """
    page.one_page = True
    page.say(
        "By tier, a contribution is pay times the rate but for the pennies by which each month is"
        " rounded. Below, every check must be nought."
    )
    page.space()
    whens: tuple[When, ...] = ("then", "now")
    return {when: _by_tier(of, page, lines, tables, when) for when in whens}


def _by_tier(
    of: ArrearsResult, page: Page, lines: Placed, tables: Mapping[str, Placed], when: When
) -> Placed:
    amount = _AMOUNT[when]
    keys = dict.fromkeys((each.then if when == "then" else each.now).key for each in of.months)
    rows: list[Row] = []
    for table in (each for each in of.tables if each.key in keys):
        for tier, terms in enumerate(tiers_of(table).tiers, 1):
            found = [each for each in of.lines if _in(of, each, when, table.key, tier)]
            pay = sum((getattr(e, f"pay_{when}") for e in found), Decimal(0))
            paid = sum((getattr(e, amount) for e in found), Decimal(0))
            by = f'{lines.all(f"table_{when}")},"{table.key}",{lines.all(f"tier_{when}")},{tier}'
            rate = Cell(terms.rate, "rate", tables[table.key].cell("rate", tier - 1))
            rows.append(
                {
                    "table": named(table),
                    "tier": tier,
                    "rate": rate,
                    "pay": Cell(pay, "money", f"SUMIFS({lines.all(f'pay_{when}')},{by})"),
                    "paid": Cell(paid, "money", f"SUMIFS({lines.all(amount)},{by})"),
                    "by_rate": to_the_penny(pay * terms.rate),
                    "pennies": paid - to_the_penny(pay * terms.rate),
                }
            )
    word = "taken" if when == "then" else "due"
    return page.table(
        (
            Col("table", "Table", wide=58),
            Col("tier", "Tier", "people", 8),
            Col("rate", "Rate", "rate", 9),
            Col("pay", f"Gross pay {when}", "money", 16, total=True),
            Col("paid", f"Contribution {word}", "money", 16, total=True),
            Col("by_rate", "Pay times the rate", "money", 16, "ROUND({pay}*{rate},2)", total=True),
            Col("pennies", "Pennies of rounding", "money", 14, "{paid}-{by_rate}", total=True),
        ),
        rows,
        caption=f"By the tables known {when}",
        total="Total",
    )


def _in(of: ArrearsResult, line: ArrearsLine, when: When, key: str, tier: int) -> bool:
    used = next(each for each in of.months if each.month == line.month)
    found = line.contribution
    if found is None or (used.then if when == "then" else used.now).key != key:
        return False
    return (found.tier_then if when == "then" else found.tier_now) == tier


def checks(
    of: ArrearsResult,
    page: Page,
    lines: Placed,
    sums: tuple[Placed, Placed],
    tiers: Mapping[When, Placed],
    tables: Mapping[str, Placed],
) -> Placed:
    """Lay out the checks, each of which is nought.

    Args:
        of: the arrears.
        page: the sheet.
        lines: every post in every month.
        sums: by post, and by month.
        tiers: by tier, then and now.
        tables: where each table of tiers stands.
    """
    found: dict[str, str] = {
        "Contributions due, less taken, less owed": (
            f"{lines.total('due')}-{lines.total('taken')}-{lines.total('pension')}"
        ),
        "Gross pay now, less then, less owed": (
            f"{lines.total('pay_now')}-{lines.total('pay_then')}-{lines.total('pay')}"
        ),
    }
    for what, placed in zip(("by post", "by month"), sums, strict=True):
        for key, name in (("pay", "Gross pay"), ("pension", "Contributions")):
            difference = f"{placed.total(key)}-{lines.total(key)}"
            found[f"{name} owed {what}, less over all months"] = difference
    for when, placed in tiers.items():
        word, key = ("taken", "taken") if when == "then" else ("due", "due")
        difference = f"{placed.total('paid')}-{lines.total(key)}"
        found[f"Contributions {word} by tier, less over all months"] = difference
        for table in of.tables if of.lines else ():
            named_table = f"Each month's contribution {word}, less pay by {named(table)}"
            found[named_table] = _afresh(lines, tables[table.key], when, table.key)
    rows: list[dict[str, Value | Cell]] = [
        {"what": what, "zero": Cell(Decimal(0), "money", f"ROUND({formula},2)")}
        for what, formula in found.items()
    ]
    columns = (Col("what", "Check", wide=58), Col("zero", "Must be 0", "money", 8))
    return page.table(columns, rows, caption="Checks: each must be nought")


def _afresh(lines: Placed, table: Placed, when: When, key: str) -> str:
    """Return how every contribution by a table is worked out another way, and compared."""
    used = f'({lines.all(f"table_{when}")}="{key}")*({lines.all(f"tier_{when}")}>0)'
    annual = f"INT({lines.all(f'annual_{when}')})"
    rates = f"LOOKUP({annual},{table.all('from')},{table.all('rate')})"
    paid = f"ROUND({lines.all(f'pay_{when}')}*{rates},2)"
    return f"SUMPRODUCT({used}*ABS({lines.all(_AMOUNT[when])}-{paid}))"
