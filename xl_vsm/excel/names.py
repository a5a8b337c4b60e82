"""Names that Excel and the Visual Basic that xlwings writes for it can take."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xl_vsm.excel.errors import LONGEST

_CELL = re.compile(r"[A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*")
_FUNCTION = re.compile(r"[A-Z][A-Z0-9_]*")

_VBA_WORDS = """
    abs addressof and any array as attribute boolean byref byte byval call case cbool cbyte ccur
    cdate cdbl cdec cdecl cint circle clng clnglng clngptr close const csng cstr currency cvar
    cverr date debug decimal declare defbool defbyte defcur defdate defdbl defdec defint deflng
    deflnglng deflngptr defobj defsng defstr defvar dim do doevents double each else elseif empty
    end endif enum eqv erase event exit false fix for friend function get global gosub goto if imp
    implements in input inputb int integer is lbound len lenb let like line lineinput lock
    long longlong longptr loop lset me mod new next not nothing null object on open option optional
    or paramarray preserve print private property pset public put raiseevent redim rem resume
    return rset scale seek select set sgn shared single spc static step stop string sub tab then to
    true type typeof ubound unlock until variant wend while with withevents write xor
"""
_XLWINGS_WORDS = "app application argsarray caller failed k thisworkbook xlpy"
"""What the Visual Basic written by xlwings calls its own; `caller` is filled in by xlwings."""


_TAKEN = frozenset(f"{_VBA_WORDS} {_XLWINGS_WORDS}".split())


def check_function_name(name: str) -> None:
    """Refuse a function name that Excel would read as a cell, or that is not in capitals."""
    if not _FUNCTION.fullmatch(name):
        raise ValueError(f"{name}: a worksheet function's name is in capitals, as Excel's own are")
    if _CELL.fullmatch(name):
        raise ValueError(f"{name}: Excel would take this name for a cell")


def check_argument_names(function: str, names: Sequence[str]) -> None:
    """Refuse argument names that Visual Basic cannot compile or the function wizard cannot show."""
    for name in names:
        if name.startswith("_"):
            raise ValueError(f"{function}: {name} starts with an underscore, as no VBA name may")
        if name.casefold() in _TAKEN | {function.casefold()}:
            raise ValueError(f"{function}: {name} already means something else in VBA")
    if len(names) + sum(len(name) for name in names) >= LONGEST:
        raise ValueError(f"{function}: its argument names are too long together for Excel's wizard")
