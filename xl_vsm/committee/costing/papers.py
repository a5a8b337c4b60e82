"""A costing as a paper, for a document or for sheets of plain figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xl_vsm.committee.answer import Marks, joined
from xl_vsm.committee.costing.amounts import Costs
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing, Group, PostLine
from xl_vsm.committee.costing.numbered import PART_YEAR, numbered
from xl_vsm.committee.costing.sheets.assumptions import FULL_YEAR, TAKEN
from xl_vsm.committee.costing.sheets.department import METHOD
from xl_vsm.committee.costing.sheets.premia import UNSAID
from xl_vsm.committee.costing.side_by_side import pictures, scenario_blocks
from xl_vsm.committee.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Figure,
    Notes,
    Paper,
    Section,
    Table,
    Value,
    Words,
)
from xl_vsm.committee.paper.paper import paper
from xl_vsm.committee.pay_year import BY_DAYS


def as_paper(of: Costing) -> Paper:
    """Return a costing as a paper, with the figures that its workbook has.

    Args:
        of: the costing.
    """
    notes = numbered(of)
    sections = [
        Section("What the award costs", tuple(_summary(of, notes))),
        Section("The award, post by post", tuple(_groups(of, notes))),
        Section("Premia", tuple(_premia(of, notes))),
        Section("Scenarios", tuple(scenario_blocks(of, notes))),
        Section("Pay, ranges and Agenda for Change", tuple(pictures(of, notes))),
    ]
    if of.estimate:
        sections.append(Section("By the Department's method", tuple(_department(of, notes))))
    sections.append(Section("What is assumed, and what is left out", tuple(_assumed(of))))
    title = f"What the VSM pay award costs, {of.year.name}"
    return paper(title, "Costing", of.of, of.p, tuple(sections), notes)


def _cost_columns(notes: Notes, *, total: bool) -> tuple[Column, ...]:
    pension = notes.on("employer_pension")
    insured = notes.on("employer_national_insurance")
    return (
        Column("Pay", "money", 14, notes.on("award"), total),
        Column("Employer pension", "money", 14, pension, total),
        Column("of which paid centrally", "money", 14, pension, total),
        Column("National Insurance", "money", 14, insured, total),
        Column("Apprenticeship levy", "money", 15, notes.on("apprenticeship_levy"), total),
        Column("Total", "money", 14, notes.on("paybill"), total),
    )


def _summary(of: Costing, notes: Notes) -> Iterator[Block]:
    paid, year = of.award_in_year(Group.PAID), of.award_year(Group.PAID)
    marked = Marked.of(of)
    whole = marked.costs(marked.awarded())["total"]
    rate = Figure(of.p.annual_award.rate, "rate", notes.on("award"), marked.awarded())
    part = notes.saying(PART_YEAR, BY_DAYS, ())
    yield Facts(
        (
            Fact("Award", rate, f"of base salary, consolidated, for {of.year.name}"),
            Fact(
                "Cost in the pay year",
                Figure(paid.total, "money", part, whole),
                f"of what is to be paid, {of.year.words}, by days in post",
            ),
            Fact(
                "Paid by the employer itself",
                Figure(paid.own, "money", notes.on("employer_pension"), whole),
                "of that; the rest of the pension is paid centrally",
            ),
            Fact(
                "Cost over a full year",
                Figure(year.total, "money", notes.on("paybill"), whole),
                "of what is to be paid, for the posts in their share of full time",
            ),
        )
    )
    for when, find, base in (
        ("In the pay year", of.award_in_year, [each.in_year for each in of.posts]),
        ("Over a full year", of.award_year, [each.year for each in of.posts]),
    ):
        rows = (
            ("Posts before the award", *marked.figures(Costs.sum(base))),
            ("Award to be paid", *marked.figures(find(Group.PAID), marked.awarded())),
        )
        if find == of.award_year:
            yield Words(FULL_YEAR)
        columns = (Column("What", wide=34), *_cost_columns(notes, total=True))
        yield Table(columns, rows, f"{when}: the posts and the award", "Posts with the award")
        apart = tuple(
            (f"Award: {group}", *marked.figures(find(group), marked.awarded(group)))
            for group in Group
            if group is not Group.PAID
        )
        plain = (Column("Apart", wide=34), *_cost_columns(notes, total=False))
        yield Table(plain, apart, f"{when}: in no total above; what it would cost if paid")


def _groups(of: Costing, notes: Notes) -> Iterator[Block]:
    marked = Marked.of(of)
    for group in Group:
        posts = of.of_group(group)
        if group is not Group.PAID and posts:
            yield Words(f"{group}: in no total of what is to be paid.".capitalize(), strong=True)
        columns = (
            Column("Post", wide=34),
            Column("Award, full time", "money", 14, notes.on("award")),
            Column("Days in post", "people", 8, notes.saying(PART_YEAR, BY_DAYS, ())),
            *_cost_columns(notes, total=True),
        )
        rows = tuple(_row(each, marked) for each in posts)
        what = "costs" if group is Group.PAID else "would cost if it were paid"
        caption = f"Award {group}: what it {what} in the pay year"
        yield Table(columns, rows, caption, "Total", "There is no such post.")
        if posts:
            why = (Column("Post", wide=34), Column("Why", wide=80, note=notes.on("withhold")))
            yield Table(why, tuple((p.name, p.why) for p in posts), f"Why it is: {group}")


def _row(of: PostLine, marked: Marked) -> tuple[Figure | Value, ...]:
    if of.award is None or of.award_in_year is None:
        return (of.name, "none here", of.days, *["none here"] * 6)
    marks = marked.awarded(of.group)
    full = Figure(of.award, "money", marks=marks)
    return (of.name, full, of.days, *marked.figures(of.award_in_year, marks))


def _premia(of: Costing, notes: Notes) -> Iterator[Block]:
    note = notes.on("premium") if of.premium_rate is not None else None
    yield Words(UNSAID, note)
    columns = (
        Column("Post", wide=26),
        Column("Ground", wide=20),
        Column("Rate", "rate", 8, note),
        Column("Days", "people", 7),
        *_cost_columns(notes, total=True),
        Column("Total if not pensionable", "money", 15, total=True),
    )
    marked = Marked.of(of)
    apart = marked.costs(marked.premium)["unpensioned"]
    rows = tuple(
        (
            each.post.name, each.ground, each.rate, each.days,
            *marked.figures(each.in_year, marked.premium),
            Figure(each.in_year.without_pension.total, "money", marks=apart),
        )
        for each in of.premia
    )  # fmt: skip
    yield Table(columns, rows, f"Premia in the pay year {of.year.name}", "Total")
    if of.premia_left_out:
        out = tuple((each.key, each.title, each.why) for each in of.premia_left_out)
        yield Table(_WHY, out, "Premia that cannot be costed")


def _department(of: Costing, notes: Notes) -> Iterator[Block]:
    found = of.estimate
    assert found is not None, "there is a section only where there is an estimate"
    note = notes.on("estimated_paybill")
    yield Words(METHOD, note)
    yield Words(found.note, strong=True)
    columns = (
        Column("Over a full year", wide=34),
        Column("Estimate, exact", "money", 18, note),
        Column("as the Department rounds it", "money", 18, note),
        Column("Direct method", "money", 18, notes.on("paybill")),
    )
    direct = Costs.sum(each.year for each in of.posts).total
    marked = Marked.of(of)
    paid = (found.award, found.award_rounded, of.award_year(Group.PAID).total)
    rows = (
        _methods(
            "Paybill before the award",
            (found.paybill, found.paybill_rounded, direct),
            marked.estimate,
            marked.costs()["total"],
        ),
        _methods(
            "Award to be paid",
            paid,
            joined(marked.estimate, marked.award),
            marked.costs(marked.award)["total"],
        ),
    )
    by = f"{found.multipliers.earnings} to earnings and {found.multipliers.paybill} to paybill"
    yield Table(columns, rows, f"Both methods; multipliers {by}")


def _methods(
    what: str, amounts: tuple[Decimal, Decimal, Decimal], by: Marks, direct: Marks
) -> tuple[Figure | Value, ...]:
    """Return an amount by the Department's method, exact and rounded, and by the direct one."""
    marks = (by, by, direct)
    found = (Figure(n, "money", marks=m) for n, m in zip(amounts, marks, strict=True))
    return (what, *found)


_WHY: tuple[Column, ...] = (Column("Row", wide=12), Column("Post", wide=34), Column("Why", wide=80))


def _assumed(of: Costing) -> Iterator[Block]:
    for each in TAKEN:
        yield Words(each)
    out = tuple((each.key, each.title, each.why) for each in of.left_out)
    yield Table(_WHY, out, "Rows of the workbook that are not costed, with the reason")
