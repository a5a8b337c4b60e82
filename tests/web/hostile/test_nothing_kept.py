"""Of an upload nothing is written, to a file or to a log, whatever comes of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import psutil
import pytest

from tests.conftest import ROOT
from tests.hostile import old_kinds
from tests.web.api.asking import FAULTS, Part, ask, file, sent
from tests.web.hostile.faulty import MODULE
from tests.web.hostile.wire import FORM, PART, connected, head
from tests.web.running import Running, running

MARK = "Zanzibar4711"
"""What no program says by itself: it stands in every cell, name and field that is sent."""


def marked(folder: Path) -> bytes:
    """Return an example with the mark in its cells."""
    book = openpyxl.load_workbook(FAULTS)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.row > 8:
                    cell.value = f"{cell.value} {MARK}"
    path = folder / "marked.xlsx"
    book.save(path)
    return path.read_bytes()


def all_ways(server: Running, data: bytes) -> None:
    """Send the marked workbook every way there is, well and badly."""
    name = f"{MARK}.xlsx"
    broken = data[: len(data) // 2]
    ways: list[tuple[str, list[Part], dict[str, str]]] = [
        ("/api/check", [sent(name, data)], {}),
        ("/api/check", [sent(name, data), sent(f"2{name}", broken)], {"profile": "audit"}),
        ("/api/check", [sent(name, broken)], {}),
        ("/api/check", [sent(name, MARK.encode())], {}),
        ("/api/check", [sent(name, old_kinds.xls_in_a_loop())], {}),
        ("/api/check", [sent(name, data)], {"effective": MARK}),
        ("/api/check", [sent(name, data)], {MARK: MARK}),
        ("/api/annotate", [sent(name, data)], {}),
        ("/api/annotate", [sent(name, broken)], {}),
        ("/check", [sent(name, data)], {"form_key": MARK}),
        (f"/{MARK}?{MARK}={MARK}", [sent(name, data)], {}),
    ]
    for route, parts, fields in ways:
        assert ask(server.base, *parts, route=route, **fields).status_code < 500
    for body in (PART + MARK.encode(), MARK.encode() * 9):
        with connected(server) as connection:
            connection.sendall(head(server, FORM, "Content-Length: 90000", f"X: {MARK}") + body)
    with connected(server) as connection:
        connection.sendall(f"{MARK} / HTTP/9\r\n{MARK}\r\n\r\n".encode())
        connection.recv(100)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("watched"), upload_seconds=10, workers=1) as it:
        yield it


STRACE = shutil.which("strace")


@pytest.mark.skipif(sys.platform != "linux" or not STRACE, reason="strace is not here")
def test_no_file_is_written(watched: Running, tmp_path: Path) -> None:
    """Ten megabytes go in many ways: no process of the server opens a file to write to it."""
    large = marked(tmp_path)
    filler = [("workbook", (f"{number}.xlsx", bytes(10_000_000))) for number in range(2)]
    before = {*watched.temporary.parent.rglob("*")}
    processes = psutil.Process(watched.process.pid).children(recursive=True)
    numbers = [watched.process.pid, *(each.pid for each in processes)]
    trace = tmp_path / "trace"
    opening = "trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,truncate"
    watching = [f"-p{number}" for number in numbers]
    strace = subprocess.Popen(
        [str(STRACE), "-f", "-qq", "-s", "300", "-e", opening, "-o", str(trace), *watching],
        cwd=ROOT,
    )
    try:
        while not trace.exists():
            assert strace.poll() is None
        all_ways(watched, large)
        ask(watched.base, file(FAULTS), *filler)
    finally:
        strace.terminate()
        strace.wait(60)
    assert watched.kept() == []
    assert {*watched.temporary.parent.rglob("*")} - before == set()
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(calls) > 5
    writing = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|^\d+ +(?!open)\w+\(")
    # Locks between processes are names there; Python keeps what it has compiled of itself.
    other = re.compile(r'"/dev/(null|shm/)|__pycache__')
    assert [call for call in calls if writing.search(call) and not other.search(call)] == []


def test_nothing_of_it_is_logged(watched: Running, tmp_path: Path) -> None:
    all_ways(watched, marked(tmp_path))
    watched.process.terminate()
    watched.process.wait(60)
    assert watched.process.stdout is not None
    said = watched.said() + watched.process.stdout.read()
    assert MARK not in said
    # What is said is of the server's own, and no more than that a request was no HTTP.
    assert re.sub(r"WARNING:\s+Invalid HTTP request received\.\n", "", said) == ""


def test_nothing_of_it_is_logged_where_the_tool_is_at_fault(tmp_path: Path) -> None:
    """A check that crashes, and a fault outside of any, quote the workbook; the log does not."""
    data = marked(tmp_path)
    with running(tmp_path, module=MODULE, workers=1) as server:
        assert ask(server.base, sent("broken.xlsx", data)).status_code == 500
        answer = ask(server.base, sent("faulty.xlsx", data))
        assert answer.status_code == 200
        codes = {each["code"] for each in answer.json()["workbooks"][0]["findings"]}
        assert "RUN001" in codes
    said = server.said()
    assert MARK not in said
    assert said.count("a fault of this tool: ValueError") == 1
