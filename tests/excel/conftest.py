from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import xl_vsm.excel.host as host_module
from xl_vsm.excel import REGISTRY

HOMES = {
    "plain": "xlwings",
    "com": "xlwings.udfs",
    "server": "xlwings.pro.udfs_officejs",
    "lite": "xlwings.pro.udfs_officejs",
}


class XlwingsError(Exception):
    pass


class FakeXlwings(ModuleType):
    """Keeps what its decorators are told; they come from the module that a host takes them from."""

    XlwingsError = XlwingsError

    def __init__(self, home: str) -> None:
        super().__init__("xlwings")
        self.told: list[tuple[Any, ...]] = []
        self.seen: list[Any] = []

        def arg(*args: object, **options: object) -> Callable[[Any], Any]:
            return self._decorator("arg", args, options)

        def func(*args: object, **options: object) -> Callable[[Any], Any]:
            return self._decorator("func", args, options)

        arg.__module__ = func.__module__ = home
        self.arg, self.func = arg, func

    def _decorator(self, kind: str, args: tuple[object, ...], options: Any) -> Callable[[Any], Any]:
        def decorate(function: Any) -> Any:
            self.told.append((kind, *args, options))
            self.seen.append((function, dict(function.__annotations__), function.__doc__))
            return function

        return decorate


@pytest.fixture(autouse=True)
def own_registry() -> Iterator[None]:
    """The functions of one test are not there in the next."""
    kept = dict(REGISTRY)
    yield
    REGISTRY.clear()
    REGISTRY.update(kept)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FakeXlwings]]:
    """Put the package onto a host: on("com"), on("server"), on("lite"), or on("plain")."""

    def put(host: str, *, serving: bool = True) -> FakeXlwings:
        fake = FakeXlwings(HOMES[host])
        monkeypatch.setitem(sys.modules, "xlwings", fake)
        if host == "com":
            loop = SimpleNamespace(is_running=lambda: serving)
            monkeypatch.setitem(sys.modules, "xlwings.com_server", SimpleNamespace(loop=loop))
        if host == "lite":
            monkeypatch.setattr(sys, "platform", "emscripten")
        importlib.reload(host_module)
        return fake

    had_pyodide = "pyodide" in sys.modules
    yield put
    monkeypatch.undo()
    # The package says so itself when it is put onto a server.
    if not had_pyodide:
        sys.modules.pop("pyodide", None)
    importlib.reload(host_module)
