"""Arrears as a workbook of live formulas, which shows by formula that it adds up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import BinaryIO, Final

from xl_vsm.committee.answer import Marks
from xl_vsm.committee.arrears.checks import checks, reconciled
from xl_vsm.committee.arrears.marked import marked
from xl_vsm.committee.arrears.model import Amounts, ArrearsResult, tiers_of
from xl_vsm.committee.arrears.months import months
from xl_vsm.committee.arrears.papers import as_paper, numbered, opening, transcribed, used
from xl_vsm.committee.paper import Notes, Value
from xl_vsm.committee.writing.live import Book, Cell, Col, Page, Placed
from xl_vsm.committee.writing.live.book import opened
from xl_vsm.rules import award, contribution, contribution_tier

NAMES: Final = ("Summary", "By post", "By month", "Months", "Posts", "Tables", "Checks", "Left out")
KEYS: Final = ("pay_then", "pay_now", "pay", "taken", "due", "pension")


def write_workbook(of: ArrearsResult, out: BinaryIO) -> None:
    """Write arrears as a workbook. The same arrears give the same bytes.

    Args:
        of: the arrears.
        out: where the workbook goes.
    """
    paper = as_paper(of)
    pages = {name: opened(paper, name) for name in NAMES}
    notes = numbered(of)
    tables = _tables(of, pages["Tables"], notes)
    posts = _posts(of, pages["Posts"], notes)
    lines = months(of, pages["Months"], notes, posts, tables)
    by_post = _by_post(of, pages["By post"], notes, lines)
    by_month = _by_month(of, pages["By month"], notes, lines)
    tiers = reconciled(of, pages["Checks"], lines, tables)
    zeros = checks(of, pages["Checks"], lines, (by_post, by_month), tiers, tables)
    _summary(of, pages["Summary"], notes, lines, zeros)
    _left_out(of, pages["Left out"])
    Book(paper, tuple(pages.values())).write(out)


def amount_columns(of: ArrearsResult, notes: Notes) -> tuple[Col, ...]:
    """Return the columns of what was paid and taken, and what is due."""
    rule, marks = notes.on(contribution.name), marked(of)
    columns = (
        Col("pay_then", "Gross pay then", "money", 15, total=True),
        Col("pay_now", "Gross pay now", "money", 15, total=True),
        Col("pay", "Gross pay owed", "money", 15, "{pay_now}-{pay_then}", total=True),
        Col("taken", "Contribution taken", "money", 15, total=True, note=rule),
        Col("due", "Contribution due", "money", 15, total=True, note=rule),
        Col("pension", "Contribution owed", "money", 15, "{due}-{taken}", total=True),
    )
    return tuple(replace(each, marks=marks[each.key]) for each in columns)


def amount_values(of: Amounts) -> dict[str, Value | Cell]:
    """Return the values of those columns."""
    return {key: getattr(of, key) for key in KEYS}


def _sums(
    of: Amounts, lines: Placed, by: str, at: str, marks: Mapping[str, Marks]
) -> dict[str, Value | Cell]:
    """Return the values, each with the formula that adds the months up."""
    row = amount_values(of)
    for key in ("pay_then", "pay_now", "taken", "due"):
        formula = f"SUMIFS({lines.all(key)},{lines.all(by)},{at})"
        row[key] = Cell(getattr(of, key), "money", formula, marks=marks[key])
    return row


def _tables(of: ArrearsResult, page: Page, notes: Notes) -> dict[str, Placed]:
    note = notes.on(contribution_tier.name)
    page.say("Change a cream cell, and every sheet of this workbook follows.")
    columns = (
        Col("tier", "Tier", "people", 8),
        Col("from", "Annual pay from", "money", 16, changeable=True, note=note),
        Col("rate", "Rate", "rate", 10, changeable=True, note=note),
    )
    if of.with_award:
        known = of.p.annual_award
        cell = Cell(known.rate, "rate", look="changeable", name="award_rate")
        marks = marked(of)["award"]
        of_award = Col("rate", "Rate", "rate", 16, note=notes.on(award.name), marks=marks)
        page.table(
            (Col("year", "Award for", wide=12), of_award),
            [{"year": known.pay_year, "rate": cell}],
            caption="The award, a fraction of base salary",
        )
    return {
        each.key: page.table(
            columns,
            [
                {"tier": n, "from": tier.from_, "rate": tier.rate}
                for n, tier in enumerate(tiers_of(each).tiers, 1)
            ],
            caption=used(of, each),
        )
        for each in of.tables
    }


def _posts(of: ArrearsResult, page: Page, notes: Notes) -> Placed:
    formula = "IF({awarded}=1,ROUND({salary}*award_rate,2),0)" if of.with_award else ""
    note = notes.on(award.name) if of.with_award else None
    columns = (
        Col("number", "No.", "people", 6),
        Col("key", "Reference", wide=11),
        Col("title", "Post", wide=36),
        Col("salary", "Full-time salary before the award", "money", 16, changeable=True),
        Col("fte", "Share of full time", "number", 10, changeable=True),
        Col("scheme", "In the pension scheme: 1 or 0", "people", 12, changeable=True),
        Col("awarded", "Award backdated: 1 or 0", "people", 12, changeable=of.with_award),
        Col(
            "award", "Award, full time", "money", 15, formula, note=note,
            marks=marked(of)["award"],
        ),
        Col("why", "Why", wide=70),
    )  # fmt: skip
    rows: list[dict[str, Value | Cell]] = [
        {
            "number": Cell(each.number, "people", look="place"),
            "key": each.key,
            "title": each.title,
            "salary": each.salary,
            "fte": each.fte,
            "scheme": int(each.in_scheme),
            "awarded": int(each.award > 0),
            "award": each.award,
            "why": f"{each.why[:1].upper()}{each.why[1:]}.",
        }
        for each in of.posts
    ]
    return page.table(columns, rows, caption="What the workbook states of each post")


def _by_post(of: ArrearsResult, page: Page, notes: Notes, lines: Placed) -> Placed:
    rows: list[dict[str, Value | Cell]] = []
    columns = (
        Col("number", "No.", "people", 7),
        Col("key", "Reference", wide=11),
        Col("title", "Post", wide=36),
        *amount_columns(of, notes),
    )
    for each in of.posts:
        row = _sums(of.of_post(each), lines, "number", str(each.number), marked(of))
        number = Cell(each.number, "people", look="place")
        rows.append(row | {"number": number, "key": each.key, "title": each.title})
    return page.table(columns, rows, caption="Arrears by post", total="Total")


def _by_month(of: ArrearsResult, page: Page, notes: Notes, lines: Placed) -> Placed:
    rows: list[dict[str, Value | Cell]] = []
    for each in of.months:
        at = f"DATE({each.month.year},{each.month.month},1)"
        row = _sums(of.of_month(each.month), lines, "month", at, marked(of))
        rows.append(row | {"month": f"{each.month:%B %Y}"})
    columns = (Col("month", "Month", wide=24), *amount_columns(of, notes))
    return page.table(columns, rows, caption="Arrears by month", total="Total")


def _summary(of: ArrearsResult, page: Page, notes: Notes, lines: Placed, zeros: Placed) -> None:
    for banner in transcribed(of):
        page.say(banner, "banner")
    for words in opening(of):
        page.say(words)
    page.space()
    row: dict[str, Value | Cell] = {"what": "All posts and months"}
    for key in KEYS:
        value, marks = getattr(of.total, key), marked(of)[key]
        row[key] = Cell(value, "money", lines.total(key), "total", marks=marks)
    columns = tuple(
        Col(c.key, c.heading, c.kind, 16, note=c.note, marks=c.marks)
        for c in amount_columns(of, notes)
    )
    page.table((Col("what", "What", wide=44), *columns), [row], caption="What is owed")
    passed = f'IF(SUMPRODUCT(ABS({zeros.all("zero")}))=0,"yes","NO: see Checks")'
    page.table(
        (Col("what", "Check", wide=44), Col("so", "So", wide=16)),
        [{"what": "Every sum agrees to the penny", "so": Cell("yes", formula=passed)}],
        caption="Whether it adds up",
    )
    page.one_page = True


def _left_out(of: ArrearsResult, page: Page) -> None:
    page.table(
        (Col("key", "Row", wide=14), Col("title", "Post", wide=40), Col("why", "Why", wide=90)),
        [{"key": each.key, "title": each.title, "why": each.why} for each in of.left_out],
        caption="Rows of the workbook that are not in it, each with the reason",
    )
    if not of.left_out:
        page.say("There are none.")
