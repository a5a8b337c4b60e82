"""The parts of a costing's paper on scenarios and on Agenda for Change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_vsm.committee.answer import PENDING, Marks, joined
from xl_vsm.committee.costing.marked import Marked, scenario_award
from xl_vsm.committee.costing.model import (
    Costing,
    Group,
    PostLine,
    ScenarioLine,
    ScenarioResult,
)
from xl_vsm.committee.costing.of_whom import levels_of, of_whom
from xl_vsm.committee.costing.over_years import Overlap
from xl_vsm.committee.costing.sheets.scenarios import NOT_PAID
from xl_vsm.committee.paper import (
    Block,
    Column,
    Figure,
    Lines,
    Notes,
    PayBeside,
    Picture,
    Table,
    Value,
    Words,
)
from xl_vsm.parameters.days import day
from xl_vsm.rules import Position
from xl_vsm.rules.money import percent, pounds

_NOBODY = "nobody"


def scenario_blocks(of: Costing, notes: Notes) -> Iterator[Block]:
    """Give what each scenario costs, and who stands where by it."""
    yield Words(NOT_PAID)
    columns = (
        Column("Scenario", wide=20),
        Column("Award", "rate", 13, notes.on("award")),
        Column("Ranges raised by", "rate", 10),
        Column("Premium", wide=20),
        Column("Award to be paid, total", "money", 16, notes.on("paybill")),
        Column("More than as published", "money", 16),
        Column("Apart: withheld", "money", 14),
        Column("Apart: pending", "money", 14),
        Column("Apart: cannot be said", "money", 14),
        Column("Apart: premia if pensionable", "money", 17),
        Column("and if not", "money", 14),
    )
    rows = tuple(_costs(of, each) for each in of.scenarios)
    yield Table(columns, rows, f"Scenarios side by side, in the pay year {of.year.name}")
    yield from _places(of, notes)


def _costs(of: Costing, each: ScenarioResult) -> tuple[Figure | Value, ...]:
    marked = Marked.of(of)
    rate = scenario_award(each, marked)
    whole = marked.costs(rate)["total"]
    premia = marked.costs(marked.premium)
    share = each.asked.premium_take_up
    premium = "as stated"
    if share is not None and of.premium_rate is not None:
        premium = f"{percent(of.premium_rate)} for {percent(share)} of posts"
    apart = (
        Figure(
            each.cost(group).total,
            "money",
            marks=joined(whole, PENDING if marked.pends and group is Group.PENDING else ()),
        )
        for group in (Group.WITHHELD, Group.PENDING, Group.UNSAID)
    )
    total = each.cost().total
    more = total - of.scenarios[0].cost().total
    return (
        each.asked.name,
        Figure(each.award_rate, "rate", marks=rate),
        each.range_uplift,
        premium,
        Figure(total, "money", marks=whole),
        Figure(more, "money", marks=joined(whole, marked.costs(marked.award)["total"])),
        *apart,
        Figure(each.premia.total, "money", marks=premia["total"]),
        Figure(each.premia.without_pension.total, "money", marks=premia["unpensioned"]),
    )


def _places(of: Costing, notes: Notes) -> Iterator[Block]:
    ranges = notes.on("position") if any(each.range for each in of.posts) else None
    beside = notes.on("afc_overlap") if of.overlap else None
    marked = Marked.of(of)
    shown = (Position.BELOW, Position.EXCEPTION_ZONE, Position.ABOVE)
    columns = [Column("Scenario", wide=24)]
    columns += [Column(_first(each.value), wide=34, note=ranges) for each in shown]
    rows: tuple[tuple[Figure | Value, ...], ...] = tuple(
        (
            each.asked.name,
            *(
                Figure(_who(each.at(p)), marks=joined(marked.range, scenario_award(each, marked)))
                for p in shown
            ),
        )
        for each in of.scenarios
    )
    yield Words(of_whom(of))
    yield Table(tuple(columns), rows, "Who stands outside the range to its operational maximum")
    if of.overlap is None:
        return
    bands = of.overlap.bands
    heads = [f"Below the top of band {band}, scale of {of.overlap.scale}" for band in bands]
    heads += [f"Below the top of band {band}, next pay year" for band in bands]
    found: tuple[tuple[Figure | Value, ...], ...] = tuple(
        (
            each.asked.name,
            *(
                Figure(who, marks=joined(marked.afc, scenario_award(each, marked)))
                for who in _overlaps(each, of.overlap)
            ),
        )
        for each in of.scenarios
    )
    wide = tuple(Column(head, wide=30, note=beside) for head in heads)
    caption = (
        f"Who overlaps with Agenda for Change. The next pay year is by {of.overlap.next_scale}"
    )
    yield Table((Column("Scenario", wide=24), *wide), found, caption)


def _overlaps(each: ScenarioResult, of: Overlap) -> Iterator[str]:
    for following in (False, True):
        for place in range(len(of.bands)):
            yield _who(
                line
                for line in each.held
                if ((line.above_next or line.above) if following else line.above)[place] < 0
            )


def _who(lines: Iterable[ScenarioLine]) -> str:
    return "; ".join(line.post.name for line in lines) or _NOBODY


def _first(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def pictures(of: Costing, notes: Notes) -> Iterator[Block]:
    """Give pay beside ranges, and beside the tops of bands 8d and 9 over the years."""
    note = notes.on("pay_range") if any(each.range for each in of.posts) else None
    columns = (
        Column("Post", wide=34),
        Column("Salary before the award", "money", 15),
        Column("Minimum", "money", 14, note),
        Column("Operational maximum", "money", 14, note),
        Column("Exception zone maximum", "money", 14, note),
    )
    rows: list[tuple[Figure | Value, ...]] = []
    for each in of.held:
        found: tuple[Figure | Value, ...] = (f"no range: {each.range_why}", None, None)
        if each.range:
            ends = (
                each.range.minimum,
                each.range.operational_maximum,
                each.range.exception_zone_maximum,
            )
            found = tuple(Figure(end, "money", marks=each.marks) for end in ends)
        rows.append((each.name, each.salary, *found))
    yield Table(columns, tuple(rows), "Each post's full-time salary and its range")
    yield from _against_ranges(of)
    if of.overlap:
        yield from _over_years(of, of.overlap, notes)


def _against_ranges(of: Costing) -> Iterator[Picture]:
    if not of.held:
        return
    marked, levels = Marked.of(of), tuple(level for _, level in levels_of(of, of.held))
    says = (
        "For each post its full-time salary as a mark, and its range as a bar from the minimum to"
        " the operational maximum, with the exception zone where it has one."
    )
    if levels:
        says += f" Lines: {'; '.join(f'{e.name} {pounds(e.amount)}' for e in levels)}."
    yield Picture(
        "Full-time salaries before the award against their ranges",
        says,
        pay=tuple(map(_beside, of.held)),
        levels=levels,
        marks=joined(
            marked.range, marked.approval if of.limit else (), marked.afc if of.overlap else ()
        ),
    )


def _beside(of: PostLine) -> PayBeside:
    if of.range is None:
        return PayBeside(of.name, of.salary)
    ends = (of.range.minimum, of.range.operational_maximum, of.range.exception_zone_maximum)
    return PayBeside(of.name, of.salary, *ends)


def _over_years(of: Costing, found: Overlap, notes: Notes) -> Iterator[Block]:
    today = f"Median VSM salary on {day(of.p.effective)}, today's"
    derived = [f"{y.pay_year}: band {', '.join(y.derived)}" for y in found.years if y.derived]
    said = f" Worked out from another year's: {'; '.join(derived)}." if derived else ""
    drawn = f" {today}, is drawn across all years to compare with." if found.median else ""
    yield Words(
        f"The scales are those published; nothing is extrapolated.{drawn}{said}",
        notes.on("afc_overlap"),
    )
    lines = [
        Lines(f"Top of band {band}", tuple(each.tops[place] for each in found.years))
        for place, band in enumerate(found.bands)
    ]
    directors = tuple(each.directors_from for each in found.years)
    if any(each is not None for each in directors):
        lines.append(Lines("Directors' range: minimum", directors))
    if found.median is not None:
        lines.append(Lines(today, (found.median,) * len(found.years)))
    made_up: Marks = ("illustrative",) if found.illustrative and any(directors) else ()
    marks = joined(made_up, Marked.of(of).afc)
    yield Picture(
        "VSM pay beside the tops of bands 8d and 9",
        "Lines over the years: the tops of bands 8d and 9, and VSM pay beside them.",
        years=tuple(each.pay_year for each in found.years),
        lines=tuple(lines),
        marks=marks,
    )
