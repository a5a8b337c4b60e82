"""A server with faults of its own, which the names of workbooks bring out."""

from __future__ import annotations

from sys import argv
from typing import Any

from tests.web.serve import main
from xl_vsm.checks.check import PostCheck
from xl_vsm.checks.registry import all_checks
from xl_vsm.web import work

MODULE = "tests.web.hostile.faulty"
READ = work.read_bytes


def read_bytes(data: bytes, name: str, *rest: Any, **more: Any) -> Any:
    """Read a workbook; for ever, with all the memory, or not at all, as its name says."""
    if name.startswith("slow"):
        while True:
            pass
    if name.startswith("large"):
        return bytearray(2**40)
    if name.startswith("broken"):
        raise ValueError(repr(data))
    if name.startswith("faulty"):
        _make_a_check_faulty()
    return READ(data, name, *rest, **more)


def _make_a_check_faulty() -> None:
    """Have one check fail with what it was given, as faults do."""

    def fails(*given: object) -> None:
        raise ValueError(repr(given))

    check = next(each for each in all_checks() if isinstance(each, PostCheck))
    object.__setattr__(check, "function", fails)


work.read_bytes = read_bytes  # in the server, and in each process that works: they bring this in

if __name__ == "__main__":
    main(argv[1:])
