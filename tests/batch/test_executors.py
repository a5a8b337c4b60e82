"""Where workbooks are checked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from xl_vsm.batch import Here
from xl_vsm.batch.executors import Processes


def end() -> None:
    os._exit(3)


def stop() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "went on"


def test_here_is_this_process() -> None:
    assert Here().submit(os.getpid).result() == os.getpid()


def test_here_keeps_a_fault_for_whoever_asks() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        Here().submit(int, "x").result()


def test_a_process_that_ends_is_replaced_by_a_new_one() -> None:
    with Processes(1) as executor:
        first = executor.submit(os.getpid).result()
        with pytest.raises(BrokenProcessPool):
            executor.submit(end).result()
        second = executor.submit(os.getpid).result()
    assert len({os.getpid(), first, second}) == 3


def test_a_process_sees_the_environment_of_the_one_that_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for said in ("one", "two"):
        monkeypatch.setenv("SAID_BEFORE", said)
        with Processes(1) as executor:
            assert executor.submit(os.getenv, "SAID_BEFORE").result() == said


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signal to one process")
def test_ctrl_c_is_for_the_process_that_asked() -> None:
    with Processes(1) as executor:
        assert executor.submit(stop).result() == "went on"


@pytest.mark.skipif(os.name == "nt", reason="Windows kills no process as Linux does")
def test_processes_do_not_outlive_the_one_that_asked() -> None:
    code = (
        "import os\nfrom xl_vsm.batch.executors import Processes\n"
        "if __name__ == '__main__':\n"
        "    executor = Processes(1)\n"
        "    print(executor.submit(os.getpid).result(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    worker = int(asked.stdout)
    for _ in range(200):
        if not _runs(worker):
            return
        time.sleep(0.05)
    pytest.fail("the worker still runs")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or ") Z " not in stat.read_text(encoding="ascii", errors="replace")
