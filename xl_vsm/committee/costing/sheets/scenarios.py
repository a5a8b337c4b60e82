"""The sheets of scenarios: each post in each, and the scenarios side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from xl_vsm.committee.answer import Marks, joined
from xl_vsm.committee.costing.marked import Marked, scenario_award
from xl_vsm.committee.costing.model import Costing, ScenarioLine
from xl_vsm.committee.costing.of_whom import of_whom
from xl_vsm.committee.costing.sheets.columns import pending
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed
from xl_vsm.rules import Position

ASKED: Final = "Scenarios"
NOT_PAID: Final = (
    "Salaries hold the award where it is to be paid. Of posts whose award is withheld, pending or"
    " cannot be said they are as they are now."
)
FIRST_OF_ASKED: Final = {"rate": 0, "uplift": 1, "take_up": 2}


def asked(of: Costing, page: Page) -> dict[str, str]:
    """Lay out what each scenario asks, with its cells to be changed.

    Returns:
        How formulas refer to what is asked, by what it is and the scenario's place: rate 0.
    """
    page.say("Change a cream cell, and the scenario follows, here and on the next two sheets.")
    page.space()
    columns = (Col("what", "What is asked", wide=46), *_names(of))
    first = page.next + 1
    rows: list[dict[str, Value | Cell]] = [
        {"what": "Award, a fraction of base salary"},
        {"what": "Ranges raised by"},
        {"what": "Share of posts with an ordinary premium in full"},
    ]
    for place, each in enumerate(of.scenarios):
        rate = Cell(each.award_rate, "rate", look="changeable")
        if each.asked.award_rate is None:
            rate = Cell(each.award_rate, "rate", "award_rate", marks=Marked.of(of).award)
        share = each.asked.premium_take_up
        rows[0][f"s{place}"] = rate
        rows[1][f"s{place}"] = Cell(each.range_uplift, "rate", look="changeable")
        rows[2][f"s{place}"] = (
            "premia as stated" if share is None else Cell(share, "rate", look="changeable")
        )
    placed = page.table(columns, rows)
    assert placed.first == first
    return {
        f"{what} {place}": placed.cell(f"s{place}", row)
        for what, row in FIRST_OF_ASKED.items()
        for place in range(len(of.scenarios))
    }


def _names(of: Costing) -> tuple[Col, ...]:
    return tuple(
        Col(f"s{place}", each.asked.name, "money", 18) for place, each in enumerate(of.scenarios)
    )


def _position(salary: str) -> str:
    below, within, zone, above = (
        each.value
        for each in (Position.BELOW, Position.IN_RANGE, Position.EXCEPTION_ZONE, Position.ABOVE)
    )
    return (
        f'IF({salary}<{{minimum}},"{below}",IF({salary}<={{maximum}},"{within}",'
        f'IF({salary}<={{zone}},"{zone}","{above}")))'
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each post in each scenario stands, a row each on two sheets of equal rows.

    Attributes:
        costs: what its award costs.
        pay: its salary after the award, in its range and beside Agenda for Change.
    """

    costs: Placed
    pay: Placed


def lines(
    of: Costing,
    pages: tuple[Page, Page],
    notes: Notes,
    posts: Placed,
    base: Placed,
    asked_at: dict[str, str],
) -> Lines:
    """Lay out each post in each scenario: on one sheet its costs, on the next its pay.

    Args:
        of: the costing.
        pages: the two sheets. On one, nobody could read it in print.
        notes: their notes.
        posts: what is stated of each post.
        base: what each costs over a full year before the award.
        asked_at: where each scenario says what it asks.
    """
    each_line = [(place, line) for place, each in enumerate(of.scenarios) for line in each.lines]
    caption = "Each post in each scenario"

    def facts(row: int) -> dict[str, str]:
        place, line = each_line[row]
        at = line.post.number - 1
        keys = ("salary", "fte", "scheme", "days", "held")
        named = {key: posts.cell(key, at) for key in keys}
        ends = {"low": "minimum", "high": "maximum", "top": "zone"}
        named |= {name: posts.cell(key, at) for name, key in ends.items()}
        named |= {key: asked_at[f"{key} {place}"] for key in ("rate", "uplift")}
        return named | {"posted": posts.cell("group", at), "base": base.cell("pay", at)}

    costs = pages[0].table(
        (*_whose(), *_cost_columns()),
        [_who(of, place, line) | _costs(line) for place, line in each_line],
        refs=facts,
        caption=f"{caption}: what its award costs in the pay year {of.year.name}",
        marks=_cost_marks(of, each_line),
    )
    pages[1].say(NOT_PAID)
    pages[1].say(of_whom(of))
    pages[1].say("Below zero in the last columns is overlap.")
    pages[1].space()
    pay = pages[1].table(
        (*_whose(), *_pay_columns(of, notes)),
        [_who(of, place, line) | _pay(of, line) for place, line in each_line],
        refs=lambda n: facts(n) | {"award": costs.cell("award", n)},
        caption=f"{caption}: its pay, its range and Agenda for Change",
        marks=_pay_marks(of, each_line),
    )
    return Lines(costs, pay)


_Each = list[tuple[int, ScenarioLine]]


def _cost_marks(of: Costing, lines: _Each) -> Callable[[int], Mapping[str, Marks]]:
    marked = Marked.of(of)

    def marks(row: int) -> Mapping[str, Marks]:
        place, line = lines[row]
        rate = scenario_award(of.scenarios[place], marked)
        found = {"award": rate, "year": rate, **marked.costs(rate)}
        pends = pending(line.post)
        return {key: joined(each, pends.get(key, ())) for key, each in found.items()}

    return marks


