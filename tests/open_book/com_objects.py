"""Excel's objects as xlwings' Windows code meets them, over a workbook that is only a model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from tests.hosts.pywin32.objects import ComError, Thing
from tests.open_book.com_pointers import usable
from tests.open_book.com_rules import FormatConditions, Interior
from tests.open_book.com_values import formula, sent
from tests.open_book.model import Held, Open, Page, split

ROWS, COLUMNS = 1_048_576, 16_384


@dataclass
class Application(Thing):
    """Excel itself."""

    StatusBar: Any = False
    Hwnd: int = 1
    Version: str = "16.0"

    def Intersect(self, one: Range, other: Range) -> Areas:
        assert one.sheet.page is other.sheet.page
        return one  # type: ignore[return-value] # `SpecialCells` looked inside the range only


@dataclass
class Workbook(Thing):
    """The open workbook."""

    book: Open
    Application: Application = field(default_factory=Application)
    Date1904: bool = False

    @property
    def Name(self) -> str:
        return self.book.name

    def Activate(self) -> None:
        """Come to the front, where it is already."""

    @property
    def Worksheets(self) -> Worksheets:
        return Worksheets(self)


@dataclass
class Worksheets(Thing):
    """Its sheets."""

    Parent: Workbook

    @property
    def Count(self) -> int:
        return len(self.Parent.book.pages)

    def __iter__(self) -> Iterator[Worksheet]:
        return (Worksheet(self.Parent, page) for page in self.Parent.book.pages)

    def __call__(self, which: int | str) -> Worksheet:
        for number, sheet in enumerate(self, start=1):
            if which in (number, sheet.Name):
                return sheet
        raise ComError(-2147352565, "Subscript out of range")

    def Add(self, Before: Worksheet) -> Worksheet:  # noqa: N803 - COM's own name
        if self.Parent.book.locked:
            raise ComError(-2147352567, "the workbook's structure is protected")
        pages = self.Parent.book.pages
        page = Page(f"Sheet{len(pages) + 1}")
        pages.insert(Before.Index - 1, page)
        return Worksheet(self.Parent, page)


@dataclass
class Worksheet(Thing):
    """A sheet."""

    Parent: Workbook
    page: Page

    @property
    def Index(self) -> int:
        return next(n for n, page in enumerate(self.Parent.book.pages, 1) if page is self.page)

    @property
    def Name(self) -> str:
        return self.page.name

    @Name.setter
    def Name(self, name: str) -> None:
        self.page.name = name

    @property
    def Visible(self) -> int:
        return 0 if self.page.hidden else -1

    @Visible.setter
    def Visible(self, visible: bool) -> None:
        self.page.hidden = not visible

    @property
    def UsedRange(self) -> Range:
        return Range(self, 1, 1, *self.page.used(looks=True))

    @property
    def Cells(self) -> Range:
        return Range(self, 1, 1, ROWS, COLUMNS)

    def Range(self, first: Range | str, last: Range | None = None) -> Range:
        if isinstance(first, str):
            return Range(self, *split(first), *split(first))
        last = last or first
        return Range(self, first.top, first.left, last.bottom, last.right)

    def Move(self, Before: Worksheet) -> None:  # noqa: N803 - COM's own name
        pages = self.Parent.book.pages
        pages.remove(self.page)
        pages.insert(Before.Index - 1, self.page)

    def Activate(self) -> None:
        if self.page.hidden:
            raise ComError(-2147352567, "a hidden sheet cannot be shown")
        self.Parent.book.active = self.Index - 1


@dataclass
class Areas(Thing):
    """What is visible of a range."""

    sheet: Worksheet
    Areas: list[Any]


class Range(Thing):
    """A rectangle of cells."""

    def __init__(self, sheet: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
        self.sheet, self.page = sheet, sheet.page
        self.top, self.left, self.bottom, self.right = top, left, bottom, right
        self.Worksheet, self.Row, self.Column = sheet, top, left
        self.Application = sheet.Parent.Application
        self.Interior = Interior(self._each)
        self.Font = SimpleNamespace()
        self.VerticalAlignment = self.WrapText = None

    def __call__(self, row: int, column: int) -> Range:
        row, column = self.top + row - 1, self.left + column - 1
        return Range(self.sheet, row, column, row, column)

    def _each(self) -> Iterator[Held]:
        return (
            self.page.own(row, column)
            for row in range(self.top, self.bottom + 1)
            for column in range(self.left, self.right + 1)
        )

    def _asked(self, ask: Callable[[Held], Any]) -> Any:
        rows = tuple(
            tuple(ask(self.page.at(r, c)) for c in range(self.left, self.right + 1))
            for r in range(self.top, self.bottom + 1)
        )
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows

    def _typed(self, data: Any) -> None:
        for down, row in enumerate(range(self.top, self.bottom + 1)):
            for across, column in enumerate(range(self.left, self.right + 1)):
                typed = data[down][across] if isinstance(data, list | tuple) else data
                self.page.enter(row, column, typed)

    Value = property(lambda self: self._asked(sent), _typed)
    Formula = property(lambda self: self._asked(formula), _typed)

    @property
    def Rows(self) -> Any:
        return Lines(self, self.page.hidden_rows, self.top, self.bottom)

    @property
    def Columns(self) -> Any:
        return Lines(self, self.page.hidden_columns, self.left, self.right)

    EntireRow = property(lambda self: Entire(Rows=self.Rows))

    @property
    def EntireColumn(self) -> Any:
        return Entire(Columns=self.Columns)

    @property
    def NumberFormat(self) -> str | None:
        found = {self.page.at(r, c).number_format for r, c in self._places()}
        return found.pop() if len(found) == 1 else None

    def _places(self) -> Iterator[tuple[int, int]]:
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column

    def _merge(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        merges = self.page.merges
        return next((m for m in merges if m[0] <= row <= m[2] and m[1] <= column <= m[3]), None)

    @property
    def MergeCells(self) -> bool | None:
        found = {self._merge(*place) is not None for place in self._places()}
        return found.pop() if len(found) == 1 else None

    @property
    def MergeArea(self) -> Range:
        merge = self._merge(self.top, self.left)
        return Range(self.sheet, *merge) if merge else self

    def SpecialCells(self, Type: int) -> Areas:  # noqa: N803 - COM's own name
        assert Type == 12  # the visible ones
        areas = [
            Range(self.sheet, row, column, row, column)
            for row, column in self._places()
            if row not in self.page.hidden_rows and column not in self.page.hidden_columns
        ]
        return Areas(self.sheet, [usable(area) for area in areas])

    @property
    def FormatConditions(self) -> FormatConditions:
        return FormatConditions(self.page)

    def _width(self, width: float) -> None:
        self.page.widths[self.left] = width

    ColumnWidth = property(None, _width)

    def ClearContents(self) -> None:
        self._typed(None)

    def Clear(self) -> None:
        assert (self.bottom, self.right) == (ROWS, COLUMNS)
        self.page.clear()


@dataclass
class Lines(Thing):
    """The rows or the columns of a range."""

    range: Range
    hidden: set[int]
    first: int
    last: int

    @property
    def Count(self) -> int:
        return self.last - self.first + 1

    def Item(self, number: int) -> Any:
        return SimpleNamespace(Hidden=self.first + number - 1 in self.hidden)

    def AutoFit(self) -> None:
        """How high the rows of our own sheet are, which nothing rests on."""


class Entire(Thing):
    """Whole rows or columns of the sheet."""

    def __init__(self, **lines: Lines) -> None:
        vars(self).update(lines)

    def _hide(self, hidden: bool) -> None:
        (lines,) = (each for each in vars(self).values() if isinstance(each, Lines))
        numbers = range(lines.first, lines.last + 1)
        (lines.hidden.update if hidden else lines.hidden.difference_update)(numbers)

    Hidden = property(None, _hide)
