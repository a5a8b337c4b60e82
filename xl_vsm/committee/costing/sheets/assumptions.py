"""The sheet that the others are worked out from: rates, thresholds, days, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from xl_vsm.committee.answer import COPIED, MADE_UP
from xl_vsm.committee.costing.marked import LIMIT
from xl_vsm.committee.costing.model import Costing
from xl_vsm.committee.costing.of_whom import LIMIT_CELL
from xl_vsm.committee.costing.overlap import SCALES
from xl_vsm.committee.costing.views import AWARD
from xl_vsm.committee.paper import Kind, Notes, Value
from xl_vsm.committee.pay_year import BY_DAYS
from xl_vsm.committee.writing.live import Cell, Col, Page
from xl_vsm.parameters import Parameters
from xl_vsm.parameters.days import day
from xl_vsm.rules.paybill.estimated_paybill import ESTIMATE

_COLUMNS: Final = (
    Col("what", "Assumption", wide=44),
    Col("value", "Figure", wide=15),
    Col("note", "Rule", wide=8),
    Col("source", "Document and place", wide=46),
    Col("dates", "Holds from; published", wide=30),
    Col("certainty", "Certainty", wide=13),
    Col("know", "To know", wide=56),
)
FULL_YEAR: Final = (
    "The costs over a full year count each row as if it were held all year: where a post changed"
    " hands, both its rows count."
)
TAKEN: Final = (
    BY_DAYS,
    (
        f"{FULL_YEAR} The costs of the pay year count the days in post of each. Lists, counts and"
        " medians are of the posts held on the day alone."
    ),
    "The salary that the workbook states is taken as the one before the award.",
    (
        "The award is worked out on the full-time salary, to the penny, and then for the share of"
        " full time. Half a penny goes up. No source says how these amounts are rounded."
    ),
    (
        "A post is taken to be in the pension scheme unless the workbook says that none of its pay"
        " is pensionable."
    ),
    (
        "National Insurance goes by the yearly threshold; payroll works by month, which can differ"
        " by pence. The Employment Allowance is left out."
    ),
    "The levy is what the pay adds to it, for an employer whose pay bill is above the allowance.",
    (
        "The parts of the pension contribution are those of NHS trusts and integrated care boards;"
        " other employers are asked for more."
    ),
    "Premia are worked out on the salary before the award. They are not consolidated.",
)
"""What is taken for granted besides the figures, in words."""


def assumptions(of: Costing, page: Page, notes: Notes) -> None:
    """Lay the sheet out. Its named cells are what the formulas of other sheets refer to."""
    page.say(
        "Change a cream cell, and every sheet of this workbook follows. What is changed is no"
        " longer what the documents say."
    )
    page.space()
    page.table(_COLUMNS, [_row(each, notes) for each in _figures(of)], caption="Figures")
    page.say("What is taken besides", "strong")
    for each in TAKEN:
        page.say(each)


class _Figure:
    def __init__(
        self,
        name: str,
        what: str,
        value: Value,
        kind: Kind,
        rule: str = "",
        published: tuple[Parameters, str] | None = None,
        formula: str = "",
        know: str = "",
    ) -> None:
        self.name, self.what, self.formula, self.know = name, what, formula, know
        self.value, self.kind, self.rule, self.published = value, kind, rule, published


def _row(each: _Figure, notes: Notes) -> dict[str, Value | Cell]:
    look = "" if each.formula else "changeable"
    row: dict[str, Value | Cell] = {
        "what": each.what,
        "value": Cell(each.value, each.kind, each.formula, look, each.name),
        "know": each.know,
    }
    if each.rule:
        row["note"] = Cell(None, note=notes.on(each.rule))
    if each.published:
        view, name = each.published
        found = view.publication(name)
        row["source"] = f"{view.source_of(found).title}: {found.locator}"
        row["dates"] = f"{day(found.effective_from)}; {found.published_words}"
        marks = (*MADE_UP * found.illustrative, *COPIED * found.transcribed)
        row["certainty"] = Cell(found.certainty, marks=marks)
        row["know"] = " ".join(filter(None, (each.know, found.note)))
    return row


def _figures(of: Costing) -> Iterator[_Figure]:
    yield _Figure("year_first", f"First day of the pay year {of.year.name}", of.year.first, "date")
    yield _Figure("year_last", "Last day of it", of.year.last, "date")
    yield _Figure(
        "days_in_year", "Days in it", of.year.days, "people", formula="year_last-year_first+1"
    )
    on = of.p.effective
    yield _Figure("report_day", "The day that lists and medians are for", on, "date")
    yield _Figure(
        "award_rate",
        f"Award for {of.p.annual_award.pay_year}, consolidated",
        of.p.annual_award.rate,
        "rate",
        "award",
        (of.p, AWARD),
        know=of.p.annual_award.further,
    )
    yield from _employer(of)
    yield from _afc(of)
    if of.limit is not None:
        what, limit = "Limit for central approval", (of.p, LIMIT)
        yield _Figure(LIMIT_CELL, what, of.limit.amount, "money", "approver", limit)
    if of.premium_rate is not None:
        yield _Figure(
            "premium_full_rate",
            "Ordinary premium in full",
            of.premium_rate,
            "rate",
            "premium",
            (of.p, "premia"),
            know="No source says whether it is pensionable: both are shown.",
        )
    if of.estimate:
        said = "supplied for this costing; the Department's spreadsheet was not read."
        by, rule = of.estimate.multipliers, "estimated_paybill"
        yield _Figure(
            "earnings_multiplier", "Earnings as a multiple of basic pay", by.earnings, "number",
            rule, know=f"Multiplier {said}",
        )  # fmt: skip
        yield _Figure(
            "paybill_multiplier", "Paybill as a multiple of earnings", by.paybill, "number",
            rule, know=f"Multiplier {said}",
        )  # fmt: skip
        yield _Figure(
            "significant_figures", "Significant figures of an estimate",
            of.estimate.figures, "people", rule, (of.p, ESTIMATE),
        )  # fmt: skip


def _employer(of: Costing) -> Iterator[_Figure]:
    pension, insured = of.p.employer_pension, of.costs.employer_national_insurance
    scheme = (of.p, "employer-pension")
    rows: tuple[tuple[str, str, Decimal, str], ...] = (
        ("pension_rate", "Employer pension contribution", pension.rate, ""),
        ("pension_administration", "Scheme administration charge", pension.administration, ""),
        (
            "employer_pension_rate",
            "Employer pension, whole",
            pension.total,
            "pension_rate+pension_administration",
        ),
        ("pension_paid_by_employer", "of which paid by the employer", pension.paid_by_employer, ""),
        (
            "pension_paid_centrally",
            "of which paid centrally",
            pension.paid_centrally,
            "employer_pension_rate-pension_paid_by_employer",
        ),
    )
    for name, what, value, formula in rows:
        yield _Figure(name, what, value, "rate", "employer_pension", scheme, formula)
    tax = (of.costs, "employer-national-insurance")
    rule = "employer_national_insurance"
    yield _Figure("ni_rate", "Employer National Insurance", insured.rate, "rate", rule, tax)
    yield _Figure(
        "ni_threshold", "Secondary threshold, a year", insured.secondary_threshold, "money", rule,
        tax,
    )  # fmt: skip
    levy, paid = of.costs.apprenticeship_levy.rate, (of.costs, "apprenticeship-levy")
    yield _Figure("levy_rate", "Apprenticeship levy", levy, "rate", "apprenticeship_levy", paid)


def _afc(of: Costing) -> Iterator[_Figure]:
    if of.overlap is None:
        return
    now = of.overlap.tops
    scale = (of.p, SCALES)
    # Where no scale of the next pay year is known, its tops are this year's, by the same source.
    other = Parameters(of.year.next_first, of.p.known, of.p.store) if of.overlap.next_tops else of.p
    following = (other, SCALES)
    after = of.overlap.next_tops or now
    for band, top, next_top in zip(of.overlap.bands, now, after, strict=True):
        what = f"Top of Agenda for Change band {band}, scale of {of.overlap.scale}"
        yield _Figure(f"afc_{band}_top", what, top, "money", "afc_overlap", scale)
        yield _Figure(
            f"afc_{band}_next",
            f"Top of band {band}, next pay year",
            next_top,
            "money",
            "afc_overlap",
            following,
            know=f"By {of.overlap.next_scale}.",
        )
