"""A long sheet made short: rows of one form are taken out of it and kept as columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from xl_vsm.sheets.alike import BETWEEN, Alike
from xl_vsm.sheets.cells import Grid
from xl_vsm.sheets.one_pass.form import ENTITIES, NUMBER, ROW, Form, form_of, unescaped
from xl_vsm.sheets.one_pass.package import Unusual
from xl_vsm.sheets.one_pass.styles import Style

FIRST: Final = 90
"""So many rows are left as they are: titles, headings, and what tells of a column's values."""
EXAMPLES: Final = 2
"""So many rows of each form are left, and the sheet's last one."""
MOST_FORMS: Final = 64
MOST_OF_FORMS: Final = 200_000
"""Bytes of the rows that forms are made from: to make the pattern of many columns takes long."""
MOST_MISSED: Final = 256_000_000
"""Bytes of rows held against forms that are not theirs, until that takes longer than reading."""
TOGETHER: Final = 4_096
"""Rows, until their values are put together: many small ones fill the memory."""
BEGIN, END, CLOSE = b"<sheetData>", b"</sheetData>", b"</row>"
OTHER_SIGNS: Final = re.compile(
    rb"[^<]*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE
)
"""Values are taken out as they stand, so they have to stand there in UTF-8."""
NO_XML: Final = ("]]>", "\ufffe", "\uffff")
"""What no text of XML has as it stands; the usual reader refuses the file."""
EMPTY: Final = re.compile(rb'<row(?: [A-Za-z0-9:]+="[^"<>&]*")*/>')


@dataclass(slots=True)
class Run:
    """The rows of one form.

    Attributes:
        form: the form.
        example: the number of a row that is left in the sheet.
        left: how many are.
        rows: the numbers and values that are not put together yet.
        done: those that are: the numbers, then the values of each column.
    """

    form: Form
    example: int = 0
    left: int = 0
    rows: list[tuple[bytes, ...]] = field(default_factory=list)
    done: list[list[bytes]] = field(default_factory=list)
    count: int = 0

    def take(self, part: bytes, at: int, end: int, last: int) -> tuple[int, int]:
        """Take rows of the form out, as many as follow each other.

        Args:
            part: the sheet's part.
            at: where the first of them begins.
            end: where the rows end; the last of all is left.
            last: the number of the row before.

        Returns:
            Where the next row begins, and the number of the one before it.
        """
        match, rows = self.form.pattern.match, self.rows
        while (found := match(part, at)) and found.end() < end:
            number = int(found[1])
            if number <= last:
                break
            rows.append(found.groups())
            at, last = found.end(), number
            self.count += 1
            if len(rows) == TOGETHER:
                self.together()
        return at, last

    def together(self) -> None:
        """Put the values of the rows together, column by column."""
        if self.rows:
            self.done.append([BETWEEN.encode().join(each) for each in zip(*self.rows, strict=True)])
            self.rows.clear()

    def columns(self) -> list[str] | None:
        """Return the numbers, then each column's values; None where a value cannot be told."""
        self.together()
        found = [BETWEEN.encode().join(each).decode() for each in zip(*self.done, strict=True)]
        read = [unescaped(each) if "&" in each else each for each in found]
        for before, after in zip(found, read, strict=True):
            # Signs by their number can be line breaks, and no other names are known in XML.
            if before.count("&") != _known(before) or after.count(BETWEEN) != self.count - 1:
                return None
            if any(each in before for each in NO_XML):
                return None
        return read


def _known(text: str) -> int:
    return sum(map(text.count, ENTITIES))


@dataclass(frozen=True, slots=True)
class Shortened:
    """A long sheet without the rows that are kept as columns.

    Attributes:
        part: what is left of its part.
        runs: the rows that were taken out.
        last: the number of its last row.
    """

    part: bytes
    runs: tuple[Run, ...]
    last: int

    @property
    def cells(self) -> int:
        """How many cells were taken out."""
        return sum(run.count * run.form.cells for run in self.runs)

    @property
    def columns(self) -> int:
        """The last column of them."""
        return max(run.form.last for run in self.runs)

    def alike(
        self, grid: Grid, texts: Sequence[str], looks: Sequence[Style], *, date1904: bool
    ) -> tuple[Alike, ...]:
        """Return the rows that were taken out.

        Args:
            grid: what was left, as it was read.
            texts: the workbook's texts.
            looks: its styles.
            date1904: whether it counts days from 1904.

        Raises:
            Unusual: they cannot be kept as columns.
        """
        found = []
        for run in self.runs:
            columns = run.columns()
            if columns is None or not {*run.form.columns} <= {*grid.row(run.example)}:
                raise Unusual("rows that are not of one form after all")
            numbers, *values = columns
            found.append(
                Alike(
                    run.example,
                    numbers,
                    run.form.columns,
                    run.form.kinds,
                    tuple(looks[style].number_format for style in run.form.styles),
                    tuple(values),
                    _texts_of(run.form, values, texts),
                    date1904,
                )
            )
        if grid.merges:
            rows = {row for each in found for row in each.rows()}
            covered = (range(merge.top, merge.bottom + 1) for merge in grid.merges)
            if any(not rows.isdisjoint(each) for each in covered):
                raise Unusual("a merged area among them")
        return tuple(found)


def _texts_of(form: Form, values: list[str], texts: Sequence[str]) -> Mapping[str, str]:
    """Return the texts that the values refer to, by their numbers as they are written."""
    used = {
        said
        for kind, column in zip(form.kinds, values, strict=True)
        if kind == "s"
        for said in column.split(BETWEEN)
    }
    return {said: texts[int(said)] for said in used}


def shortened(part: bytes) -> Shortened | None:
    """Return a long sheet without its rows of one form; None where there are none to take out.

    Rows that are out of order, or written as they seldom are, are left to the usual reader.
    """
    begin, end = part.find(BEGIN), part.rfind(END)
    if not 0 <= begin < end or b"<!" in part or part.count(BEGIN) > 1 or OTHER_SIGNS.match(part):
        return None
    at = begin + len(BEGIN)
    kept, runs, last, read = [part[:at]], list[Run](), 0, 0
    formed = missed = 0
    while at < end:
        place, run = next(
            ((n, each) for n, each in enumerate(runs) if each.form.pattern.match(part, at)),
            (len(runs), None),
        )
        close = _close(part, at)
        missed += place * (close - at)
        if not at < close <= end or missed > MOST_MISSED:
            return None
        if run and read >= FIRST and run.left >= EXAMPLES:
            begun = at
            at, last = run.take(part, at, end, last)
            if at > begun:
                continue
        number = _number(part, at)
        if number <= last:
            return None
        kept.append(part[at:close])
        can_be_made = len(runs) < MOST_FORMS and formed + close - at <= MOST_OF_FORMS
        if run is None and can_be_made and (form := form_of(kept[-1])):
            run = Run(form)
            runs.append(run)
            formed += close - at
        if run:
            run.example = run.example or number
            run.left += 1
        at, last, read = close, number, read + 1
    taken = tuple(run for run in runs if run.count)
    return Shortened(b"".join((*kept, part[at:])), taken, last) if taken else None


def _close(part: bytes, at: int) -> int:
    empty = EMPTY.match(part, at)
    return empty.end() if empty else part.find(CLOSE, at) + len(CLOSE)


def _number(part: bytes, at: int) -> int:
    """Return the number of the row that begins here; 0, which no row has, if it says none."""
    begin = ROW.match(part, at) or EMPTY.match(part, at)
    said = NUMBER.search(begin[0]) if begin else None
    return int(said[1]) if said else 0