def _pay_marks(of: Costing, lines: _Each) -> Callable[[int], Mapping[str, Marks]]:
    marked = Marked.of(of)
    bands = of.overlap.bands if of.overlap else ()
    beside = [f"over {when} {band}" for when in ("top", "next") for band in bands]

    def marks(row: int) -> Mapping[str, Marks]:
        rate = scenario_award(of.scenarios[lines[row][0]], marked)
        ends = dict.fromkeys(("minimum", "maximum", "zone"), marked.range)
        over = dict.fromkeys(beside, joined(marked.afc, rate))
        return {"after": rate, "position": joined(marked.range, rate), **ends, **over}

    return marks


def _whose() -> tuple[Col, ...]:
    return (
        Col("scenario", "No. of scenario", "people", 9),
        Col("name", "Name", wide=16),
        Col("number", "No.", "people", 5),
        Col("key", "Reference", wide=11),
        Col("title", "Post", wide=30),
        Col("group", "Award", wide=13, formula="{posted}"),
    )


def _cost_columns() -> tuple[Col, ...]:
    yearly = (
        "ROUND(MAX({base}+{year}-ni_threshold,0)*ni_rate,2)"
        "-ROUND(MAX({base}-ni_threshold,0)*ni_rate,2)"
    )
    part = "*{days}/days_in_year,2)"
    return (
        Col("award", "Award, full time", "money", 12, "ROUND({salary}*{rate},2)"),
        Col("year", "Award, full year", "money", 12, "ROUND({award}*{fte},2)"),
        Col("pay", "Award in the pay year", "money", 12, f"ROUND({{year}}{part}"),
        Col(
            "pension", "Employer pension", "money", 12,
            f"ROUND(ROUND({{year}}*employer_pension_rate*{{scheme}},2){part}",
        ),
        Col(
            "paid", "of which paid by the employer", "money", 13,
            f"ROUND(ROUND({{year}}*pension_paid_by_employer*{{scheme}},2){part}",
        ),
        Col("insurance", "National Insurance", "money", 12, f"ROUND(({yearly}){part}"),
        Col("levy", "Levy", "money", 10, f"ROUND(ROUND({{year}}*levy_rate,2){part}"),
        Col("total", "Total", "money", 12, "{pay}+{pension}+{insurance}+{levy}"),
        Col("own", "Total less what is paid centrally", "money", 13, "{total}-{pension}+{paid}"),
    )  # fmt: skip


def _pay_columns(of: Costing, notes: Notes) -> tuple[Col, ...]:
    ranges = notes.on("pay_range") if any(each.range for each in of.posts) else None
    places = notes.on("position") if ranges else None
    bands = of.overlap.bands if of.overlap else ()
    beside = notes.on("afc_overlap") if of.overlap else None
    ends = (
        ("minimum", "Range: minimum", "low"),
        ("maximum", "Range: operational maximum", "high"),
        ("zone", "Exception zone maximum", "top"),
    )
    return (
        Col("now", "Held on the day: 1 or 0", "people", 9, "{held}"),
        Col(
            "after", "Full-time salary after", "money", 13,
            '{salary}+IF({group}="to be paid",{award},0)',
        ),
        *(
            Col(key, heading, "money", 13, f"ROUND({{{end}}}*(1+{{uplift}}),2)", note=ranges)
            for key, heading, end in ends
        ),
        Col("position", "Position", wide=14, formula=_position("{after}"), note=places),
        *(
            Col(
                f"over {when} {band}", f"Above the top of band {band}{said}", "money", 13,
                f"{{after}}-afc_{band}_{when}", note=beside,
            )
            for when, said in (("top", ""), ("next", ", next pay year"))
            for band in bands
        ),
    )  # fmt: skip


def _who(of: Costing, place: int, line: ScenarioLine) -> dict[str, Value | Cell]:
    return {
        "scenario": place + 1,
        "name": of.scenarios[place].asked.name,
        "number": Cell(line.post.number, "people", look="place"),
        "key": line.post.key,
        "title": line.post.title,
        "group": line.post.group.value,
    }


def _costs(line: ScenarioLine) -> dict[str, Value | Cell]:
    row: dict[str, Value | Cell] = {"award": line.award}
    if line.award_in_year is not None and line.award_year is not None:
        costs = line.award_in_year
        row |= {
            "year": line.award_year.pay,
            "pay": costs.pay,
            "pension": costs.pension,
            "paid": costs.paid_by_employer,
            "insurance": costs.national_insurance,
            "levy": costs.levy,
            "total": costs.total,
            "own": costs.own,
        }
    return row


def _pay(of: Costing, line: ScenarioLine) -> dict[str, Value | Cell]:
    row: dict[str, Value | Cell] = {
        "now": int(line.post.held),
        "after": line.salary,
        "position": line.position.value if line.position else None,
    }
    if line.range is not None:
        row |= dict(zip(("minimum", "maximum", "zone"), line.range, strict=True))
    bands = of.overlap.bands if of.overlap else ()
    row |= {f"over top {band}": gap for band, gap in zip(bands, line.above, strict=True)}
    after = line.above_next or line.above
    row |= {f"over next {band}": gap for band, gap in zip(bands, after, strict=True)}
    return row
