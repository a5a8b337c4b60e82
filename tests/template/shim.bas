REM Worksheet functions for LibreOffice in the tests: each hands its cells to Python and returns
REM what Python answers, so that LibreOffice can calculate the template as Excel would.

Function Asked(sName As String, aCells) As Variant
    Dim nFile As Integer, i As Integer, sAsk As String, sAnswer As String
    sAsk = Environ("XL_VSM_SHIM") & "/ask.txt"
    sAnswer = Environ("XL_VSM_SHIM") & "/answer.txt"
    nFile = FreeFile
    Open sAsk For Output As #nFile
    Print #nFile, sName
    For i = LBound(aCells) To UBound(aCells)
        Written(nFile, aCells(i))
    Next i
    Close #nFile
    Shell(Environ("XL_VSM_PYTHON"), 0, "-I -S " & Environ("XL_VSM_ASKER") & " " & Environ("XL_VSM_PORT"), True)
    Asked = Answered(sAnswer)
End Function

Sub Written(nFile As Integer, aCell)
    Dim r As Long, c As Long
    If IsArray(aCell) Then
        Print #nFile, "range " & (UBound(aCell, 1) - LBound(aCell, 1) + 1) & " " & (UBound(aCell, 2) - LBound(aCell, 2) + 1)
        For r = LBound(aCell, 1) To UBound(aCell, 1)
            For c = LBound(aCell, 2) To UBound(aCell, 2)
                Print #nFile, Told(aCell(r, c))
            Next c
        Next r
    Else
        Print #nFile, Told(aCell)
    End If
End Sub

Function Told(vCell) As String
    If IsEmpty(vCell) Or IsNull(vCell) Then
        REM Some versions of Excel send a blank cell as 0: the answers must not rest on another.
        Told = "number 0"
    ElseIf VarType(vCell) = 8 Then
        Told = "text " & vCell
    ElseIf VarType(vCell) = 10 Then
        Told = "error"
    Else
        Told = "number " & Str(CDbl(vCell))
    End If
End Function

Function Answered(sAnswer As String) As Variant
    Dim nFile As Integer, sLine As String, nRows As Long, nColumns As Long, r As Long, c As Long
    nFile = FreeFile
    Open sAnswer For Input As #nFile
    Line Input #nFile, sLine
    nRows = CLng(Left(sLine, InStr(sLine, " ") - 1))
    nColumns = CLng(Mid(sLine, InStr(sLine, " ") + 1))
    Dim aAll(1 To nRows, 1 To nColumns)
    For r = 1 To nRows
        For c = 1 To nColumns
            Line Input #nFile, sLine
            If Left(sLine, 7) = "number " Then
                aAll(r, c) = Val(Mid(sLine, 8))
            Else
                aAll(r, c) = Mid(sLine, 6)
            End If
        Next c
    Next r
    Close #nFile
    If nRows = 1 And nColumns = 1 Then
        Answered = aAll(1, 1)
    Else
        Answered = aAll
    End If
End Function
