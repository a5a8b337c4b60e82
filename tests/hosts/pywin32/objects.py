"""COM objects as pywin32 shows them, and the few of Excel's that a formula touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

UNKNOWN_NAME = -2147352570
RANGE = "{00020846-0000-0000-C000-000000000046}"


class ComError(Exception):
    """What pywin32 raises; `hresult` says why."""

    def __init__(self, hresult: int, text: str = "") -> None:
        super().__init__(hresult, text, None, None)
        self.hresult = hresult


class Thing:
    """Something of Excel's. What it has is what Python attributes it has."""

    iid = "{00000000-0000-0000-0000-000000000000}"


class PyIDispatch:
    """A bare pointer to a thing, as COM hands it to a method of the server."""

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def GetTypeInfo(self) -> Any:
        about = SimpleNamespace(iid=self.thing.iid)
        return SimpleNamespace(
            GetTypeAttr=lambda: about,
            GetDocumentation=lambda _number: (type(self.thing).__name__, None, 0, None),
        )

    def GetIDsOfNames(self, _locale: int, name: str) -> int:
        if not hasattr(self.thing, name):
            raise ComError(UNKNOWN_NAME, name)
        return 0


class CDispatch:
    """A thing as Python code uses it: `sheet.Name`, `books("a")`, `for cell in cells`."""

    def __init__(self, pointer: PyIDispatch) -> None:
        self.__dict__["_oleobj_"] = pointer

    def __getattr__(self, name: str) -> Any:
        return _shown(getattr(self._oleobj_.thing, name))

    def __call__(self, *args: Any) -> Any:
        return _shown(self._oleobj_.thing(*args))

    def __iter__(self) -> Iterator[Any]:
        return map(_shown, self._oleobj_.thing)


def dispatch(thing: Any, **named: Any) -> CDispatch:
    """Make a pointer usable; what is usable already stays."""
    return thing if isinstance(thing, CDispatch) else CDispatch(thing)


def _shown(value: Any) -> Any:
    return CDispatch(PyIDispatch(value)) if isinstance(value, Thing) else value


class Application(Thing):
    """Excel: keeps what it is told about each function for the function wizard."""

    Version = "16.0"
    Hwnd = 1

    def __init__(self) -> None:
        self.described: list[tuple[str, dict[str, Any]]] = []

    def MacroOptions(self, macro: str, **about: Any) -> None:
        self.described.append((macro, about))


class VBComponents(Thing):
    """The modules of a project: none of the one asked for, and what was imported."""

    def __init__(self) -> None:
        self.imported: list[str] = []

    def __call__(self, name: str) -> Any:
        raise ComError(-2147352565, name)

    def Remove(self, _component: Any) -> None:
        raise ComError(-2147352565, "there is none to remove")

    def Import(self, path: str) -> None:
        self.imported.append(Path(path).read_text(encoding="utf-8"))


class VBProject(Thing):
    def __init__(self) -> None:
        self.VBComponents = VBComponents()


class Workbook(Thing):
    """An open workbook of one sheet."""

    def __init__(self, name: str = "pay.xlsm") -> None:
        self.Name = name
        self.Application = Application()
        self.VBProject = VBProject()
        self.Worksheets = Worksheets([Worksheet("Pay", self)])


@dataclass
class Worksheet(Thing):
    Name: str
    Parent: Workbook


class Worksheets(Thing, list[Worksheet]):
    pass


@dataclass
class Count(Thing):
    Count: int


@dataclass
class Range(Thing):
    """Cells of a sheet. `Value` is what COM gives: one value, or a tuple of rows."""

    Worksheet: Worksheet
    Value: Any
    rows: int = 1
    columns: int = 1
    iid: str = field(default=RANGE, repr=False)
    Row = Column = 1

    @property
    def Rows(self) -> Count:
        return Count(self.rows)

    @property
    def Columns(self) -> Count:
        return Count(self.columns)
