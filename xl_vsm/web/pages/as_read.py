"""How tables were read, as a form carries it: so that it says no more than what is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from xl_vsm.web.refusals import asked_wrongly

LONGEST: Final = 1_000_000
"""Signs of all tables of all workbooks. Forty sheets of thirty columns have a twentieth of them."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """A table as it was read.

    Attributes:
        name: by what the form calls it: the workbook's number and the table's.
        sheet: the sheet's name.
        header: the row of its headings, or the letter of their column.
        turned: whether posts stand in columns.
        fields: what each column that was read is, by its letter, or by the row's number.
    """

    name: str
    sheet: str
    header: str
    turned: bool
    fields: dict[str, str]

    def changed(self, header: str | None, fields: dict[str, str]) -> AsRead:
        """Return it as somebody has it.

        Args:
            header: the row of the headings, where it was asked for.
            fields: what each column is that was asked for; empty for one that is not read.
        """
        said = {place: name for place, name in {**self.fields, **fields}.items() if name}
        return replace(self, header=self.header if header is None else header, fields=said)


_TABLES: Final = TypeAdapter(tuple[AsRead, ...])


def written(tables: Iterable[AsRead]) -> str:
    """Return tables as one field of a form."""
    return _TABLES.dump_json(tuple(tables)).decode()


def read_back(said: str) -> tuple[AsRead, ...]:
    """Return the tables that a field of a form carries.

    Raises:
        Refusal: no page of ours wrote it.
    """
    try:
        return _TABLES.validate_json(said)
    except ValidationError as fault:
        raise asked_wrongly("the page did not come back whole: start again") from fault
