"""The scenarios side by side: what each costs, and who stands where by it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from xl_vsm.committee.answer import PENDING, Marks, joined
from xl_vsm.committee.costing.marked import Marked, scenario_award
from xl_vsm.committee.costing.model import Costing, Group, ScenarioResult
from xl_vsm.committee.costing.of_whom import of_whom
from xl_vsm.committee.costing.sheets.pictures import MADE_UP
from xl_vsm.committee.costing.sheets.scenarios import NOT_PAID, Lines
from xl_vsm.committee.paper import Value
from xl_vsm.committee.writing.live import Cell, Col, Page, Placed, Row, letter
from xl_vsm.rules import Position

_COSTS: Final = (
    ("Award", "pay"),
    ("Employer pension", "pension"),
    ("of which paid by the employer", "paid"),
    ("National Insurance", "insurance"),
    ("Apprenticeship levy", "levy"),
    ("Cost of the award to be paid", "total"),
    ("The same less what is paid centrally", "own"),
)


class SideBySide:
    """The sheet where each scenario is a column.

    Args:
        of: the costing.
        lines: each post in each scenario.
        stated: the premia stated, in the pay year; none where there are none.
        every: the ordinary premium in full for every post; none where none is asked.
        asked: how formulas refer to what each scenario asks.
    """

    def __init__(
        self,
        of: Costing,
        lines: Lines,
        stated: Placed | None,
        every: Placed | None,
        asked: dict[str, str],
    ) -> None:
        """Take what it is worked out from."""
        self.of, self.lines, self.marked = of, lines, Marked.of(of)
        self.stated, self.every, self.asked = stated, every, asked

    def lay_out(self, page: Page) -> None:
        """Lay out the costs, the counts, and each post's position."""
        page.say(NOT_PAID)
        wide = [
            Col(f"s{n}", each.asked.name, "money", 18) for n, each in enumerate(self.of.scenarios)
        ]
        year = self.of.year.name
        made_up = f" ({MADE_UP})" if self.of.illustrative else ""
        # Below the caption and the headings.
        total = page.next + 2 + [key for _, key in _COSTS].index("total")
        rows = [*self._costs(), self._more(total)]
        page.table((Col("what", f"In the pay year {year}", wide=46), *wide), rows, caption="Cost")
        page.say(of_whom(self.of))
        heads = (Col("what", "Posts", wide=46), *wide)
        page.table(heads, self._counts(), caption=f"How many posts stand where{made_up}")
        who = (Col("what", "Post", wide=46), *wide)
        page.table(who, self._who(), caption=f"Where each post stands in its range{made_up}")

    def _sum(self, n: int, key: str, group: Group) -> str:
        at = self.lines.costs
        return (
            f'SUMIFS({at.all(key)},{at.all("scenario")},{n + 1},{at.all("group")},"{group.value}")'
        )

    def _row(self, what: str, cells: list[Value | Cell]) -> Row:
        return {"what": what} | {f"s{n}": cell for n, cell in enumerate(cells)}

    def _costs(self) -> list[Row]:
        rows = []
        for what, key in _COSTS:
            cells: list[Value | Cell] = []
            for n, each in enumerate(self.of.scenarios):
                formula = self._sum(n, key, Group.PAID)
                marks = self._parts(each)[key]
                cells.append(Cell(_amount(each, key), "money", formula, marks=marks))
            rows.append(self._row(what, cells))
        for group in (Group.WITHHELD, Group.PENDING, Group.UNSAID):
            cells = [
                Cell(
                    each.cost(group).total,
                    "money",
                    self._sum(n, "total", group),
                    marks=self._parts(each, group)["total"],
                )
                for n, each in enumerate(self.of.scenarios)
            ]
            rows.append(self._row(f"Apart, if it were paid: {group}", cells))
        for what, key in (("pensionable", "total"), ("not pensionable", "unpensioned")):
            cells = [self._premia(n, each, key) for n, each in enumerate(self.of.scenarios)]
            rows.append(self._row(f"Apart: premia, if the ordinary ones are {what}", cells))
        return rows

    def _more(self, total: int) -> Row:
        """Return by how much each costs more than what is published, whose total is in a row."""
        published = self.of.scenarios[0]
        row: dict[str, Value | Cell] = {"what": Cell("More than as published", look="total")}
        for n, each in enumerate(self.of.scenarios):
            row[f"s{n}"] = Cell(
                each.cost().total - published.cost().total,
                "money",
                f"{letter(n + 1)}{total}-{letter(1)}{total}",
                "total",
                marks=joined(self._parts(each)["total"], self._parts(published)["total"]),
            )
        return row

    def _parts(self, each: ScenarioResult, group: Group = Group.PAID) -> Mapping[str, Marks]:
        """Return the marks of what the award of a group costs."""
        pends = PENDING if self.marked.pends and group is Group.PENDING else ()
        return self.marked.costs(joined(scenario_award(each, self.marked), pends))

    def _premia(self, n: int, each: ScenarioResult, key: str) -> Cell:
        costs = each.premia if key == "total" else each.premia.without_pension
        marks = self.marked.costs(self.marked.premium)[key]
        if each.asked.premium_take_up is None:
            formula = self.stated.total(key) if self.stated else "0"
            return Cell(costs.total, "money", formula, marks=marks)
        assert self.every is not None, "a share is of what every post would have"
        share = self.asked[f"take_up {n}"]
        parts = ["pay", "insurance", "levy"] + ["pension"] * (key == "total")
        sums = "+".join(f"ROUND({self.every.total(part)}*{share},2)" for part in parts)
        return Cell(costs.total, "money", sums, marks=marks)

    def _where(self, each: ScenarioResult) -> Marks:
        """Return the marks of where salaries lie: those of the ranges, and of the award."""
        return joined(self.marked.range, scenario_award(each, self.marked))

    def _count(self, n: int, key: str, what: str) -> str:
        """Return how the posts held on the day are counted, in one scenario."""
        at = self.lines.pay
        held = f"{at.all('scenario')},{n + 1},{at.all('now')},1"
        return f'COUNTIFS({held},{at.all(key)},"{what}")'

    def _counts(self) -> list[Row]:
        rows = []
        for position in Position:
            cells: list[Value | Cell] = []
            for n, each in enumerate(self.of.scenarios):
                formula = self._count(n, "position", position.value)
                marks = self._where(each)
                cells.append(Cell(len(each.at(position)), "people", formula, marks=marks))
            rows.append(self._row(f"{position.value[:1].upper()}{position.value[1:]}", cells))
        return rows + self._overlaps()

    def _overlaps(self) -> list[Row]:
        rows = []
        if self.of.overlap is None:
            return []
        for when, said in (
            ("top", f"the scale of {self.of.overlap.scale}"),
            ("next", self.of.overlap.next_scale),
        ):
            for place, band in enumerate(self.of.overlap.bands):
                cells: list[Value | Cell] = []
                for n, each in enumerate(self.of.scenarios):
                    formula = self._count(n, f"over {when} {band}", "<0")
                    marks = joined(self.marked.afc, scenario_award(each, self.marked))
                    below = below_top(each, place, when)
                    cells.append(Cell(below, "people", formula, marks=marks))
                rows.append(self._row(f"Below the top of band {band}, by {said}", cells))
        return rows

    def _who(self) -> list[Row]:
        rows = []
        for post in self.of.held:
            place = post.number - 1
            cells: list[Value | Cell] = []
            for n, each in enumerate(self.of.scenarios):
                found = each.lines[place].position
                at = self.lines.pay.cell("position", n * len(self.of.posts) + place)
                marks = self._where(each)
                known = Cell(found.value, "text", at, marks=marks) if found else None
                cells.append(known or "no range: see Posts")
            rows.append(self._row(post.name, cells))
        return rows


def below_top(each: ScenarioResult, band: int, when: str) -> int:
    """Return how many posts held on the day are paid less than the top of a band, by its place."""
    gaps = [(line.above_next or line.above) if when == "next" else line.above for line in each.held]
    return sum(gap[band] < 0 for gap in gaps)


def _amount(each: ScenarioResult, key: str) -> Decimal:
    costs = each.cost()
    return {
        "pay": costs.pay,
        "pension": costs.pension,
        "paid": costs.paid_by_employer,
        "insurance": costs.national_insurance,
        "levy": costs.levy,
        "total": costs.total,
        "own": costs.own,
    }[key]
