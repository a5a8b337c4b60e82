"""The processes that are ready to parse, kept for the next file and replaced when one is lost."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable
from typing import Any, Final

from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.apart.process import Lost, Process, can_be_apart
from xl_vsm.sheets.apart.wire import NotOurs, unpacked
from xl_vsm.sheets.carried import Carried
from xl_vsm.sheets.cells import Book
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.refused import RefusedFile

KEPT: Final = 2
"""How many idle processes are kept; whoever asks at once from more threads has more for a time."""

CRASHED: Final = "SEC010"
"""The code for a file that ended the process which read it."""

Question = Callable[[Process], tuple[dict[str, Any], bytes]]
"""What is asked of whichever process is ready."""

_idle: list[Process] = []
_lock = threading.Lock()


def get_ready() -> None:
    """Start a process now, so that it is there by the time that a file is to be read."""
    if can_be_apart():
        _give_back(process_to_ask())


def read_apart(
    data: bytes,
    name: str,
    limits: Limits,
    caps: Caps,
    *,
    keep_alike: bool = False,
    by: Process | None = None,
) -> tuple[Book, tuple[Carried, ...]]:
    """Read a file's cells in a process of its own.

    Args:
        data: the file.
        name: what it is called in messages.
        limits: how large it may be.
        caps: how much time and memory it may take.
        keep_alike: whether rows of a long list may be kept as columns.
        by: the process to ask, and no other; whichever is ready where left out.

    Returns:
        The cells, and what the file carries besides them.

    Raises:
        RefusedFile: the file cannot or will not be read, or it took too much time or memory, or
            it ended the process.
    """

    def question(process: Process) -> tuple[dict[str, Any], bytes]:
        return process.ask(data, name, limits, caps, keep_alike=keep_alike)

    try:
        head, body = _asked(question) if by is None else _answer(by, question)
        return _understood(head, body, name, caps)
    except Lost as lost:
        raise _of_the_lost(lost, name, caps, len(data)) from lost
    except NotOurs as fault:
        raise _crashed(name, "its answer makes no sense") from fault


def _asked(question: Question) -> tuple[dict[str, Any], bytes]:
    process = process_to_ask()
    try:
        return _answer(process, question)
    except Lost as lost:
        if lost.timed_out or not process.answered:
            raise
    # What it read before may have harmed it, or the system have ended it: a new one can tell.
    return _answer(Process(), question)


def _answer(process: Process, question: Question) -> tuple[dict[str, Any], bytes]:
    try:
        answer = question(process)
    except BaseException:
        # Interrupted between question and answer: the next asker would get this file's answer.
        process.end()
        raise
    if answer[0].get("last"):
        process.end()
    else:
        _give_back(process)
    return answer


def _understood(
    head: dict[str, Any], body: bytes, name: str, caps: Caps
) -> tuple[Book, tuple[Carried, ...]]:
    if "memory_full" in head:
        raise _too_much_memory(name, caps)
    if "failed" in head:
        raise _crashed(name, f"{head['failed']}")
    try:
        if "refused" in head:
            raise RefusedFile(str(head["refused"]), str(head["message"]))
        carried = tuple(Carried(str(code), int(count)) for code, count in head["carried"])
    except (KeyError, TypeError, ValueError) as fault:
        if isinstance(fault, RefusedFile):
            raise
        raise NotOurs from fault
    return unpacked(body), carried


def process_to_ask() -> Process:
    """Return a process that nobody else asks, for `read_apart` to ask."""
    with _lock:
        while _idle:
            process = _idle.pop()
            if process.alive:
                return process
            process.end()
    return Process()


def _give_back(process: Process) -> None:
    with _lock:
        if len(_idle) < KEPT:
            _idle.append(process)
            return
    process.end()


def _of_the_lost(lost: Lost, name: str, caps: Caps, size: int) -> RefusedFile:
    if lost.timed_out:
        return RefusedFile(
            "SEC008",
            f"{name} could not be read in {caps.time(size):,.0f} seconds, so reading it was "
            "stopped: save a copy with only the pay sheets",
        )
    how = f"signal {-lost.code}" if lost.code and lost.code < 0 else f"code {lost.code}"
    return _crashed(name, f"it ended with {how}")


def _too_much_memory(name: str, caps: Caps) -> RefusedFile:
    return RefusedFile(
        "SEC009",
        f"{name} needs more than {caps.memory_bytes / 1e6:,.0f} MB of memory to be read: save a "
        "copy with only the pay sheets",
    )


def _crashed(name: str, how: str) -> RefusedFile:
    return RefusedFile(
        CRASHED,
        f"{name} ended the process that read it ({how}), as a damaged or hostile file can: open "
        "it in Excel, save it as a new .xlsx and check that",
    )


@atexit.register
def _end_all() -> None:
    with _lock:
        while _idle:
            _idle.pop().end()


def _forget() -> None:
    """In a process that was forked: the parent's processes are not to be talked to."""
    global _lock  # noqa: PLW0603 - another thread may have held it at the fork
    _lock = threading.Lock()
    _idle.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
