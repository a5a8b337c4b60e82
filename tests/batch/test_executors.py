"""Where workbooks are checked."""

from __future__ import annotations

import os
import signal
from concurrent.futures.process import BrokenProcessPool

import pytest

from xl_vsm.batch import Here, Processes


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


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signal to one process")
def test_ctrl_c_is_for_the_process_that_asked() -> None:
    with Processes(1) as executor:
        assert executor.submit(stop).result() == "went on"
