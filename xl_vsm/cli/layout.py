"""`xl-vsm layout`: how a workbook's columns are read, to be seen, corrected and kept."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from xl_vsm.cli.errors import CommandError
from xl_vsm.reports.plain import inert
from xl_vsm.sheets import Layout, RefusedFile, SheetRead, Workbook, read
from xl_vsm.sheets.beside import beside, kept_layout, saying_so
from xl_vsm.sheets.fields import FIELDS
from xl_vsm.sheets.workbook import ColumnRead


def run_layout(options: Namespace) -> int:
    """Show how a workbook is read, and keep it as a file where one is named."""
    try:
        given = None if options.layout is None else Layout.load(options.layout)
        kept = None if given else kept_layout(options.path)
        workbook = read(options.path, given or kept)
    except RefusedFile as refused:
        raise CommandError(refused.message) from refused
    if kept:
        workbook = saying_so(workbook, options.path)
    print("\n".join(map(inert, _shown(workbook))))
    if options.save is not None:
        _keep(workbook, options.save, options.path)
    return 0


def _keep(workbook: Workbook, path: Path, book: Path) -> None:
    if path.suffix.lower() != ".toml":
        raise CommandError(f"{path}: a layout is kept as a .toml file")
    try:
        path.write_text(Layout.of(workbook).to_toml(), encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}") from error
    if path.resolve() == beside(book).resolve():
        use = f"it is used whenever {book.name} is read"
    else:
        use = f"and use it with --layout {path}, or keep it as {beside(book)}"
    print(f"\nKept in {path}: correct it there, {use}")


def _shown(workbook: Workbook) -> Iterator[str]:
    for sheet in workbook.sheets:
        yield from _sheet(sheet)
    said = list(workbook.particulars.entries())
    if said:
        yield "What the workbook says of its organisation:"
    for name, entry in said:
        place = f"{entry.sheet}!{entry.cell}"
        yield f"  {FIELDS[name].label:<32}{inert(place)}  {inert(entry.raw)}"
        if note := entry.read_as or entry.reason:
            yield f"      {inert(note)}"
    for fault in workbook.faults:
        yield f"{inert(fault.message)}. {fault.code} {fault.name}"


def _sheet(sheet: SheetRead) -> Iterator[str]:
    name = inert(sheet.name) + (" (hidden)" if sheet.hidden else "")
    if not sheet.has_table:
        yield f"{name}: no table of posts"
        return
    line = f"column {sheet.header_column}" if sheet.header_column else f"row {sheet.header_row}"
    yield f"{name}: headings in {line}"
    yield from (f"  {inert(note)}" for note in sheet.notes)
    for field, place in sheet.places.items():
        yield from _column(field, place, sheet.reading[field])
    yield from (f"  {place:<4}not known, not read: {text!r}" for place, text in sheet.unknown)
    yield from (f"  row {row:<5}passed over: {reason}" for row, reason in sheet.skipped)


def _column(field: str, place: str, read: ColumnRead) -> Iterator[str]:
    yield f"  {place:<4}{FIELDS[field].label:<36}{field:<28}{read.confidence}"
    if read.confidence != "certain":
        yield f"      {read.why}"
    if read.converted:
        count = f"{read.converted} of {read.stated + read.blank}"
        yield f"      {count} not taken as they are: {inert(read.example)}"
    if read.blank:
        yield f"      {read.blank} blank: {read.blank_means}"
