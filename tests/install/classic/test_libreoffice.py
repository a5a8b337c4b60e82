"""Both files in LibreOffice: they open, their modules are there, and the wrappers compile.

LibreOffice is not Excel. It knows no add-ins by their ending, so it is told what kind they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from inspect import Parameter
from pathlib import Path

import pytest

import udfs
from install.classic.book.macros import macros
from xl_vsm.excel import REGISTRY
from xl_vsm.open_book import check_this_workbook, clear_marks

from .made import BOTH, WORKBOOK, WRAPPERS
from .office import printed

pytestmark = pytest.mark.libreoffice

_OPEN = """\
  Dim how(1) As New com.sun.star.beans.PropertyValue
  Dim doc, modules, n
  how(0).Name = "Hidden"
  how(0).Value = True
  how(1).Name = "FilterName"
  how(1).Value = "Calc MS Excel 2007 VBA XML"
  doc = StarDesktop.loadComponentFromURL("{url}", "_blank", 0, how())
  For Each n In doc.Sheets.ElementNames
    Print #f, "sheet " & n
  Next
  doc.BasicLibraries.loadLibrary("xl_vsm")
  modules = doc.BasicLibraries.getByName("xl_vsm")
  For Each n In modules.ElementNames
    Print #f, "module " & n & " " & (InStr(modules.getByName(n), "Function VSM_BAND") > 0)
  Next
  doc.close(True)
"""
_SHIM = """\
Option VBASupport 1
Function CallUDF(module, name, given)
  CallUDF = module & "." & name & " takes " & (UBound(given) - LBound(given) + 1)
End Function
Function RunPython(code)
  Open "{path}" For Output As #9
  Print #9, code
  Close #9
End Function
"""


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_it_opens_with_its_modules(path: Path, tmp_path: Path) -> None:
    found = printed(tmp_path, _OPEN.format(url=path.as_uri()))
    assert "sheet xlwings.conf" in found
    assert ("sheet Start here" in found) is (path == WORKBOOK)
    assert "module xlwings_udfs True" in found
    assert {"module xl_vsm_macros False", "module xlwings False"} <= set(found)


@pytest.mark.parametrize("path", BOTH, ids=lambda p: p.name)
def test_the_wrappers_compile_and_pass_their_arguments_on(path: Path, tmp_path: Path) -> None:
    calls = "\n".join(f"  Print #f, {name}{_given(name)}" for name in udfs.__all__)
    modules = {"Wrappers": _as_basic(WRAPPERS[path].read_text("utf-8")), "Shim": _SHIM}
    assert printed(tmp_path, calls, modules) == [
        f"udfs.{name} takes {_count(name)}" for name in udfs.__all__
    ]


@pytest.mark.parametrize(
    ("macro", "does"),
    [("CheckThisWorkbook", check_this_workbook), ("ClearMarks", clear_marks)],
    ids=["check", "clear"],
)
def test_our_macros_compile_and_run_python_that_there_is(
    macro: str, does: Callable[..., object], tmp_path: Path
) -> None:
    run = tmp_path / "run.txt"
    modules = {
        "Macros": _without_attributes(macros(ribbon=False)),
        "Shim": _SHIM.replace("{path}", str(run)),
    }
    assert printed(tmp_path, f"  {macro}", modules) == []
    code = run.read_text(encoding="utf-8").strip()
    assert code == f"import xl_vsm.open_book; xl_vsm.open_book.{does.__name__}()"


def _count(name: str) -> int:
    """Return how many arguments a function is given: of a run of them, two."""
    kinds = [each.kind for each in REGISTRY[name].signature.parameters.values()]
    return len(kinds) + kinds.count(Parameter.VAR_POSITIONAL)


def _given(name: str) -> str:
    return "(" + ", ".join("1" for _ in range(_count(name))) + ")"


def _as_basic(wrappers: str) -> str:
    """Return the wrappers with the branch for Excel compiled too, and the other one run."""
    text = _without_attributes(wrappers)
    text = re.sub(r"#If .* Then", "If False Then", text)
    text = text.replace("#Else", "Else").replace("#End If", "End If")
    # Excel's branch hands over two things more, which only Excel has.
    text = re.sub(r", (This|Active)Workbook, Application.Caller\)", ")", text)
    return text.replace("XLPy.CallUDF", "CallUDF")


def _without_attributes(source: str) -> str:
    """Return source as it is typed, without the lines that Excel hides."""
    return "Option VBASupport 1\n" + re.sub(r"^(Attribute|#Const).*\n", "", source, flags=re.M)
