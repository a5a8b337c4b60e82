"""The template against the schemas of ECMA-376, as Microsoft's Open XML SDK holds them.

Its "Office2007" is the standard's first edition, transitional; "Microsoft365" has what came since,
and checks besides that what one part refers to is there in another.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.template.ooxml.judge import faults
from tests.template.ooxml.set_up import missing
from xl_vsm.rules import OrganisationType
from xl_vsm.template import Settings, template

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

BREAKS = {
    "xl/workbook.xml": (b"<sheets>", b"<wrong/><sheets>"),
    "xl/worksheets/sheet1.xml": (b"<sheetData>", b"<wrong/><sheetData>"),
    "xl/worksheets/sheet2.xml": (b'cm="1"', b'cm="one"'),
    "xl/worksheets/sheet3.xml": (b"<conditionalFormatting ", b"<wrong/><conditionalFormatting "),
    "xl/worksheets/sheet4.xml": (b"</sheetData>", b"</sheetData><wrong/>"),
    "xl/styles.xml": (b'xfId="3"', b'xfId="99"'),
    "xl/metadata.xml": (b"<metadataTypes", b"<wrong/><metadataTypes"),
    "xl/sharedStrings.xml": (b"<si>", b"<wrong/><si>"),
    "xl/theme/theme1.xml": (b"<a:fontScheme", b"<a:wrong/><a:fontScheme"),
    "docProps/app.xml": (b"<Application>", b"<Wrong/><Application>"),
    "[Content_Types].xml": (b"<Default", b"<Wrong/><Default"),
    "_rels/.rels": (b"<Relationship ", b"<Wrong/><Relationship "),
    "xl/_rels/workbook.xml.rels": (b"sheet3.xml", b"sheet9.xml"),
}
"""A part -> something in it, and what breaks it."""
WITHOUT_SCHEMA_HERE = {"docProps/core.xml"}
"""The SDK does not look into it; `test_workbook` does."""


@pytest.mark.parametrize("version", ["Office2007", "Microsoft365"])
def test_the_template_is_valid(version: str, tmp_path: Path) -> None:
    plain, given = tmp_path / "plain.xlsx", tmp_path / "given.xlsx"
    plain.write_bytes(template())
    settings = Settings(12, OrganisationType.ICB, date(2025, 4, 1))
    given.write_bytes(template(settings))
    assert faults(version, plain, given) == {"plain.xlsx": [], "given.xlsx": []}


def test_a_break_in_any_part_is_found(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    whole.write_bytes(template(Settings(5)))
    paths = {}
    with ZipFile(whole) as package:
        assert set(package.namelist()) == {*BREAKS, *WITHOUT_SCHEMA_HERE}
        for number, (part, (old, new)) in enumerate(BREAKS.items()):
            paths[part] = tmp_path / f"{number}.xlsx"
            with ZipFile(paths[part], "w") as broken:
                for name in package.namelist():
                    data = package.read(name)
                    assert name != part or old in data, part
                    broken.writestr(name, data.replace(old, new, 1) if name == part else data)
    found = faults("Office2007", whole, *paths.values())
    assert found.pop("whole.xlsx") == []
    for part, path in paths.items():
        assert found[path.name], part
        assert any(
            fault.startswith((f"/{part}", "it cannot be opened")) for fault in found[path.name]
        )
