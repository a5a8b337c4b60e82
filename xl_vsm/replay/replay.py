"""Every cell that one of our functions fills, answered again from what the workbook has stored.

No spreadsheet program is needed: the functions are Python, and what they refer to is in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from xl_vsm.excel import CellError
from xl_vsm.parameters import Parameters
from xl_vsm.replay.agreement import agrees, element
from xl_vsm.replay.alternatives import Answering
from xl_vsm.replay.copies import answered_together, are_plain
from xl_vsm.replay.likely import may_call_ours
from xl_vsm.replay.names import our_function
from xl_vsm.replay.parse import parse
from xl_vsm.replay.references import Area, read_reference
from xl_vsm.replay.scalars import Scalar
from xl_vsm.replay.stored import MOST, Place, Stored, Value
from xl_vsm.replay.tree import Node, NotWorkedOut, calls_ours, function_names
from xl_vsm.replay.work import Here, Work
from xl_vsm.sheets.cells import Book, Cell, Grid
from xl_vsm.sheets.formulas import relative, tokens

NEVER_CALCULATED = "no spreadsheet program has calculated the formula yet"


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that does not show what its formula gives.

    Attributes:
        sheet: its sheet.
        cell: what is stored.
        functions: the names of our functions in the formula.
        expected: what the formula gives.
        once: in words, by which other figures it gives what is stored; empty if by none.
        p: the figures that the answer rests on.
    """

    sheet: str
    cell: Cell
    functions: tuple[str, ...]
    expected: Scalar
    once: str
    p: Parameters


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A formula that calls one of our functions and could not be answered again."""

    sheet: str
    cell: Cell
    reason: str


@dataclass(slots=True)
class Replay:
    """What came of answering a workbook's cells again.

    Attributes:
        differences: the cells that do not show what their formulas give.
        unanswered: the formulas that could not be answered again.
        answers: what each cell of ours should hold.
    """

    differences: list[Difference] = field(default_factory=list)
    unanswered: list[Unanswered] = field(default_factory=list)
    answers: dict[Place, Scalar] = field(default_factory=dict)


def replay(book: Book, p: Parameters) -> Replay:
    """Answer every cell of a workbook that one of our functions fills.

    Args:
        book: the cells as they are stored.
        p: the figures of the run: where they are kept, and what had been published by which day.
    """
    return _Replaying(book, p).all()


@dataclass(frozen=True, slots=True)
class _Form:
    """A formula, and what its copies in other cells have in common."""

    tree: Node
    functions: tuple[str, ...]
    answering: Answering


@dataclass(frozen=True, slots=True)
class _Copies:
    """The cells of one sheet that hold copies of one formula."""

    grid: Grid
    form: _Form
    cells: list[Cell] = field(default_factory=list)


class _Replaying:
    def __init__(self, book: Book, p: Parameters) -> None:
        self._book = book
        self._p = p
        self._stored = Stored(book)
        self._work = Work(self._stored, date1904=book.date1904)
        self._forms: dict[tuple[str, bool], _Form | NotWorkedOut | None] = {}
        self._copies: dict[tuple[str, tuple[str, bool]], _Copies] = {}
        self._found = Replay()
        self._wrong: list[tuple[Difference, _Form, Here, Area]] = []

    def all(self) -> Replay:
        for grid in self._book.sheets:
            for row in grid.rows():
                for cell in grid.row(row).values():
                    if cell.formula and may_call_ours(cell.formula):
                        self._sort(grid, cell)
        for copies in self._copies.values():
            self._together(copies)
        self._found.differences = list(self._not_explained_by_others())
        return self._found

    def _sort(self, grid: Grid, cell: Cell) -> None:
        """Put a formula of ours to its copies, or say why it is not answered again."""
        assert cell.formula is not None
        key = (relative(cell.formula, cell.row, cell.column), bool(cell.area))
        if key not in self._forms:
            self._forms[key] = self._read(cell.formula, cell)
        form = self._forms[key]
        if isinstance(form, NotWorkedOut):
            self._unanswered(grid, cell, str(form))
        elif form is not None and not cell.calculated:
            self._unanswered(grid, cell, NEVER_CALCULATED)
        elif form is not None:
            self._copies.setdefault((grid.name, key), _Copies(grid, form)).cells.append(cell)

    def _together(self, copies: _Copies) -> None:
        """Answer the copies of a formula at once, and those that differ once more by themselves."""
        grid, form, cells = copies.grid, copies.form, copies.cells
        answers: list[Scalar] | None = None
        if are_plain(form.tree) and not cells[0].area:
            places = [Here(grid.name, cell.row, cell.column, fills=False) for cell in cells]
            with suppress(NotWorkedOut):
                answers = form.answering.now(
                    lambda: answered_together(self._work, form.tree, places)
                )
        for number, cell in enumerate(cells):
            if answers is not None and agrees(cell, answers[number]):
                place = (grid.name.casefold(), cell.row, cell.column)
                self._found.answers[place] = answers[number]
                continue
            try:
                self._compare(grid, cell, form)
            except NotWorkedOut as reason:
                self._unanswered(grid, cell, str(reason))

    def _unanswered(self, grid: Grid, cell: Cell, reason: str) -> None:
        self._found.unanswered.append(Unanswered(grid.name, cell, reason))

    def _read(self, formula: str, cell: Cell) -> _Form | NotWorkedOut | None:
        try:
            tree = parse(formula, cell.row, cell.column)
        except NotWorkedOut as reason:
            return reason if _names_ours(formula) else None
        if not calls_ours(tree):
            return None
        return _Form(tree, tuple(dict.fromkeys(function_names(tree))), Answering(self._p))

    def _compare(self, grid: Grid, cell: Cell, form: _Form) -> None:
        here = Here(grid.name, cell.row, cell.column, fills=bool(cell.area))
        area = _filled(grid, cell)
        if area.size > MOST:
            raise NotWorkedOut(f"it fills more than {MOST:,} cells")
        answer = form.answering.now(lambda: self._work.out(form.tree, here))
        wrong = list(_different(grid, area, answer))
        if wrong and form.answering.took_today:
            others = form.answering.on_the_workbooks_day(lambda: self._work.out(form.tree, here))
            if next(_different(grid, area, others), None) is None:
                answer, wrong = others, []
            else:
                raise NotWorkedOut(
                    "the formula names no day, so that it answers for the day on which it was"
                    " last calculated, which the workbook does not say: give it the day"
                )
        for row, column in _places(area):
            place = (grid.name.casefold(), row, column)
            self._found.answers[place] = element(answer, row - area.top, column - area.left)
        for row, column, expected in wrong:
            found = grid.at(row, column)

            def by_others(row: int = row, column: int = column, found: Cell = found) -> bool:
                again = self._work.out(form.tree, here)
                other = element(again, row - area.top, column - area.left)
                return not isinstance(other, CellError) and agrees(found, other)

            once = form.answering.once(by_others)
            difference = Difference(
                grid.name, found, form.functions, expected, once, form.answering.figures
            )
            self._wrong.append((difference, form, here, area))

    def _not_explained_by_others(self) -> Iterator[Difference]:
        """Leave out what is right by what another wrong cell should hold."""
        self._stored.instead = {
            (each.sheet.casefold(), each.cell.row, each.cell.column): each.expected
            for each, *_ in self._wrong
        }
        for each, form, here, area in self._wrong:
            try:
                again = form.answering.now(lambda: self._work.out(form.tree, here))  # noqa: B023
            except NotWorkedOut:
                yield each
                continue
            cell = each.cell
            expected = element(again, cell.row - area.top, cell.column - area.left)
            self._found.answers[(each.sheet.casefold(), cell.row, cell.column)] = expected
            if not agrees(cell, expected):
                yield each
        self._stored.instead = {}


def _different(grid: Grid, area: Area, answer: Value) -> Iterator[tuple[int, int, Scalar]]:
    for row, column in _places(area):
        expected = element(answer, row - area.top, column - area.left)
        if not agrees(grid.at(row, column), expected):
            yield row, column, expected


def _filled(grid: Grid, cell: Cell) -> Area:
    """Return the cells that a formula fills: its own, or those of an array formula."""
    found = read_reference(cell.area, 1, 1) if cell.area else None
    if found is None:
        return Area(grid.name, cell.row, cell.column, cell.row, cell.column)
    return found.area(grid.name, 1, 1)


def _places(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column


def _names_ours(formula: str) -> bool:
    try:
        pieces = tokens(formula)
    except ValueError:
        return True
    return any(each.part == "OPEN" and our_function(each.text[:-1]) for each in pieces)
