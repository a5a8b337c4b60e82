"""A layout: which cell of a workbook is which field, kept beside it as a TOML file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from xl_vsm.sheets.addresses import letters, number, parse
from xl_vsm.sheets.fields import catalogue
from xl_vsm.sheets.refused import RefusedFile
from xl_vsm.sheets.workbook import Workbook


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


def _address(text: str) -> str:
    parse(text)
    return text


class TableLayout(BaseModel):
    """One table of posts.

    Attributes:
        sheet: the sheet's name.
        header_row: the row of the columns' own headings; 0 when the posts begin in row 1.
        columns: the column letter of each field.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sheet: Annotated[str, Field(min_length=1)]
    header_row: Annotated[int, Field(ge=0, le=1_048_575, strict=True)]
    columns: Annotated[
        dict[Annotated[str, AfterValidator(_row_field)], Annotated[str, AfterValidator(_column)]],
        Field(min_length=1),
    ]


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
                TableLayout(sheet=sheet.name, header_row=sheet.header_row, columns=sheet.columns)
                for sheet in workbook.sheets
                if sheet.header_row is not None and sheet.columns
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
            lines += [f"header_row = {table.header_row}", "[tables.columns]"]
            lines += [f"{name} = {_text(column)}" for name, column in table.columns.items()]
            lines.append("")
        if self.particulars:
            lines.append("[particulars]")
            lines += [f"{name} = {_text(cell)}" for name, cell in self.particulars.items()]
        return "\n".join(lines).strip() + "\n"


def _text(text: str) -> str:
    # A JSON string is a TOML basic string too.
    return json.dumps(text, ensure_ascii=False)


def _quoted(sheet: str) -> str:
    if sheet.replace("_", "").isalnum():
        return sheet
    return "'" + sheet.replace("'", "''") + "'"
