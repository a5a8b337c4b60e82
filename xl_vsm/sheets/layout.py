"""A layout: which cell of a workbook is which field, kept beside it as a TOML file."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from xl_vsm.sheets.addresses import letters, number, parse
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.workbook import SheetRead, Workbook


def _column(text: str) -> str:
    return letters(number(text))


def _row_field(name: str) -> str:
    if name not in catalogue().rows:
        raise ValueError(f"no column can be {name!r}; use one of {', '.join(catalogue().rows)}")
    return name


def _particular(name: str) -> str:
    known = catalogue().particulars
    if name not in known:
        raise ValueError(f"nothing is called {name!r} here; use one of {', '.join(known)}")
    return name


def _place(text: str) -> str:
    return text if re.fullmatch(r"[1-9]\d{0,6}", text) else _column(text)


_RowField = Annotated[str, AfterValidator(_row_field)]
_Column = Annotated[str, AfterValidator(_column)]


def _address(text: str) -> str:
    parse(text)
    return text


class TableLayout(BaseModel):
    """One table of posts: in rows under a row of headings, or in columns beside a column of them.

    Attributes:
        sheet: the sheet's name.
        header_row: the row of the columns' own headings; 0 when the posts begin in row 1.
        columns: the column letter of each field.
        header_column: the letter of the column of headings, where posts stand in columns.
        rows: the row number of each field, where posts stand in columns.
        headings: the heading that stood over each column, or before each row, when the layout was
            kept; by it a column is found again when it has moved.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sheet: Annotated[str, Field(min_length=1)]
    header_row: Annotated[int, Field(ge=0, le=1_048_575, strict=True)] | None = None
    columns: dict[_RowField, _Column] = {}
    header_column: _Column | None = None
    rows: dict[_RowField, Annotated[int, Field(ge=1, le=1_048_576, strict=True)]] = {}
    headings: dict[Annotated[str, AfterValidator(_place)], str] = {}

    @model_validator(mode="after")
    def _one_way_round(self) -> Self:
        in_rows = self.header_row is not None and bool(self.columns)
        in_columns = self.header_column is not None and bool(self.rows)
        given = (self.header_row is not None or self.columns, self.header_column or self.rows)
        if in_rows == in_columns or all(given):
            raise ValueError(
                "give header_row and columns, or, where posts stand in columns, header_column and "
                "rows"
            )
        return self

    @property
    def header(self) -> int:
        """The row of the headings, or the number of their column."""
        return number(self.header_column) if self.header_column else self.header_row or 0

    def numbers(self) -> dict[str, int]:
        """Return the number of each field's column, or of its row."""
        return self.rows or {name: number(column) for name, column in self.columns.items()}


class Layout(BaseModel):
    """Which column is which field, and which cells speak for the organisation.

    Attributes:
        tables: the tables of posts; on the sheets they name, nothing is inferred.
        particulars: the cell, such as "Details!B4", of each particular.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tables: tuple[TableLayout, ...] = ()
    particulars: dict[
        Annotated[str, AfterValidator(_particular)], Annotated[str, AfterValidator(_address)]
    ] = {}

    @classmethod
    def load(cls, path: Path) -> Layout:
        """Read a layout file.

        Raises:
            RefusedFile: WBK204, the file is not there or is no layout; the message says why.
        """
        try:
            return cls.model_validate(tomllib.loads(Path(path).read_text(encoding="utf-8-sig")))
        except OSError as fault:
            raise RefusedFile(
                "WBK204", f"the layout file {path} cannot be read: {fault.strerror}"
            ) from fault
        except ValidationError as fault:
            first = fault.errors()[0]
            where = ".".join(str(part) for part in first["loc"] if part != "[key]")
            words = first["msg"].removeprefix("Value error, ")
            raise RefusedFile("WBK204", f"the layout file {path} at {where}: {words}") from fault
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise RefusedFile(
                "WBK204", f"the layout file {path} is not valid TOML: {fault}"
            ) from fault

    @classmethod
    def of(cls, workbook: Workbook) -> Layout:
        """Return the layout by which a workbook was read, to be shown, corrected and kept."""
        return cls(
            tables=tuple(
                _table(sheet) for sheet in workbook.sheets if sheet.has_table and sheet.places
            ),
            particulars={
                name: f"{_quoted(entry.sheet)}!{entry.cell}"
                for name, entry in workbook.particulars.entries()
                if entry.state == "stated"
            },
        )

    def to_toml(self) -> str:
        """Return the layout as the text of a layout file."""
        lines: list[str] = []
        for table in self.tables:
            lines += ["[[tables]]", f"sheet = {_text(table.sheet)}"]
            if table.header_column:
                lines += [f"header_column = {_text(table.header_column)}", "[tables.rows]"]
                lines += [f"{name} = {row}" for name, row in table.rows.items()]
            else:
                lines += [f"header_row = {table.header_row}", "[tables.columns]"]
                lines += [f"{name} = {_text(column)}" for name, column in table.columns.items()]
            if table.headings:
                lines.append("[tables.headings]")
                lines += [f"{place} = {_text(said)}" for place, said in table.headings.items()]
            lines.append("")
        if self.particulars:
            lines.append("[particulars]")
            lines += [f"{name} = {_text(cell)}" for name, cell in self.particulars.items()]
        return "\n".join(lines).strip() + "\n"


def _table(sheet: SheetRead) -> TableLayout:
    headings = {each.place: each.heading for each in sheet.reading.values() if each.heading}
    return TableLayout(
        sheet=sheet.name,
        header_row=sheet.header_row,
        columns=sheet.columns,
        header_column=sheet.header_column,
        rows=sheet.rows,
        headings={**headings, **dict(sheet.unknown)},
    )


def _text(text: str) -> str:
    # A JSON string is a TOML basic string too, but for one character that only JSON allows bare.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _quoted(sheet: str) -> str:
    if sheet.replace("_", "").isalnum():
        return sheet
    return "'" + sheet.replace("'", "''") + "'"
