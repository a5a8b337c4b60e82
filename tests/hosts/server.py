"""xlwings Server itself, started for the tests, and asked as Excel's add-in asks it."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.conftest import ROOT
from tests.hosts.browser.wire import Wire, shown
from tests.hosts.cells import Answer
from tests.hosts.parity import Call
from xl_vsm.parameters.own import VARIABLE

PROJECT = ROOT / "install" / "server"
KEY = "XLWINGS_LICENSE_KEY"
PATIENCE = 60
"""Seconds for the server to start on a busy machine."""


def missing() -> str | None:
    """Say what the server needs and is not here, or None."""
    if not os.environ.get(KEY):
        return f"xlwings Server needs a licence key in {KEY}, and none comes with this project"
    if importlib.util.find_spec("xlwings_server") is None:
        return "xlwings-server is not installed: pip install xl-vsm[server]"
    return None


def browser_missing() -> str | None:
    """Say what driving the server from a browser needs and is not here, or None."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed"
    from tests.hosts.browser.page import chromium  # noqa: PLC0415 - needs playwright

    return missing() or (None if chromium() else "Chromium is not on the path")


@dataclass(frozen=True)
class Served:
    """A server that runs.

    Attributes:
        base: its address, such as http://127.0.0.1:8000.
        log: the file that it logs to.
    """

    base: str
    log: Path

    def get(self, path: str) -> str:
        """Return what it sends for a path, as text."""
        with urllib.request.urlopen(self.base + path, timeout=PATIENCE) as answer:
            text: str = answer.read().decode("utf-8")
        return text

    def functions(self) -> dict[str, dict[str, Any]]:
        """Return what Excel is told about each function, by name."""
        told = json.loads(self.get("/xlwings/custom-functions-meta.json"))
        return {function["name"]: function for function in told["functions"]}


@contextmanager
def serving(project: Path = PROJECT, settings: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Start xlwings Server on a free port of this machine alone, and stop it.

    Args:
        project: the folder that it serves, with its `custom_functions`.
        settings: in place of those that `install/server/set_up.py` writes.

    Raises:
        RuntimeError: it did not start; its log is in the words.
    """
    with TemporaryDirectory(prefix="xl-vsm-server-", ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "server.log"
        environment = _environment(project, Path(folder), settings or {})
        command = [sys.executable, "-m", "uvicorn", "xlwings_server.main:main_app"]
        with (
            log.open("wb") as file,
            subprocess.Popen(
                # The system finds a free port, so that no other program can take it meanwhile.
                [*command, "--host", "127.0.0.1", "--port", "0"],
                cwd=project,
                env=environment,
                stdout=file,
                stderr=subprocess.STDOUT,
            ) as server,
        ):
            try:
                yield Served(_address(server, log), log)
            finally:
                server.terminate()
                try:
                    server.wait(10)
                except subprocess.TimeoutExpired:
                    server.kill()


def _environment(project: Path, folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Return the server's own environment: nothing of xlwings' from this one but the key."""
    written = folder / "settings"
    set_up = PROJECT / "set_up.py"
    subprocess.run(
        [sys.executable, set_up, "vsm.example.nhs.uk", "--settings-only", "--settings", written],
        check=True,
        capture_output=True,
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XLWINGS_")}
    return {
        **kept,
        "DOTENV_PATH": str(written),
        # xlwings reads a person's own settings from their home.
        "HOME": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "XLWINGS_PROJECT_DIR": str(project),
        KEY: os.environ[KEY],
        VARIABLE: str(folder / "rates"),
        **settings,
    }


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the server says where it is."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        if said := re.search(r"running on (http://[0-9.:]+)", _read(log)):
            return said[1]
        time.sleep(0.05)
    raise RuntimeError(f"xlwings Server did not start. Its log:\n{_read(log)}")


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")


class Server:
    """The functions through xlwings Server, asked by the add-in's own script in Chromium.

    Args:
        served: the server.
        opened: the add-in's page of it, as `tests.hosts.browser.page.sheet` opens one.
        wire: how this Excel sends cells.
    """

    def __init__(self, served: Served, opened: Any, wire: Wire) -> None:
        self._functions = served.functions()
        self._opened = opened
        self._wire = wire

    def ask(self, calls: Sequence[Call]) -> list[Answer]:
        """Answer each call, in order, as cells show it."""
        formulas = [
            {
                "name": call.function,
                "given": self._wire.sent(call, self._functions[call.function]["parameters"]),
            }
            for call in calls
        ]
        outcomes = self._opened.calculate(formulas)
        return [shown(call, outcome) for call, outcome in zip(calls, outcomes, strict=True)]
