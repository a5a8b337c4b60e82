"""Through the server: the real xlwings Server on this machine, asked over HTTP as the add-in asks.

Needs a licence key in XLWINGS_LICENSE_KEY. The browser's own part, the same for every function, is
left out.
"""

from __future__ import annotations

import http.client
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from benchmarks.calls import CALLS, FLOOR_CALLS, Timed
from benchmarks.timing import best_of
from tests.hosts.server import PROJECT, serving

FUNCTIONS = """
from benchmarks.identity import *
"""


def timed(rounds: int) -> dict[str, dict[str, float]]:
    """Return what each call took through the server, in milliseconds, for a cell and a column."""
    with _project() as project, serving(project, {"PYTHONPATH": str(PROJECT.parents[1])}) as served:
        connection = http.client.HTTPConnection(urlsplit(served.base).netloc)
        every = (*FLOOR_CALLS, *CALLS)
        cells = {call.function: _asked(connection, call, call.cell) for call in every}
        columns = {call.function: _asked(connection, call, call.column) for call in every}
        took = {"cell": best_of(cells, rounds * 20), "column": best_of(columns, rounds)}
        connection.close()
    return took


@contextmanager
def _project() -> Iterator[Path]:
    """Make the server's project with the floor's functions among ours."""
    with TemporaryDirectory(prefix="xl-vsm-benchmark-") as folder:
        project = Path(folder) / "server"
        shutil.copytree(PROJECT, project)
        with (project / "custom_functions" / "__init__.py").open("a", encoding="utf-8") as file:
            file.write(FUNCTIONS)
        yield project


def _asked(connection: http.client.HTTPConnection, call: Timed, given: tuple[Any, ...]) -> Any:
    body = json.dumps(
        {
            "client": "Office.js",
            "func_name": call.function,
            "args": [_as_office_js(cell) for cell in given],
            "caller_address": "[Pay.xlsx]Pay!B2",
            "session_id": "benchmark",
            "culture_info_name": "en-GB",
            "date_format": "dd/mm/yyyy",
            "version": "0.37.8",
            "runtime": "1.4",
        }
    ).encode()
    headers = {"Content-Type": "application/json", "Authorization": "", "Auth-Provider": ""}

    def ask() -> bytes:
        connection.request("POST", "/xlwings/custom-functions-call", body, headers)
        answer = connection.getresponse()
        data = answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{call.function}: {answer.status} {data.decode(errors='replace')}")
        return data

    return ask


def _as_office_js(given: Any) -> Any:
    if given is None:
        return None
    return given if isinstance(given, list) else [[given]]
