"""A costing as a workbook of live formulas, for finance to trace and to alter."""

from __future__ import annotations

from typing import BinaryIO

from xl_vsm.committee.costing.model import Costing
from xl_vsm.committee.costing.numbered import numbered
from xl_vsm.committee.costing.papers import as_paper
from xl_vsm.committee.costing.sheets.assumptions import assumptions
from xl_vsm.committee.costing.sheets.department import department
from xl_vsm.committee.costing.sheets.pictures import beside_afc, pay_and_range
from xl_vsm.committee.costing.sheets.posts import award, paybill, posts
from xl_vsm.committee.costing.sheets.premia import for_all, premia
from xl_vsm.committee.costing.sheets.scenarios import asked, lines
from xl_vsm.committee.costing.sheets.side_by_side import SideBySide
from xl_vsm.committee.costing.sheets.summary import summary
from xl_vsm.committee.writing.live import Book, Col, Page
from xl_vsm.committee.writing.live.book import opened


def write_workbook(of: Costing, out: BinaryIO) -> None:
    """Write a costing as a workbook. The same costing gives the same bytes.

    Every figure that follows from another is a formula, with what Python worked out as the value
    that is shown until the workbook is calculated again.

    Args:
        of: the costing.
        out: where the workbook goes.
    """
    paper = as_paper(of)
    Book(paper, _pages(of, [opened(paper, name) for name in _names(of)])).write(out)


def _names(of: Costing) -> list[str]:
    names = ["Summary", "Assumptions", "Posts", "Paybill", "Award", "Premia", "Scenarios"]
    names += ["Scenario costs", "Scenario pay", "Pay and range", "Agenda for Change"]
    return [*names, *(["Department method"] if of.estimate else []), "Left out"]


def _pages(of: Costing, made: list[Page]) -> list[Page]:
    notes = numbered(of)
    by_name = {page.name: page for page in made}
    assumptions(of, by_name["Assumptions"], notes)
    stated = posts(of, by_name["Posts"], notes)
    base = paybill(of, by_name["Paybill"], notes, stated)
    awards = award(of, by_name["Award"], notes, stated, base[0])
    paid = premia(of, by_name["Premia"], notes, stated, base[0])
    every = None
    if any(each.asked.premium_take_up is not None for each in of.scenarios):
        every = for_all(of, by_name["Premia"], notes, stated, base[0])
    at = asked(of, by_name["Scenarios"])
    pages = (by_name["Scenario costs"], by_name["Scenario pay"])
    each = lines(of, pages, notes, stated, base[0], at)
    SideBySide(of, each, paid, every, at).lay_out(by_name["Scenarios"])
    pay_and_range(of, by_name["Pay and range"], notes, stated)
    beside_afc(of, by_name["Agenda for Change"], notes, stated)
    if of.estimate:
        page = by_name["Department method"]
        department(of, of.estimate, page, notes, stated, base[0], awards[0])
    _left_out(of, by_name["Left out"])
    summary(of, by_name["Summary"], notes, base, awards, paid)
    return made


def _left_out(of: Costing, page: Page) -> None:
    page.table(
        (Col("key", "Row", wide=14), Col("title", "Post", wide=40), Col("why", "Why", wide=90)),
        [{"key": each.key, "title": each.title, "why": each.why} for each in of.left_out],
        caption="Rows of the workbook that are not costed, each with the reason",
    )
    if not of.left_out:
        page.say("There are none.")
