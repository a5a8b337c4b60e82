"""The process that parses: files in, cells out, until nobody asks any more."""

from __future__ import annotations

import gc
import os
import sys
from typing import IO, Any

from xl_vsm.sheets.apart.caps import Caps, hold_to, is_spent, most_memory
from xl_vsm.sheets.apart.frames import Ended, receive, send
from xl_vsm.sheets.apart.wire import packed
from xl_vsm.sheets.file_cells import cells_of
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.refused import RefusedFile


def main() -> None:
    """Answer every file that comes, one after the other."""
    asked, answers = sys.stdin.buffer, _own_output()
    # For a workbook that is left to openpyxl: it brings in NumPy if it is there, which takes as
    # long as all the rest, for writing what NumPy holds. Nothing is written here.
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]
    sys.dont_write_bytecode = True
    gc.disable()
    while True:
        try:
            head, data = receive(asked)
        except Ended:
            return
        if answer(head, data, answers):
            return
        # Nobody waits for it now. While a file is read nothing is thrown away that could be
        # collected, and looking for it takes a third of the time.
        gc.collect()
        gc.freeze()  # what is left was brought in and stays: it is not looked through again


def answer(head: dict[str, Any], data: bytes, answers: IO[bytes]) -> bool:
    """Read one file and send what it holds, or why it is refused.

    Returns:
        Whether it was the last that this process reads.
    """
    hold_to(Caps(**head["caps"]), len(data))
    try:
        cells, carried = cells_of(
            data,
            head["name"],
            Limits(**head["limits"]),
            apart=True,
            keep_alike=head.get("keep_alike") is True,
        )
        said: dict[str, Any] = {"carried": [[each.code, each.count] for each in carried]}
        body = packed(cells)
    except RefusedFile as refused:
        said, body = {"refused": refused.code, "message": refused.message}, b""
    except MemoryError:
        said, body = {"memory_full": True}, b""
    except Exception as fault:
        said, body = {"failed": type(fault).__name__}, b""
    last = is_spent()
    send(answers, {**said, "memory": most_memory(), "last": last}, body)
    return last


def _own_output() -> IO[bytes]:
    """Keep the way out for answers alone: libraries print, and would be taken for one."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers
