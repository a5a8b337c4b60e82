"""The sheets of scenarios: each post in each, and the scenarios side by side."""

from __future__ import annotations

from typing import Final

from xl_vsm.committee.costing.model import Costing, ScenarioLine, ScenarioResult
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
    page.say("Change a cream cell, and the scenario follows, here and on Scenario posts.")
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
            rate = Cell(each.award_rate, "rate", "award_rate")
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


def _columns(of: Costing, notes: Notes) -> tuple[Col, ...]:
    ranges = notes.on("pay_range") if any(each.range for each in of.posts) else None
    places = notes.on("position") if ranges else None
    bands = of.overlap.bands if of.overlap else ()
    beside = notes.on("afc_overlap") if of.overlap else None
    before = "{base}"
    yearly = (
        f"ROUND(MAX({before}+{{year}}-ni_threshold,0)*ni_rate,2)"
        f"-ROUND(MAX({before}-ni_threshold,0)*ni_rate,2)"
    )
    part = "*{days}/days_in_year,2)"
    return (
        Col("scenario", "No. of scenario", "people", 9),
        Col("name", "Name", wide=18),
        Col("number", "No.", "people", 6),
        Col("key", "Reference", wide=11),
        Col("title", "Post", wide=32),
        Col("group", "Award", wide=14, formula="{posted}"),
        Col("award", "Award, full time", "money", 13, "ROUND({salary}*{rate},2)"),
        Col("year", "Award, full year", "money", 13, "ROUND({award}*{fte},2)"),
        Col("pay", "Award in the pay year", "money", 13, f"ROUND({{year}}{part}"),
        Col(
            "pension", "Employer pension", "money", 13,
            f"ROUND(ROUND({{year}}*employer_pension_rate*{{scheme}},2){part}",
        ),
        Col(
            "paid", "of which paid by the employer", "money", 13,
            f"ROUND(ROUND({{year}}*pension_paid_by_employer*{{scheme}},2){part}",
        ),
        Col("insurance", "National Insurance", "money", 13, f"ROUND(({yearly}){part}"),
        Col("levy", "Levy", "money", 13, f"ROUND(ROUND({{year}}*levy_rate,2){part}"),
        Col("total", "Total", "money", 13, "{pay}+{pension}+{insurance}+{levy}"),
        Col("own", "Total less what is paid centrally", "money", 13, "{total}-{pension}+{paid}"),
        Col(
            "after", "Full-time salary after", "money", 14,
            '{salary}+IF({group}="to be paid",{award},0)',
        ),
        Col("minimum", "Range: minimum", "money", 14, "ROUND({low}*(1+{uplift}),2)", note=ranges),
        Col(
            "maximum", "Range: operational maximum", "money", 14, "ROUND({high}*(1+{uplift}),2)",
            note=ranges,
        ),
        Col(
            "zone", "Exception zone maximum", "money", 14, "ROUND({top}*(1+{uplift}),2)",
            note=ranges,
        ),
        Col("position", "Position", wide=15, formula=_position("{after}"), note=places),
        *(
            Col(
                f"over {when} {band}", f"Above the top of band {band}{said}", "money", 14,
                f"{{after}}-afc_{band}_{when}", note=beside,
            )
            for when, said in (("top", ""), ("next", ", next pay year"))
            for band in bands
        ),
    )  # fmt: skip


def lines(
    of: Costing, page: Page, notes: Notes, posts: Placed, base: Placed, asked_at: dict[str, str]
) -> Placed:
    """Lay out each post in each scenario; below zero in the last columns is overlap."""
    page.say(NOT_PAID)
    page.space()
    each_line = [(place, line) for place, each in enumerate(of.scenarios) for line in each.lines]

    def facts(row: int) -> dict[str, str]:
        place, line = each_line[row]
        at = line.post.number - 1
        named = {key: posts.cell(key, at) for key in ("salary", "fte", "scheme", "days")}
        ends = {"low": "minimum", "high": "maximum", "top": "zone"}
        named |= {name: posts.cell(key, at) for name, key in ends.items()}
        named |= {key: asked_at[f"{key} {place}"] for key in ("rate", "uplift")}
        return named | {"posted": posts.cell("group", at), "base": base.cell("pay", at)}

    rows = [_line(of, place, line) for place, line in each_line]
    return page.table(_columns(of, notes), rows, refs=facts, caption="Each post in each scenario")


def _line(of: Costing, place: int, line: ScenarioLine) -> dict[str, Value | Cell]:
    found: ScenarioResult = of.scenarios[place]
    row: dict[str, Value | Cell] = {
        "scenario": place + 1,
        "name": found.asked.name,
        "number": Cell(line.post.number, "people", look="place"),
        "key": line.post.key,
        "title": line.post.title,
        "group": line.post.group.value,
        "award": line.award,
        "after": line.salary,
        "position": line.position.value if line.position else None,
    }
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
    if line.range is not None:
        row |= dict(zip(("minimum", "maximum", "zone"), line.range, strict=True))
    bands = of.overlap.bands if of.overlap else ()
    row |= {f"over top {band}": gap for band, gap in zip(bands, line.above, strict=True)}
    after = line.above_next or line.above
    row |= {f"over next {band}": gap for band, gap in zip(bands, after, strict=True)}
    return row
