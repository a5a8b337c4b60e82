"""The ready workbook and add-in: made again the same, and put together as Excel expects."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

import openpyxl
import pytest

import udfs
from install.classic.book.add_in import as_add_in
from install.classic.vba.project import read_project

from .made import ADD_IN, BOTH, CLASSIC, WORKBOOK, part, parts

CALL = re.compile(r"\b((?:VSM|NHS|AFC)_[A-Z]+)\(")


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Both files made twice more."""
    folders = [tmp_path_factory.mktemp("made") for _ in range(2)]
    for folder in folders:
        maker = str(CLASSIC / "make_workbooks.py")
        subprocess.run([sys.executable, maker, str(folder)], check=True)
    return folders


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_nobody_forgot_to_make_them_again(path: Path, again: list[Path]) -> None:
    # Part by part: another release of zlib packs the same parts into other bytes.
    made = parts(again[0] / path.name)
    assert list(made) == list(parts(path)), "run install/classic/make_workbooks.py"
    assert made == parts(path), "run install/classic/make_workbooks.py"


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_each_run_makes_the_same_bytes(path: Path, again: list[Path]) -> None:
    one, two = (folder / path.name for folder in again)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_every_part_is_well_formed_and_every_relation_leads_to_one(path: Path) -> None:
    content = parts(path)
    for name, data in content.items():
        if name.endswith((".xml", ".rels", ".vml")):
            Xml.fromstring(data)
        if name.endswith(".rels"):
            base = Path(name).parent.parent
            for relation in Xml.fromstring(data):
                assert relation.get("TargetMode") is None
                target = (Path("/") / base / relation.attrib["Target"]).as_posix()
                assert _resolved(target) in content, f"{name}: {target}"


def _resolved(target: str) -> str:
    """Return a target without its ways up."""
    steps: list[str] = []
    for step in target.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, *([step] if step else [])]
    return "/".join(steps)


def test_each_is_of_its_kind() -> None:
    types = "[Content_Types].xml"
    assert "vnd.ms-excel.sheet.macroEnabled.main+xml" in part(WORKBOOK, types)
    assert "vnd.ms-excel.addin.macroEnabled.main+xml" in part(ADD_IN, types)
    for path in BOTH:
        assert "application/vnd.ms-office.vbaProject" in part(path, types)


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_the_sheets_are_those_of_the_project(path: Path) -> None:
    names = re.findall(r'codeName="(\w+)"', part(path, "xl/workbook.xml"))
    for name in parts(path):
        if name.startswith("xl/worksheets/sheet"):
            names += re.findall(r'codeName="(\w+)"', part(path, name))
    expected = ["ThisWorkbook", *(["Sheet1", "Sheet2"] if path == WORKBOOK else ["Sheet2"])]
    assert sorted(names) == sorted(expected)


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_the_settings(path: Path) -> None:
    book = openpyxl.load_workbook(_as_workbook(path))
    rows = book["xlwings.conf"].iter_rows(max_row=3, max_col=2, values_only=True)
    # xlwings reads down to the first empty cell.
    assert list(rows) == [
        ("UDF Modules", "udfs"),
        ("ADD_WORKBOOK_TO_PYTHONPATH", False),
        (None, None),
    ]
    book.close()


def _as_workbook(path: Path) -> BytesIO:
    """Return the package as of the kind that openpyxl reads, which an add-in is not."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in parts(path).items():
            package.writestr(name, data.replace(b"ms-excel.addin.macro", b"ms-excel.sheet.macro"))
    return out


def test_the_buttons_of_the_workbook_run_macros_that_there_are() -> None:
    run = re.findall(r"<x:FmlaMacro>\[0\]!(\w+)</x:FmlaMacro>", part(WORKBOOK, _drawing()))
    assert run == ["CheckThisWorkbook", "ClearMarks", "DescribeFunctions"]
    assert all(f"\nSub {macro}()\n" in _macros(WORKBOOK) for macro in run)


def _macros(path: Path) -> str:
    return read_project(parts(path)["xl/vbaProject.bin"]).sources["xl_vsm_macros"]


def _drawing() -> str:
    (name,) = (name for name in parts(WORKBOOK) if name.endswith(".vml"))
    return name


def test_the_ribbon_of_the_add_in_runs_macros_that_there_are() -> None:
    relations = part(ADD_IN, "_rels/.rels")
    assert "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" in relations
    ribbon = Xml.fromstring(part(ADD_IN, "customUI/customUI.xml"))
    assert ribbon.tag == "{http://schemas.microsoft.com/office/2006/01/customui}customUI"
    run = [one.attrib["onAction"] for one in ribbon.iter() if "onAction" in one.attrib]
    assert run == [f"xl_vsm_macros.Ribbon{what}" for what in ("Check", "Clear", "Describe")]
    for macro in run:
        head = f"\nSub {macro.partition('.')[2]}(control As IRibbonControl)\n"
        assert head in _macros(ADD_IN)
    ids = [one.attrib["id"] for one in ribbon.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids)) == 5


def test_a_package_written_otherwise_is_not_made_an_add_in_by_guess() -> None:
    with pytest.raises(ValueError, match="0 times, not once"):
        as_add_in(ADD_IN.read_bytes())


def test_the_formulas_spill_and_their_stored_answers_are_right() -> None:
    written, stored = (openpyxl.load_workbook(WORKBOOK, data_only=d)["Start here"] for d in (0, 1))
    spilled = 0
    for row in written.iter_rows():
        for cell in row:
            if not hasattr(cell.value, "ref"):
                continue
            name, given = re.fullmatch(r"=(\w+)\((.*)\)", cell.value.text).groups()
            arguments = [_values(stored, place) for place in given.split(",")]
            assert _values(stored, cell.value.ref) == getattr(udfs, name)(*arguments)
            assert re.search(rf'<c r="{cell.coordinate}" [^>]*cm="1"', _sheet())
            spilled += 1
    assert spilled == 4
    assert set(CALL.findall(_sheet())) <= set(udfs.__all__)
    assert "xl/metadata.xml" in parts(WORKBOOK)


def _values(sheet: Any, place: str) -> Any:
    cells = sheet[place]
    return [[c.value for c in row] for row in cells] if isinstance(cells, tuple) else cells.value


def _sheet() -> str:
    return part(WORKBOOK, "xl/worksheets/sheet1.xml")
