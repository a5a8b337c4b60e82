"""One sheet's cells: value, formula, number format and whether it is hidden, from one pass."""

from __future__ import annotations

from typing import IO, Any, Final
from xml.parsers import expat

from xl_vsm.sheets.addresses import ADDRESS, LAST_COLUMN, a1, number, range_of
from xl_vsm.sheets.cells import Grid, Merge, in_order
from xl_vsm.sheets.formulas import moved
from xl_vsm.sheets.one_pass.package import LINK_ID, MAIN, Unusual
from xl_vsm.sheets.one_pass.styles import Style
from xl_vsm.sheets.one_pass.value import INLINE_KIND, Kept, Place, cell_of

SPLIT: Final = "}"
_MAIN: Final = MAIN.removeprefix("{")
ROW, CELL, VALUE, FORMULA, INLINE, TEXT, READING, COLUMN, MERGE, FILTER, TABLE = (
    _MAIN + tag
    for tag in (
        *("row", "c", "v", "f", "is", "t", "rPh"),
        *("col", "mergeCell", "autoFilter", "tablePart"),
    )
)


def truth(said: str | None) -> bool:
    """Return what an attribute says that is true or false."""
    return said is not None and said not in ("0", "false", "f", "")


class Sheet:
    """Takes a sheet's part apart.

    Attributes:
        tables: the links to what Excel keeps as tables here.
    """

    def __init__(
        self,
        name: str,
        texts: list[str],
        looks: tuple[Style, ...],
        *,
        hidden: bool,
        date1904: bool,
    ) -> None:
        """Take the sheet's name and what its cells refer to."""
        self.tables: list[str] = []
        self._grid = Grid(name=name, hidden=hidden)
        self._looks, self._kept = looks, Kept(texts, date1904=date1904)
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._shared: dict[str, tuple[str, str]] = {}
        self._columns: dict[str, int] = {}
        self._depth = self._row = self._column = 0
        self._row_hidden = hidden
        self._at: dict[str, str] = {}
        self._said: dict[str, list[str]] = {}
        self._formula: dict[str, str] | None = None
        self._pronounced = False
        self._parser = expat.ParserCreate(namespace_separator=SPLIT)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def read(self, stream: IO[bytes]) -> Grid:
        """Return the sheet's cells that hold something.

        Raises:
            Exception: it is damaged, or something in it is out of the ordinary.
        """
        self._parser.ParseFile(stream)
        grid = self._grid
        grid.merges = in_order(self._merges)
        grid.hidden_rows = frozenset(self._hidden_rows)
        grid.hidden_columns = frozenset(self._hidden_columns)
        for merge in self._merges:
            _uncover(grid, merge)
        return grid

    def _start(self, tag: str, at: dict[str, str]) -> None:
        self._depth += 1
        if tag == CELL:
            self._at, self._said, self._formula = at, {}, None
        elif tag in (VALUE, FORMULA) or (tag == TEXT and not self._pronounced):
            if tag == FORMULA:
                self._formula = at
            self._parser.CharacterDataHandler = self._said.setdefault(tag, []).append
        elif tag == ROW:
            self._begin_row(at)
        elif tag == INLINE:
            self._said[TEXT] = []
        elif tag == READING:
            self._pronounced = True
        elif tag in _ABOUT:
            _ABOUT[tag](self, at)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if tag == CELL:
            self._finish_cell()
        elif tag == READING:
            self._pronounced = False
        else:
            self._parser.CharacterDataHandler = None

    def _begin_row(self, at: dict[str, str]) -> None:
        said = at.get("r")
        self._row = int(said) if said else self._row + 1
        self._column = 0
        hidden = truth(at.get("hidden"))
        if hidden:
            self._hidden_rows.add(self._row)
        self._row_hidden = hidden or self._grid.hidden

    def _place(self) -> tuple[int, int]:
        said = self._at.get("r")
        if not said:
            self._column += 1
            return self._row, self._column
        found = ADDRESS.fullmatch(said)
        if found is None or "$" in said or int(found[2]) != self._row:
            raise Unusual(f"a cell at {said}")
        column = self._columns.get(found[1])
        if column is None:
            column = self._columns[found[1]] = number(found[1])
        self._column = column
        return self._row, column

    def _finish_cell(self) -> None:
        row, column = self._place()
        formula, area = self._formula_at(row, column)
        hidden = self._row_hidden or column in self._hidden_columns
        kind = self._at.get("t", "n")
        texts = self._said.get(TEXT if kind == INLINE_KIND else VALUE)
        cell = cell_of(
            Place(row, column, formula, area, hidden),
            kind,
            None if texts is None else "".join(texts),
            self._looks[int(self._at.get("s", 0))],
            self._kept,
        )
        if cell is not None:
            self._grid.cells.setdefault(row, {})[column] = cell

    def _formula_at(self, row: int, column: int) -> tuple[str | None, str]:
        """Return the text of the cell's formula, and the area that it fills if it fills one."""
        at = self._formula
        if at is None:
            return None, ""
        text = "=" + "".join(self._said.get(FORMULA, ()))
        kind = at.get("t")
        if kind == "array":
            return text, at.get("ref", "")
        if kind == "shared":
            here, shared = a1(row, column), at.get("si", "")
            if shared in self._shared:
                return moved(*self._shared[shared], here), ""
            if text != "=":
                self._shared[shared] = text, here
        elif kind == "dataTable":
            raise Unusual("a data table")
        return text, ""

    def _about_column(self, at: dict[str, str]) -> None:
        if truth(at.get("hidden")):
            first, last = int(at["min"]), int(at["max"])
            self._hidden_columns.update(range(max(first, 1), min(last, LAST_COLUMN) + 1))

    def _about_merge(self, at: dict[str, str]) -> None:
        found = range_of(at["ref"])
        if found is None:
            raise Unusual(f"a merged area {at['ref']}")
        self._merges.append(Merge(*found))

    def _about_filter(self, at: dict[str, str]) -> None:
        found = range_of(at.get("ref", ""))
        if found and self._depth == 2:  # deeper it is that of somebody's own view
            self._grid.filtered = Merge(*found)

    def _about_table(self, at: dict[str, str]) -> None:
        self.tables.append(at[LINK_ID.removeprefix("{")])


_ABOUT: Final[dict[str, Any]] = {
    COLUMN: Sheet._about_column,
    MERGE: Sheet._about_merge,
    FILTER: Sheet._about_filter,
    TABLE: Sheet._about_table,
}


def _uncover(grid: Grid, merge: Merge) -> None:
    """Leave out what a merged area covers: only its first cell is seen."""
    rows = range(merge.top, merge.bottom + 1)
    for row in [each for each in min(rows, grid.cells, key=len) if each in rows]:
        if row not in grid.cells:
            continue
        cells = grid.cells[row]
        for column in [each for each in cells if merge.left <= each <= merge.right]:
            if (row, column) != (merge.top, merge.left):
                del cells[column]
        if not cells:
            del grid.cells[row]
