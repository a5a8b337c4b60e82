"""The functions in xlwings Lite: Pyodide on Node, between the add-in's own Python and JavaScript.

The runtime is that of xlwings Wasm, which xlwings-server ships and Lite is built on. It asks for a
licence key, which whoever runs the tests brings.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from inspect import Parameter
from pathlib import Path
from typing import Any

import udfs  # noqa: F401 - defines the functions whose arguments are looked up here
from tests.conftest import ROOT
from tests.hosts.browser.wire import Wire, shown
from tests.hosts.cells import Answer
from tests.hosts.parity import Call
from tests.hosts.pyodide.running import own_wheel, run
from tests.hosts.pyodide.set_up import missing
from xl_vsm.excel import REGISTRY

MAIN = ROOT / "install" / "lite" / "main.py"
KEY = "XLWINGS_LICENSE_KEY"
HOME = "/home/pyodide"
"""Where Pyodide keeps a person's files."""

_OFFICE = ROOT / "tests" / "hosts" / "browser" / "office.js"
_GENERATE = """
import asyncio, sys
import xlwings_server.config
from xlwings_server.routers.xlwings import custom_functions_code
sys.stdout.write(asyncio.run(custom_functions_code()).body.decode())
"""


def no_lite() -> str | None:
    """Return why xlwings Lite cannot be run here; None where it can."""
    if why := missing():
        return why
    if not os.environ.get(KEY):
        return f"xlwings Lite's runtime needs a licence key in {KEY}"
    return None if find_spec("xlwings_server") else "xlwings-server is not installed"


class Lite:
    """A workbook with xlwings Lite, whose main.py is the one in `install/lite`.

    Args:
        main: the text of another main.py.
        only: the packages of its requirements.txt; otherwise all, and our own from a web address.
    """

    def __init__(self, main: str | None = None, only: frozenset[str] | None = None) -> None:
        self._main = _text(MAIN) if main is None else main
        self._only = only

    @staticmethod
    def formulas(calls: Sequence[Call], wire: Wire | None = None) -> list[dict[str, Any]]:
        """Return calls as an Excel sends them over its wire."""
        wire = wire or Wire()
        return [{"name": c.function, "given": wire.sent(c, _parameters(c))} for c in calls]

    @staticmethod
    def answers(calls: Sequence[Call], outcomes: Sequence[Mapping[str, Any]]) -> list[Answer]:
        """Return what the cells of calls show."""
        return [
            shown(call, _without_name(outcome))
            for call, outcome in zip(calls, outcomes, strict=True)
        ]

    def session(
        self, formulas: Sequence[Mapping[str, Any]] = (), scripts: Sequence[Any] = ()
    ) -> dict[str, Any]:
        """Open the workbook, answer formulas, run the scripts, and report all that was seen."""
        wasm = _package() / "wasm"
        return run(
            "excel.mjs",
            only=self._only,
            install=None if self._only else own_wheel(),
            files={
                f"{HOME}/config.py": _text(wasm / "config.py"),
                f"{HOME}/main.py": self._main,
                # The runtime asks two packages for what there is; Lite has it all in main.py.
                f"{HOME}/custom_functions/__init__.py": "from main import *\n",
                f"{HOME}/custom_scripts/__init__.py": "from main import *\n",
            },
            environment={KEY: os.environ[KEY]},
            runtime=_text(wasm / "wasm_runtime.py"),
            javascript=[_text(_OFFICE), generated_javascript()],
            main=self._main,
            formulas=list(formulas),
            scripts=list(scripts),
        )


def _parameters(call: Call) -> list[dict[str, bool]]:
    """Return what Excel was told of a function's arguments: that one may be given repeatedly."""
    signature = REGISTRY[call.function].signature
    kinds = [parameter.kind for parameter in signature.parameters.values()]
    return [{"repeating": kind is Parameter.VAR_POSITIONAL} for kind in kinds]


def _without_name(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what the add-in says before the words of a fault."""
    words = {"words": outcome["words"].removeprefix("Error: ")} if "words" in outcome else {}
    return {**outcome, **words}


@cache
def generated_javascript() -> str:
    """Have xlwings-server write the JavaScript that Excel calls for each of our functions."""
    with tempfile.TemporaryDirectory() as name:
        for package, text in (("functions", "from udfs import *\n"), ("scripts", "")):
            folder = Path(name, f"custom_{package}")
            folder.mkdir()
            (folder / "__init__.py").write_text(text, encoding="utf-8")
        environment = {
            **os.environ,
            "XLWINGS_PROJECT_DIR": name,
            "PYTHONPATH": os.pathsep.join([name, str(ROOT)]),
        }
        done = subprocess.run(
            [sys.executable, "-c", _GENERATE],
            cwd=name,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _package() -> Path:
    spec = find_spec("xlwings_server")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
