"""openpyxl, asked for the cells and not for what is drawn over them.

It would read every pivot cache again for each sheet, which takes minutes where a trust keeps its
pivots, and give up a whole workbook for a chart that it cannot parse. Nothing here looks at either.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import cell_style
from openpyxl.xml.functions import fromstring, tostring

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

NOT_CELLS: Final = frozenset(
    ("drawing", "comments", "threadedComment", "vmlDrawing", "pivotTable", "pivotCacheDefinition")
)
"""The kinds of relationship that lead away from cells, by the last word of their type."""


def _say_nothing(*_: object) -> None:
    """Stand in for `print`."""


# It prints of a style that is not there, into whatever report is being written.
vars(cell_style)["print"] = _say_nothing


def load_cells(data: bytes, *, data_only: bool) -> Workbook:
    """Return a workbook's sheets with their cells, and without what lies over them.

    Args:
        data: the .xlsx or .xlsm file.
        data_only: whether a formula gives its stored value.
    """
    reader = _CellsReader(io.BytesIO(data), data_only=data_only, keep_links=False)
    with _CellsPackage(io.BytesIO(data)) as package:
        reader.archive.close()
        reader.archive = package
        reader.read()
    book: Workbook = reader.wb
    return book


class _CellsPackage(ZipFile):
    """A package whose parts are not related to any drawing, comment or pivot."""

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:
        content = super().read(name, pwd)
        if not str(getattr(name, "filename", name)).endswith(".rels"):
            return content
        links = fromstring(content)
        for link in list(links):
            if link.get("Type", "").rpartition("/")[2] in NOT_CELLS:
                links.remove(link)
        written: bytes | str = tostring(links)
        return written.encode() if isinstance(written, str) else written


class _CellsReader(ExcelReader):
    """The library's own reader, without the parts that hold no cells."""

    def read_workbook(self) -> None:
        super().read_workbook()
        self.parser.caches = []

    def read_chartsheet(self, sheet: Any, rel: Any) -> None:
        """Pass over a sheet that is a chart."""

    def read_properties(self) -> None:
        """Pass over who wrote it and when."""

    def read_custom(self) -> None:
        """Pass over what other programs keep of it."""
