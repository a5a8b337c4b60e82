"""One row of the pay-range table as it was filled in, every cell of it read by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from xl_vsm.loading.cells import Row, Value
from xl_vsm.loading.faults import Fault
from xl_vsm.loading.figures import Bounds, read_figure
from xl_vsm.loading.headings import Column, Table
from xl_vsm.rules.words import OrganisationType, Role, Word
from xl_vsm.sheets.addresses import a1

ORGANISATION, BAND, FROM, ROLE = "organisation", "band", "from", "role"
AMOUNTS: Final = ("minimum", "operational maximum", "exception zone maximum")
HEADINGS: Final = {
    ORGANISATION: ("organisation type", "type of organisation", "organization"),
    BAND: ("pay band", "VSM band", "VSM pay band"),
    FROM: ("band from", "begins at", "band begins at", "turnover or weighted population from"),
    ROLE: ("post", "VSM role"),
    AMOUNTS[0]: ("min", "range minimum", "minimum of range"),
    AMOUNTS[1]: ("operational max", "op max"),
    AMOUNTS[2]: ("exception zone max", "exception zone", "exception maximum"),
}
BANDS: Final = {OrganisationType.TRUST: "ABCDE", OrganisationType.ICB: "ABCD"}
"""Five bands for trusts and four for ICBs, says the briefing (S10, S11)."""
ROLES: Final = (Role.CHIEF_EXECUTIVE, Role.DIRECTOR)
COPY: Final = "Type it as the published document has it"

_SALARY = Bounds(
    "an amount in £ a year, such as 120000 or £120,000", Decimal(20_000), Decimal(1_000_000)
)
_FROM = {
    OrganisationType.TRUST: Bounds(
        "the annual turnover in £ at which the band begins",
        Decimal(1_000_000),
        Decimal(100_000_000_000),
        nought=True,
    ),
    OrganisationType.ICB: Bounds(
        "the weighted population at which the band begins",
        Decimal(10_000),
        Decimal(70_000_000),
        nought=True,
    ),
}

W = TypeVar("W", bound=Word)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says; None for each cell that could not be used."""

    row: Row
    columns: Mapping[str, Column]
    organisation: OrganisationType | None
    band: str | None
    role: Role | None
    starts: Decimal | None
    amounts: tuple[Decimal | None, ...]

    def where(self, name: str) -> str:
        """Return a cell in words: row 7, minimum (E7)."""
        return _where(self.row, self.columns, name)


def read_entries(table: Table, faults: list[Fault]) -> list[Entry]:
    """Read every row of a table, and note what is wrong in any cell."""
    return [_Reader(row, table.columns, faults).entry() for row in table.rows]


def _where(row: Row, columns: Mapping[str, Column], name: str) -> str:
    return f"row {row.number}, {name} ({row.place(columns[name].index)})"


@dataclass(frozen=True, slots=True)
class _Reader:
    row: Row
    columns: Mapping[str, Column]
    faults: list[Fault]

    def entry(self) -> Entry:
        self._blanks()
        organisation = self._word(ORGANISATION, OrganisationType, tuple(OrganisationType))
        return Entry(
            self.row,
            self.columns,
            organisation,
            self._band(organisation),
            self._word(ROLE, Role, ROLES),
            # Without the organisation nobody can say which measure the figure is in.
            self._figure(FROM, _FROM[organisation]) if organisation else None,
            tuple(self._figure(name, _SALARY) for name in AMOUNTS),
        )

    def _blanks(self) -> None:
        """Say once for the row which cells are blank; an empty template has sixty."""
        blank = [name for name in HEADINGS if self._cell(name) is None]
        if not blank:
            return
        first, *others = [self.columns[name].index for name in blank]
        rest = [a1(self.row.number, column + 1) for column in others]
        places = ", ".join([self.row.place(first), *rest])
        wrong = f"{', '.join(blank)} {'is' if len(blank) == 1 else 'are'} blank"
        where = f"row {self.row.number} ({places})"
        self.faults.append(Fault(where, wrong, "a word or a figure in each cell", COPY))

    def _cell(self, name: str) -> Value:
        return self.row.cell(self.columns[name].index)

    def _word(self, name: str, kind: type[W], allowed: tuple[W, ...]) -> W | None:
        expected = " or ".join(f'"{word}"' for word in allowed)
        text = self._text(name)
        if text is None:
            return None
        try:
            word = kind.read(text)
        except ValueError:
            word = None
        if word in allowed:
            return word
        self._fault(name, f'"{text}" has no row in the published table', expected)
        return None

    def _band(self, organisation: OrganisationType | None) -> str | None:
        letters = BANDS[organisation or OrganisationType.TRUST]
        whose = f"{organisation} bands run" if organisation else "bands run"
        expected = f"one of {', '.join(letters)}: {whose} from A to {letters[-1]}"
        text = self._text(BAND)
        if text is None:
            return None
        found = re.fullmatch(r"(?:(?:pay )?band )?([a-z])", " ".join(text.casefold().split()))
        band = found[1].upper() if found else ""
        if band and band in letters:
            return band
        do = f"{COPY}; if the document has other bands, this release cannot hold it: please report"
        self._fault(BAND, f'"{text}" is not a band', expected, do)
        return None

    def _figure(self, name: str, bounds: Bounds) -> Decimal | None:
        value = self._cell(name)
        if value is None:
            return None
        figure, wrong = read_figure(value, self.columns[name].scale, bounds)
        if wrong:
            self._fault(name, wrong, bounds.words)
        return figure

    def _text(self, name: str) -> str | None:
        value = self._cell(name)
        return None if value is None else str(value).strip()

    def _fault(self, name: str, wrong: str, expected: str, do: str = COPY) -> None:
        where = _where(self.row, self.columns, name)
        self.faults.append(Fault(where, wrong, expected, do))
