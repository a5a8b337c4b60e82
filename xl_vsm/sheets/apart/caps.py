"""How long one file may take to read and how much memory, and how a process is held to it."""

from __future__ import annotations

import contextlib
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

STATUS: Final = Path("/proc/self/status")
WAITING: Final = 3
RECYCLED_AT: Final = 400_000_000
"""What a process may have used at its most and still be given another file."""


@dataclass(frozen=True, slots=True)
class Caps:
    """How much one file may take to be read.

    The time grows with the file's size, because an honest workbook of 100,000 rows takes the
    reader longer than any small file may.

    It is the processor's time, as a busy machine is no fault of the file; three times as much may
    pass by the clock.

    Attributes:
        seconds: for any file, however small.
        seconds_a_megabyte: as many more for each million bytes of the file.
        memory_bytes: of address space; not held to on Windows, which has no such limit.
    """

    seconds: float = 60
    seconds_a_megabyte: float = 15
    memory_bytes: int = 3_000_000_000

    def time(self, size: int) -> float:
        """Return how many seconds of the processor a file of so many bytes may take."""
        return self.seconds + self.seconds_a_megabyte * size / 1e6

    def clock(self, size: int) -> float:
        """Return how many seconds may pass meanwhile."""
        return self.time(size) * WAITING


def hold_to(caps: Caps, size: int) -> None:
    """Hold this process to what it may use for its next file, where the system can do that."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = math.ceil(used.ru_utime + used.ru_stime + caps.time(size))
    for what, soft in (
        (resource.RLIMIT_AS, caps.memory_bytes),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),  # it reads; it has nothing to write but its answer
    ):
        hard = resource.getrlimit(what)[1]
        kept = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        with contextlib.suppress(ValueError, OSError):  # not to be had here, as on macOS
            resource.setrlimit(what, (kept, hard))


def most_memory() -> int:
    """Return the most bytes that this process has held, 0 where the system does not say."""
    with contextlib.suppress(OSError, ValueError, IndexError, StopIteration):
        # Linux counts into the other figure what the process that started this one held.
        lines = STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def is_spent() -> bool:
    """Say whether this process has grown so much that a new one should read the next file."""
    return most_memory() > RECYCLED_AT
