"""The modules of pywin32 that xlwings imports, each with the names that it uses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import ModuleType, SimpleNamespace
from typing import Any

from tests.hosts.pywin32.objects import CDispatch, ComError, PyIDispatch, dispatch

DISPATCH = "IDispatch"


class PyTime(datetime):
    """A moment as COM gives it: local time, labelled with a zone that says nothing."""


class Wrapped:
    """A Python object on its way out to Excel."""

    def __init__(self, inner: object) -> None:
        self.inner = inner


class DefaultPolicy:
    """Makes the object that Excel asks for; xlwings puts its own in the place of this."""

    def _CreateInstance_(self, _clsid: str, _iid: str) -> Any:
        raise ComError(-2147221164, "class not registered")


class DispatchBaseClass:
    """Of generated classes, of which there are none here."""


def wrap(inner: object, iid: str = DISPATCH) -> Wrapped:
    return Wrapped(inner)


def unwrap(outer: Any) -> Any:
    if not isinstance(outer, Wrapped):
        raise ValueError("not an object of this server")
    return outer.inner


def always(value: Any) -> Callable[..., Any]:
    """Return what answers every call alike, where the call has no bearing on what is tested."""

    def answer(*args: object) -> Any:
        return value

    return answer


nothing = always(None)


def pywin32_modules(pump: Callable[[], bool]) -> dict[str, ModuleType]:
    """Return the modules by name.

    Args:
        pump: handles what waits for the server, and says whether to stop it.
    """
    client = _module(
        "win32com.client",
        CDispatch=CDispatch,
        Dispatch=dispatch,
        DispatchEx=dispatch,
        DispatchBaseClass=DispatchBaseClass,
        gencache=SimpleNamespace(EnsureModule=nothing),
    )
    policy = _module("win32com.server.policy", DefaultPolicy=DefaultPolicy)
    util = _module("win32com.server.util", wrap=wrap, unwrap=unwrap)
    dispatcher = _module("win32com.server.dispatcher")
    server = _module("win32com.server", policy=policy, util=util, dispatcher=dispatcher)
    made = [
        _module("pywintypes", com_error=ComError, error=OSError, TimeType=PyTime, IID=str),
        _pythoncom(pump),
        _module("win32api", GetCurrentThreadId=always(1)),
        _module("win32con"),
        _module(
            "win32event",
            INFINITE=-1,
            QS_ALLEVENTS=0,
            WAIT_OBJECT_0=0,
            MsgWaitForMultipleObjects=always(0),
        ),
        _module("win32gui"),
        _module("win32process", GetWindowThreadProcessId=always((1, 1))),
        _module("win32timezone", TimeZoneInfo=SimpleNamespace(utc=always(UTC))),
        _module("win32com", client=client, server=server),
        client,
        server,
        policy,
        util,
        dispatcher,
    ]
    return {module.__name__: module for module in made}


def _pythoncom(pump: Callable[[], bool]) -> ModuleType:
    return _module(
        "pythoncom",
        __file__="pythoncom",
        com_error=ComError,
        ole_error=ComError,
        IID_IDispatch=DISPATCH,
        TypeIIDs={DISPATCH: PyIDispatch},
        CLSCTX_LOCAL_SERVER=4,
        REGCLS_MULTIPLEUSE=1,
        REGCLS_SUSPENDED=4,
        CoInitialize=nothing,
        CoUninitialize=nothing,
        CoRegisterClassObject=always(1),
        CoResumeClassObjects=nothing,
        CoRevokeClassObject=nothing,
        EnableQuitMessage=nothing,
        MakePyFactory=lambda clsid: clsid,
        PumpWaitingMessages=pump,
    )


def _module(name: str, **members: Any) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(members)
    return module
