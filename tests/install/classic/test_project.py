"""The Visual Basic in the ready files: all the source, as its snapshot says, and nothing else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import olefile
import pytest

from install.classic.vba.dir_stream import OFFSET, read_dir
from install.classic.vba.project import NO_CACHE, Project, read_project

from .made import ADD_IN, BOTH, CLASSIC, WORKBOOK, WRAPPERS, parts
from .vba_by_oletools import decompressed, modules_in, suspicions

OURS = {"xlwings.bas", "Dictionary.cls", "xlwings_udfs.bas", "xl_vsm_macros.bas"}
SHEETS = {WORKBOOK: {"Sheet1.cls", "Sheet2.cls"}, ADD_IN: {"Sheet2.cls"}}


def project(path: Path) -> Project:
    return read_project(parts(path)["xl/vbaProject.bin"])


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_the_modules_and_the_wrappers_are_the_snapshot(path: Path) -> None:
    modules = modules_in(path)
    assert modules.keys() == OURS | SHEETS[path] | {"ThisWorkbook.cls"}
    source = modules["xlwings_udfs.bas"].replace("\r\n", "\n")
    assert source == WRAPPERS[path].read_text(encoding="utf-8")


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_nothing_compiled_is_left(path: Path) -> None:
    with olefile.OleFileIO(BytesIO(parts(path)["xl/vbaProject.bin"])) as file:
        assert file.parsing_issues == []
        assert file.openstream("VBA/_VBA_PROJECT").read() == NO_CACHE
        assert not [name for name in file.listdir() if name[-1].startswith("__SRP_")]
        records = read_dir(decompressed(file.openstream("VBA/dir").read()))
    offsets = [r.data for module in records.modules for r in module if r.kind == OFFSET]
    assert set(offsets) == {bytes(4)}


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_every_list_of_modules_is_the_same(path: Path) -> None:
    made = project(path)
    text = parts(path)["xl/vbaProject.bin"]
    lines = made.about.splitlines()
    declared = {
        line.partition("=")[2].partition("/")[0]
        for line in lines
        if line.startswith(("Module=", "Document=", "Class="))
    }
    spaces = {line.partition("=")[0] for line in lines[lines.index("[Workspace]") + 1 :] if line}
    assert declared == spaces == set(made.sources)
    assert 'Name="xl_vsm"' in lines
    assert all(name.encode("utf-16-le") in text for name in made.sources)


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_nothing_runs_on_opening(path: Path) -> None:
    assert "AutoExec" not in suspicions(path)


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_the_licences_of_what_was_taken_are_kept(path: Path) -> None:
    sources = project(path).sources
    assert "xlwings is distributed under a BSD 3-clause license" in sources["xlwings"]
    assert "Copyright (C) 2014-present, Zoomer Analytics" in sources["xlwings"]
    assert "MIT" in sources["Dictionary"]


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_the_settings_are_looked_for_under_one_name(path: Path) -> None:
    assert 'Const PROJECT_NAME As String = "xlwings"' in project(path).sources["xlwings"]


def test_no_line_is_longer_than_visual_basic_takes() -> None:
    for path in BOTH:
        sources = project(path).sources
        for name in ("xlwings_udfs", "xl_vsm_macros"):
            assert max(map(len, sources[name].splitlines())) < 1024
            assert _longest_statement(sources[name]) <= 24


def _longest_statement(source: str) -> int:
    """Return how many lines the longest statement is carried on over."""
    longest = carried = 0
    for line in source.splitlines():
        carried = carried + 1 if line.endswith(" _") else 0
        longest = max(longest, carried)
    return longest


def test_a_module_is_named_as_its_source_says() -> None:
    made = project(WORKBOOK)
    with pytest.raises(ValueError, match="begins with another name"):
        made.adding("other", (CLASSIC / "xlwings_udfs.bas").read_text(encoding="utf-8"))


def test_what_is_read_is_written_again() -> None:
    made = project(WORKBOOK)
    assert read_project(made.packed()) == made
    assert made.without("xl_vsm_macros").sources.keys() == made.sources.keys() - {"xl_vsm_macros"}
