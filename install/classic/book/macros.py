"""The macros of our own, which people run from a button; none runs by itself."""

from __future__ import annotations

import udfs
from xl_vsm.excel import REGISTRY, ExcelFunction

NAME = "xl_vsm_macros"

_CHECK = """\
Attribute VB_Name = "xl_vsm_macros"
Option Explicit

'Checks the open workbook; what is found goes on a sheet of its own.
Sub CheckThisWorkbook()
    RunPython "import xl_vsm.open_book; xl_vsm.open_book.check_this_workbook()"
End Sub

'Takes the colours of the last check away again.
Sub ClearMarks()
    RunPython "import xl_vsm.open_book; xl_vsm.open_book.clear_marks()"
End Sub

'Gives the Insert Function window the words for each function and argument.
Sub DescribeFunctions()
    Dim hidden As Boolean, saved As Boolean, trouble As String
    hidden = ThisWorkbook.IsAddin
    saved = ThisWorkbook.Saved
    Application.ScreenUpdating = False
    'Excel describes the functions of workbooks that can be seen.
    If hidden Then ThisWorkbook.IsAddin = False
    On Error GoTo failed
"""
_RESTORE = """\
    GoTo restored
failed:
    trouble = Err.Description
    Resume restored
restored:
    If hidden Then
        ThisWorkbook.IsAddin = True
        ThisWorkbook.Saved = saved
    End If
    Application.ScreenUpdating = True
    If trouble <> "" Then
        MsgBox "Excel did not take the descriptions: " & trouble, vbExclamation
    Else
        MsgBox "The Insert Function window now explains each function.", vbInformation
    End If
End Sub

Private Sub Describe(functionName As String, group As String, summary As String, words As Variant)
    Dim macroName As String
    macroName = "'" & ThisWorkbook.Name & "'!" & functionName
    If UBound(words) < LBound(words) Then
        Application.MacroOptions Macro:=macroName, Description:=summary, Category:=group
    Else
        Application.MacroOptions Macro:=macroName, Description:=summary, Category:=group, _
            ArgumentDescriptions:=words
    End If
End Sub
"""
_RIBBON = """
Sub RibbonCheck(control As IRibbonControl)
    CheckThisWorkbook
End Sub

Sub RibbonClear(control As IRibbonControl)
    ClearMarks
End Sub

Sub RibbonDescribe(control As IRibbonControl)
    DescribeFunctions
End Sub
"""


def macros(*, ribbon: bool) -> str:
    """Return the module's source; with what a ribbon's buttons call, for an add-in."""
    described = "".join(_described(REGISTRY[name]) for name in udfs.__all__)
    return _CHECK + described + _RESTORE + (_RIBBON if ribbon else "")


def _described(function: ExcelFunction) -> str:
    """Return one call of Describe, an argument a line."""
    words = ", _\n        ".join(map(_quoted, function.arguments.values()))
    return (
        f"    Describe {_quoted(function.name)}, {_quoted(function.category)}, _\n"
        f"        {_quoted(function.summary)}, Array( _\n        {words})\n"
    )


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
