"""A workbook's cells, in one pass over each sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from xl_vsm.sheets.cells import Book, ExcelTable, Grid
from xl_vsm.sheets.one_pass.package import LINK_ID, MAIN, Link, Package, Unusual
from xl_vsm.sheets.one_pass.sheet import Sheet, truth
from xl_vsm.sheets.one_pass.strings import strings
from xl_vsm.sheets.one_pass.styles import styles

ODD_TITLE: Final = re.compile(r"[\\*?:/\[\]]")
EXCELS_OWN: Final = re.compile(
    r"_xlnm\.(?:Print_Area|Print_Titles|Criteria|_FilterDatabase|Extract|Consolidate_Area"
    r"|Sheet_Title)"
)
ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a line break and the like are kept in the heading of an Excel table."""
if TYPE_CHECKING:
    from xl_vsm.sheets.one_pass.long_sheet import Shortened

NONE: Final[Mapping[str, Shortened]] = MappingProxyType({})
NOBODYS: Final = ("_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase")


def read_in_one_pass(data: bytes, short: Mapping[str, Shortened] = NONE) -> Book:
    """Return every cell of an ordinary workbook that holds something.

    Args:
        data: the file.
        short: its long sheets by their parts, without the rows that are kept as columns.

    Raises:
        Exception: something in it is out of the ordinary or damaged; the reference knows more.
    """
    with ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive)
        part = package.workbook()
        tree = package.tree(part)
        links = package.links(part)
        sheets = [
            _sheet(each, links, package) for each in tree.iterfind(f"{MAIN}sheets/{MAIN}sheet")
        ]
        _keep_apart([title for title, _, _ in sheets])
        about = tree.find(f"{MAIN}workbookPr")
        date1904 = about is not None and truth(about.get("date1904"))
        texts, looks = strings(package), styles(package)
        grids: list[Grid] = []
        tables: list[ExcelTable] = []
        for title, hidden, target in sheets:
            sheet = Sheet(title, texts, looks, hidden=hidden, date1904=date1904)
            with _opened(package, target, short) as stream:
                grid = sheet.read(stream)
            if target in short:
                grid.alike = short[target].alike(grid, texts, looks, date1904=date1904)
            grids.append(grid)
            if sheet.tables:
                leads = package.links(target)
                tables += (_table(package, leads[each].target, title) for each in sheet.tables)
        names = dict(_names(tree, [title for title, _, _ in sheets]))
        return Book(tuple(grids), date1904=date1904, names=names, tables=tuple(tables))


def _opened(package: Package, target: str, short: Mapping[str, Shortened]) -> IO[bytes]:
    return io.BytesIO(short[target].part) if target in short else package.open(target)


def _sheet(said: Element, links: Mapping[str, Link], package: Package) -> tuple[str, bool, str]:
    """Return a sheet's name, whether it is hidden, and the part that it is in."""
    link = links.get(said.get(LINK_ID, ""))
    if link is None or link.kind != "worksheet" or not package.has(link.target):
        raise Unusual("a sheet that is no worksheet")
    return said.get("name", ""), said.get("state", "visible") != "visible", link.target


def _keep_apart(titles: list[str]) -> None:
    if not titles or len({each.casefold() for each in titles}) < len(titles):
        raise Unusual("no sheets, or two of one name")
    if any(not each or ODD_TITLE.search(each) for each in titles):
        raise Unusual("a sheet's name that Excel does not allow")


def _names(tree: Element, titles: list[str]) -> Iterator[tuple[str, str]]:
    """Give what each name stands for; a name of one sheet alone says so."""
    for each in tree.iterfind(f"{MAIN}definedNames/{MAIN}definedName"):
        name, only_in = each.get("name", ""), each.get("localSheetId")
        if only_in is None:
            if name not in NOBODYS:
                yield name, each.text or ""
        elif not EXCELS_OWN.match(name):
            yield f"{titles[int(only_in)]}!{name}", each.text or ""


def _table(package: Package, part: str, title: str) -> ExcelTable:
    said = package.tree(part)
    columns = said.iterfind(f"{MAIN}tableColumns/{MAIN}tableColumn")
    return ExcelTable(
        name=said.attrib["displayName"],
        sheet=title,
        area=said.attrib["ref"],
        columns=tuple(ESCAPED.sub(_sign, each.attrib["name"]) for each in columns),
        header_rows=int(said.get("headerRowCount", 1)),
        totals_rows=int(said.get("totalsRowCount", 0)),
    )


def _sign(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))
