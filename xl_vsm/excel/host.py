"""Where worksheet functions run, and the one place that touches xlwings.

    plain   ordinary Python: tests, scripts, the command line
    com     Excel on Windows, calling Python on the same machine
    server  Excel anywhere, calling Python on a server (xlwings Server)
    lite    Excel anywhere, Python inside the add-in (xlwings Lite)

xlwings gives its decorators from another module on each host. In ordinary Python off Windows they
do nothing, so xlwings, which takes most of a second to load, is then left alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, Literal, TypeAlias, cast

Host: TypeAlias = Literal["plain", "com", "server", "lite"]

_COM = "xlwings.udfs"
_OFFICE_JS = "xlwings.pro.udfs_officejs"


def _needed() -> bool:
    """Say whether xlwings can matter: its decorators do something, or a host has loaded it."""
    return (
        os.name == "nt" or os.environ.get("XLWINGS_ON_SERVER") == "true" or "xlwings" in sys.modules
    )


_xlwings: Any = None
if _needed():
    try:
        import xlwings
    except ImportError:
        # Nothing is bound; the functions work in plain Python all the same.
        pass
    else:
        _xlwings = xlwings


def host() -> Host:
    """Return where this is running."""
    home = getattr(getattr(_xlwings, "func", None), "__module__", "")
    if home == _COM:
        return "com" if _serves_excel() else "plain"
    if home == _OFFICE_JS:
        return "lite" if sys.platform == "emscripten" else "server"
    return "plain"


def bind(
    function: Callable[..., Any],
    arguments: Mapping[str, str],
    category: str,
    help_url: str | None = None,
) -> Callable[..., Any]:
    """Tell the host about a worksheet function: its arguments, taken raw, and where it is listed.

    The function must carry no type hints, for xlwings would read cells by them in its own way.
    """
    if _xlwings is None:
        return function
    for name, doc in arguments.items():
        function = _xlwings.arg(name, "raw", doc=doc)(function)
    about = {"category": category} | ({"help_url": help_url} if help_url else {})
    return cast("Callable[..., Any]", _xlwings.func(**about)(function))


def refusal(words: str) -> Exception:
    """Return the exception whose words xlwings shows to the user, unlike any other's."""
    return cast("Exception", _xlwings.XlwingsError(words))


def _serves_excel() -> bool:
    """Say whether Excel started this process, and not a script on a PC that has xlwings."""
    server = sys.modules.get("xlwings.com_server")
    loop = getattr(server, "loop", None)
    return bool(loop is None or loop.is_running())


if host() == "server":
    # xlwings looks for Pyodide at every cell it handles, which costs more than the answer.
    # It is never there; saying so once makes ten thousand cells several times quicker.
    cast("dict[str, ModuleType | None]", sys.modules).setdefault("pyodide", None)
