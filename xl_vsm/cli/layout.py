"""`xl-vsm layout`: how a workbook's columns are read, to be seen, corrected and kept."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from xl_vsm.cli.errors import CommandError
from xl_vsm.sheets import Layout, RefusedFile, SheetRead, Workbook, read
from xl_vsm.sheets.fields import FIELDS


def run_layout(options: Namespace) -> int:
    """Show how a workbook is read, and keep it as a file where one is named."""
    try:
        layout = None if options.layout is None else Layout.load(options.layout)
        workbook = read(options.path, layout)
    except RefusedFile as refused:
        raise CommandError(refused.message) from refused
    print("\n".join(_shown(workbook)))
    if options.save is not None:
        _keep(workbook, options.save)
    return 0


def _keep(workbook: Workbook, path: Path) -> None:
    if path.suffix.lower() != ".toml":
        raise CommandError(f"{path}: a layout is kept as a .toml file")
    try:
        path.write_text(Layout.of(workbook).to_toml(), encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}") from error
    print(f"\nKept in {path}: correct it there, and use it with --layout {path}")


def _shown(workbook: Workbook) -> Iterator[str]:
    for sheet in workbook.sheets:
        yield from _sheet(sheet)
    said = list(workbook.particulars.entries())
    if said:
        yield "What the workbook says of its organisation:"
        yield from (
            f"  {FIELDS[name].label:<32}{entry.sheet}!{entry.cell}  {entry.raw}"
            for name, entry in said
        )
    for fault in workbook.faults:
        yield f"{fault.message}. {fault.code} {fault.name}"


def _sheet(sheet: SheetRead) -> Iterator[str]:
    hidden = " (hidden)" if sheet.hidden else ""
    if sheet.header_row is None:
        yield f"{sheet.name}{hidden}: no table of posts"
        return
    yield f"{sheet.name}{hidden}: headings in row {sheet.header_row}"
    yield from (
        f"  {column:<4}{FIELDS[field].label:<36}{field}" for field, column in sheet.columns.items()
    )
    yield from (f"  {column:<4}not known, not read: {text!r}" for column, text in sheet.unknown)
    yield from (f"  row {row:<5}passed over: {reason}" for row, reason in sheet.skipped)
