"""A workbook that takes too long, too much memory or the process with it hurts nobody else."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

import httpx
import psutil
import pytest

from tests.web.api.asking import PLAIN, ask, file, refused, sent
from tests.web.hostile.faulty import MODULE
from tests.web.hostile.wire import END, FORM, PART, QUICK, connected, head, lives, ordinary
from tests.web.running import Running, running

PATIENCE = 60
WORK = 8
SLOW = sent("slow.xlsx", b"never read")


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a server that gives no workbook long, and two processes; one address has one of them."""
    folder = tmp_path_factory.mktemp("hurried")
    settings = {"work_seconds": WORK, "behind_proxy": "127.0.0.1"}
    with running(folder, module=MODULE, **settings) as it:
        yield it


class Asking(threading.Thread):
    """Somebody who sends workbooks, and waits for the answer beside the test."""

    def __init__(self, server: Running, *parts) -> None:
        super().__init__()
        self.server, self.parts = server, parts
        self.start()

    def run(self) -> None:
        self.answer = ask(self.server.base, *self.parts)

    def answered(self) -> httpx.Response:
        self.join()
        return self.answer


def parts_of(server: Running) -> dict[int, float]:
    """Return the processes that the server works with, and how long each has been busy."""
    busy = {}
    for process in psutil.Process(server.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if "resource_tracker" not in " ".join(process.cmdline()):
                busy[process.pid] = sum(process.cpu_times()[:2])
    return busy


def until(true, seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def idle(server: Running) -> bool:
    before = parts_of(server)
    time.sleep(1)
    later = parts_of(server)
    return before.keys() == later.keys() and sum(later.values()) - sum(before.values()) < 0.2


def at_work(server: Running) -> int:
    """Return the process that is busy with a workbook: the busiest three times running."""
    busiest: list[int] = []
    while len(busiest) < 3 or len(set(busiest[-3:])) > 1:
        before = parts_of(server)
        time.sleep(0.5)
        now = parts_of(server)
        gained = {pid: now.get(pid, 0) - busy for pid, busy in before.items()}
        most = max(gained, key=gained.__getitem__)
        busiest.append(most if gained[most] > 0.1 else -len(busiest))
    return busiest[-1]


def test_one_that_takes_too_long_is_ended_and_others_do_not_wait_for_it(hurried: Running) -> None:
    began = time.perf_counter()
    slow = Asking(hurried, SLOW)
    meanwhile = []
    while slow.is_alive():
        meanwhile.append(ordinary(hurried))
        time.sleep(1)
    refused(slow.answered(), 422, "SEC008", f"{WORK} seconds")
    assert time.perf_counter() - began < WORK + QUICK
    assert len(meanwhile) >= 2
    assert sorted(meanwhile)[len(meanwhile) // 2] < WORK
    lives(hurried)


def test_many_in_one_request_leave_a_process_to_others(hurried: Running) -> None:
    slow = Asking(hurried, SLOW, SLOW, file(PLAIN))
    time.sleep(1)
    assert ordinary(hurried) < QUICK
    workbooks = slow.answered().json()["workbooks"]
    codes = [each["findings"][0]["code"] for each in workbooks[:2]]
    assert codes == ["SEC008", "SEC008"]
    assert workbooks[2]["sha256"]
    assert workbooks[2]["path"] == PLAIN.name


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_idle_processes_that_are_killed_are_replaced(hurried: Running) -> None:
    for _ in range(2):
        lives(hurried)
        killed = parts_of(hurried)
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        assert ordinary(hurried) < PATIENCE
        assert not killed.keys() & parts_of(hurried).keys()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_one_that_ends_at_its_work_is_the_files_fault(hurried: Running) -> None:
    lives(hurried)
    until(lambda: idle(hurried))
    slow = Asking(hurried, SLOW)
    os.kill(at_work(hurried), signal.SIGKILL)
    refused(slow.answered(), 422, "SEC010", "process that looked at the workbook ended")
    lives(hurried)


def test_whoever_goes_away_leaves_no_work_behind(hurried: Running) -> None:
    lives(hurried)
    body = PART.replace(b"a.xlsx", b"slow.xlsx") + END
    gone = [connected(hurried) for _ in range(20)]
    for connection in gone:
        connection.sendall(head(hurried, FORM, f"Content-Length: {len(body)}") + body)
    time.sleep(1)
    for connection in gone:
        connection.close()
    # Twenty of them would keep the process that one address has busy for two minutes.
    assert ordinary(hurried) < QUICK
    until(lambda: idle(hurried), QUICK)


def test_memory_is_capped(hurried: Running) -> None:
    refused(ask(hurried.base, sent("large.xlsx", b"")), 422, "SEC009", "3,000 MB")
    lives(hurried)


def test_hardly_anything_is_said_of_all_this(hurried: Running) -> None:
    """One that is killed while it starts does not start."""
    assert set(hurried.said().splitlines()) <= {
        "a process for uploads does not start; trying again"
    }
