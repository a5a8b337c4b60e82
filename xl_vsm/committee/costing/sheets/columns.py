"""The columns that every table of costs has, over a full year and in the pay year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from xl_vsm.committee.answer import PENDING, Marks
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing, Group, PostLine
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Cell, Col, Placed, Row

KEYS: Final = ("pay", "pension", "paid", "central", "insurance", "levy", "total", "own")
_HEADINGS: Final = {
    "pension": "Employer pension",
    "paid": "of which paid by the employer",
    "central": "of which paid centrally",
    "insurance": "National Insurance",
    "levy": "Levy",
    "total": "Total",
    "own": "Total less what is paid centrally",
}
_RULES: Final = {
    "pension": "employer_pension",
    "paid": "employer_pension",
    "central": "employer_pension",
    "insurance": "employer_national_insurance",
    "levy": "apprenticeship_levy",
    "total": "paybill",
}
_TOTALS: Final = {
    "central": "{pension}-{paid}",
    "total": "{pay}+{pension}+{insurance}+{levy}",
    "own": "{total}-{central}",
}
YEAR: Final[dict[str, str]] = _TOTALS | {
    "pension": "ROUND({pay}*employer_pension_rate*{scheme},2)",
    "paid": "ROUND({pay}*pension_paid_by_employer*{scheme},2)",
    "insurance": (
        "ROUND(MAX({before}+{pay}-ni_threshold,0)*ni_rate,2)"
        "-ROUND(MAX({before}-ni_threshold,0)*ni_rate,2)"
    ),
    "levy": "ROUND({pay}*levy_rate,2)",
}
"""What a full year's costs follow from: the pay, and pay before it that has used the threshold."""
IN_YEAR: Final[dict[str, str]] = _TOTALS | {
    key: f"ROUND({{year_{key}}}*{{days}}/days_in_year,2)"
    for key in ("pay", "pension", "paid", "insurance", "levy")
}
"""What the costs in the pay year follow from: those of a full year, and days."""


def cost_columns(
    notes: Notes,
    formulas: Mapping[str, str],
    pay: tuple[str, str] = ("Pay", ""),
    marks: Mapping[str, Marks] | None = None,
) -> tuple[Col, ...]:
    """Return the columns of costs.

    Args:
        notes: the costing's notes.
        formulas: what each is worked out by.
        pay: what the pay is called, and the rule that gives it.
        marks: what to know of each column's figures; none where each cell has its own.
    """
    heading, rule = pay
    found = []
    for key in KEYS:
        of = rule if key == "pay" else _RULES.get(key, "")
        name = heading if key == "pay" else _HEADINGS[key]
        note = notes.on(of) if of else None
        known = (marks or {}).get(key, ())
        formula = formulas.get(key, "")
        found.append(Col(key, name, "money", 14, formula, total=True, note=note, marks=known))
    return tuple(found)


def cost_values(costs: Costs | None) -> dict[str, Value | Cell]:
    """Return the value of each column of costs; nothing where there are none."""
    if costs is None:
        return {}
    return {
        "pay": costs.pay,
        "pension": costs.pension,
        "paid": costs.paid_by_employer,
        "central": costs.paid_centrally,
        "insurance": costs.national_insurance,
        "levy": costs.levy,
        "total": costs.total,
        "own": costs.own,
    }


def post_columns() -> tuple[Col, ...]:
    """Return the columns that say which post a row is of."""
    return (
        Col("number", "No.", "people", 6),
        Col("key", "Reference", wide=11),
        Col("title", "Post", wide=36),
    )


def post_values(post: PostLine) -> dict[str, Value | Cell]:
    """Return the values of those columns."""
    return {
        "number": Cell(post.number, "people", look="place"),
        "key": post.key,
        "title": post.title,
    }


def group_rows(placed: Placed, sums: Mapping[Group, Costs], marked: Marked) -> list[Row]:
    """Return a row of sums for each group, which follow the groups that the posts have."""
    rows: list[Row] = []
    for group, costs in sums.items():
        row: dict[str, Value | Cell] = {"group": group.value}
        marks = marked.awarded(group)
        for key, value in cost_values(costs).items():
            amounts, groups = placed.all(key), placed.all("group")
            assert not isinstance(value, Cell)
            formula = f'SUMIFS({amounts},{groups},"{group.value}")'
            row[key] = Cell(value, "money", formula, "total", marks=marked.costs(marks)[key])
        rows.append(row)
    return rows


def group_sums(of: Costing, *, in_year: bool) -> dict[Group, Costs]:
    """Return what the award of each group costs."""
    return {each: of.award_in_year(each) if in_year else of.award_year(each) for each in Group}


def pending(post: PostLine) -> Mapping[str, Marks]:
    """Return the mark of each figure of a post's award that nobody can say yet."""
    keys = ("award", "year", *KEYS) if post.group is Group.PENDING else ()
    return dict.fromkeys(keys, PENDING)
