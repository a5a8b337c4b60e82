"""The sheets with charts: pay against its range, and beside Agenda for Change over the years."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import Final

from xl_vsm.committee.answer import Marks, joined
from xl_vsm.committee.costing.marked import Marked
from xl_vsm.committee.costing.model import Costing
from xl_vsm.committee.costing.of_whom import LIMIT_CELL, TOP_CELL, levels_of, of_whom
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Cell, Chart, Col, Page, Placed, Series
from xl_vsm.parameters.days import day

MADE_UP: Final = "ILLUSTRATIVE RANGES: made-up figures"
COPIED: Final = "TRANSCRIBED: from copies"
_STEP: Final = Decimal(20_000)
_LABEL: Final = 36
_ON_ONE: Final = 25
"""Posts whose figures and chart can still be read on one printed page."""


def marked(title: str, marks: Marks) -> str:
    """Return a chart's title, which says so where what it shows is made up, or from copies."""
    words = {"illustrative": MADE_UP, "transcribed": COPIED}
    told = [words[mark] for mark in marks if mark in words]
    return f"{title} ({'; '.join(told)})" if told else title


def pay_and_range(of: Costing, page: Page, notes: Notes, posts: Placed) -> None:
    """Lay out each post's salary and range, and the chart of them."""
    known = [each for each in of.held if each.range]
    if not known:
        page.say("No post has a range that is known, so there is nothing to draw.")
        return
    found, levels = Marked.of(of), dict(levels_of(of, known))
    rests_on = {LIMIT_CELL: found.approval, TOP_CELL: found.afc}
    marks = joined(found.range, *(rests_on[name] for name in levels))
    title = marked("Full-time salary against pay range", marks)
    page.say(title, "banner" if marks else "strong")
    page.say(of_whom(of))
    note = notes.on("pay_range")
    columns = (
        Col("name", "Post", wide=36),
        Col("minimum", "Minimum", "money", 14, "{low}", note=note, marks=found.range),
        Col(
            "within", "Minimum to operational maximum", "money", 20, "{high}-{low}", note=note,
            marks=found.range,
        ),
        Col("zone", "Exception zone", "money", 14, "{top}-{high}", note=note, marks=found.range),
        Col("salary", "Salary before the award", "money", 14, "{paid}"),
        *(
            Col(name, level.name, "money", 18, name, marks=rests_on[name])
            for name, level in levels.items()
        ),
    )  # fmt: skip
    ends = {"low": "minimum", "high": "maximum", "top": "zone", "paid": "salary"}
    rows: list[dict[str, Value | Cell]] = []
    for each in known:
        assert each.range is not None
        low, high = each.range.minimum, each.range.operational_maximum
        top = each.range.exception_zone_maximum
        name = each.name if len(each.name) <= _LABEL else f"{each.name[: _LABEL - 1]}…"
        rows.append(
            {
                "name": name,
                "minimum": low,
                "within": high - low,
                "zone": top - high,
                "salary": each.salary,
                **{key: level.amount for key, level in levels.items()},
            }
        )
    page.one_page = len(known) <= _ON_ONE
    placed = page.table(
        columns,
        rows,
        refs=lambda n: {name: posts.cell(key, known[n].number - 1) for name, key in ends.items()},
    )
    lowest = min(min(e.salary, e.range.minimum) for e in known if e.range)
    least = int((lowest / _STEP).to_integral_value(ROUND_FLOOR) * _STEP)
    series = (
        Series("Below the minimum", placed.all("minimum"), "hidden"),
        Series("Minimum to operational maximum", placed.all("within"), "range"),
        Series("Exception zone", placed.all("zone"), "zone"),
        Series("Salary before the award", placed.all("salary"), "salary"),
        *(Series(e.name, placed.all(name), "level") for name, e in levels.items()),
    )
    says = (
        "For each post a bar from the minimum to the exception zone maximum, and the salary; lines"
        " across for what all are held against."
    )
    page.charts.append(
        Chart(title, says, placed.all("name"), series, page.next, max(least - int(_STEP), 0))
    )


def beside_afc(of: Costing, page: Page, notes: Notes, posts: Placed) -> None:
    """Lay out the tops of the bands over the years, and the chart of them."""
    found = of.overlap
    if found is None:
        page.say("No Agenda for Change scale answers for the day, so there is nothing to draw.")
        return
    all_marks = Marked.of(of)
    made_up = found.illustrative and any(each.directors_from for each in found.years)
    marks = joined(all_marks.afc, all_marks.range if made_up else ())
    title = marked("VSM pay beside the tops of bands 8d and 9", marks)
    page.say(title, "banner" if marks else "strong")
    page.one_page = True
    today = f"Median VSM salary on {day(of.p.effective)}"
    page.say(
        f"{today} is today's, drawn across all years to compare with: what was or will be paid in"
        " other years is not known here. The scales are those published; nothing is extrapolated."
        f" {of_whom(of)}"
    )
    beside = notes.on("afc_overlap")
    ranges = notes.on("pay_range") if any(each.range for each in of.posts) else None
    columns = (
        Col("year", "Pay year", wide=36),
        *(
            Col(band, f"Top of band {band}", "money", 14, note=beside, marks=all_marks.afc)
            for band in found.bands
        ),
        Col(
            "directors", "Directors' range: minimum", "money", 16, note=ranges,
            marks=all_marks.range,
        ),
        Col("median", today, "money", 18, "MEDIAN({salaries})"),
        Col("derived", "Worked out from another year's", wide=24),
    )  # fmt: skip
    rows: list[dict[str, Value | Cell]] = [
        {
            "year": each.pay_year,
            **dict(zip(found.bands, each.tops, strict=True)),
            "directors": each.directors_from,
            "median": found.median,
            "derived": ", ".join(f"band {band}" for band in each.derived),
        }
        for each in found.years
    ]
    placed = page.table(columns, rows, refs=lambda _: {"salaries": posts.all("now")})
    directors = "Directors' range: minimum" + (" (illustrative)" if made_up else "")
    series = (
        *(Series(f"Top of band {each}", placed.all(each), "line") for each in found.bands),
        *((Series(directors, placed.all("directors"), "line"),) if ranges else ()),
        *(
            (Series(f"{today} (today's)", placed.all("median"), "dashed"),)
            if found.median is not None
            else ()
        ),
    )
    says = "Lines over the years: the tops of bands 8d and 9, and VSM pay beside them."
    tops = [top for each in found.years for top in each.tops]
    least = int((min(tops) / _STEP).to_integral_value(ROUND_FLOOR) * _STEP)
    page.charts.append(Chart(title, says, placed.all("year"), series, page.next, least))
