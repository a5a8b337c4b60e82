"""Several processes of this machine, in which workbooks are checked."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, Final

SAFE: Final = "PYTHONSAFEPATH"


class Processes(Executor):
    """Processes of this machine, and new ones where a workbook has ended one.

    Args:
        number: how many there are.
    """

    def __init__(self, number: int) -> None:
        """Start none yet: each starts when there is something for it to do."""
        self._number = number
        self._pool = self._new()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have one of them do it."""
        # A process may be started now, and Ctrl-C is not for it.
        with _ctrl_c_waits(), nothing_from_here():
            try:
                return self._pool.submit(fn, *args, **kwargs)
            except BrokenProcessPool:
                self._pool = self._new()
                return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End them when they are done."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def _new(self) -> ProcessPoolExecutor:
        # The same start on every system, and no copy of whatever this process holds or runs.
        context = multiprocessing.get_context("spawn")
        with nothing_from_here():  # what keeps track of semaphores is a process too
            return ProcessPoolExecutor(self._number, mp_context=context, initializer=_begin)


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Hold Ctrl-C back for a moment; what is started meanwhile never gets it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def nothing_from_here() -> Iterator[None]:
    """Let a Python that starts bring nothing in from the folder that happens to be the current one.

    That may be where somebody keeps the workbooks they were sent, with a `json.py` among them.
    """
    before = os.environ.get(SAFE)
    os.environ[SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE]
        else:
            os.environ[SAFE] = before


def _begin() -> None:
    """Leave Ctrl-C to the process that asked, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asker = multiprocessing.parent_process()
    if asker is not None:
        threading.Thread(target=_end_with, args=[asker.sentinel], daemon=True).start()


def _end_with(sentinel: int) -> None:
    """End this process when the one that asked is gone, even if it was killed."""
    wait([sentinel])
    os._exit(1)
