"""Write the ready workbook and the add-in for Excel on Windows, the same bytes each time.

python install/classic/make_workbooks.py [FOLDER]

They start from the Visual Basic of xlwings' own quickstart files, whose notice they keep, and take
the wrappers that xlwings generates. Those are in `xlwings_udfs.bas` (workbook) and
`xlwings_udfs_addin.bas` (add-in); where a function's name or arguments changed, write them first:

python -m tests.hosts.write_wrappers
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import xlwings
from book.add_in import as_add_in
from book.first_sheet import NAME as FIRST_SHEET
from book.first_sheet import write_first_sheet
from book.macros import NAME as MACROS
from book.macros import macros
from book.settings_sheet import NAME as SETTINGS_SHEET
from book.settings_sheet import write_settings
from book.styles import add_styles
from vba.project import Project, read_project
from xlsxwriter import Workbook

from xl_vsm.parameters.own import VARIABLE

HERE = Path(__file__).parent
QUICKSTART = Path(xlwings.__file__).parent
WRAPPERS = "xlwings_udfs"


def main(folder: Path = HERE) -> None:
    """Write both files into a folder."""
    # The stored answers are of this release, not of figures loaded on this machine.
    os.environ[VARIABLE] = str(folder / "none-loaded")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "xl_vsm.xlsm").write_bytes(workbook())
    (folder / "xl_vsm.xlam").write_bytes(add_in())


def workbook() -> bytes:
    """Return the workbook: the functions, the buttons and a first sheet."""
    project = quickstart("quickstart_standalone.xlsm").without("Module1")
    project = ready(project, "xlwings_udfs.bas", ribbon=False)
    return written(project, {FIRST_SHEET: "Sheet1", SETTINGS_SHEET: "Sheet2"})


def add_in() -> bytes:
    """Return the add-in: the functions in every workbook, and a tab on the ribbon."""
    project = quickstart("quickstart_addin_ribbon.xlam").without("RibbonMyAddin")
    # By this name xlwings looks for its settings; they are the same as the workbook's.
    code = project.sources["xlwings"]
    named = code.replace('PROJECT_NAME As String = "myaddin"', 'PROJECT_NAME As String = "xlwings"')
    project.sources["xlwings"] = named
    project = ready(project, "xlwings_udfs_addin.bas", ribbon=True)
    return as_add_in(written(project, {SETTINGS_SHEET: "Sheet2"}))


def quickstart(name: str) -> Project:
    """Return the Visual Basic project of one of xlwings' quickstart files."""
    with ZipFile(QUICKSTART / name) as package:
        return read_project(package.read("xl/vbaProject.bin"))


def ready(project: Project, wrappers: str, *, ribbon: bool) -> Project:
    """Return a project with the wrappers and our own macros in it."""
    source = (HERE / wrappers).read_text(encoding="utf-8")
    project = project.adding(WRAPPERS, source).adding(MACROS, macros(ribbon=ribbon))
    return project.named("xl_vsm")


def written(project: Project, sheets: dict[str, str]) -> bytes:
    """Return a macro workbook with these sheets, by the names that the project knows them by."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    style = add_styles(book)
    book.set_properties({"title": "xl_vsm", "created": datetime(2025, 1, 1)})  # noqa: DTZ001
    book.add_vba_project(BytesIO(project.packed()), is_stream=True)
    book.set_vba_name("ThisWorkbook")
    for name, known_as in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.set_vba_name(known_as)
        fill = write_first_sheet if name == FIRST_SHEET else write_settings
        fill(sheet, style)
    book.close()
    return out.getvalue()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
