"""Each way timed as a whole process, from its start until it has answered."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.long_list import long_list
from benchmarks.side_by_side.ways import Cells, Way, ways

ONE_IN = 1_000
"""In one row of so many a figure is wrong."""
WANTED = 3


@dataclass(frozen=True)
class Took:
    """What a process took.

    Args:
        busy: seconds of the processor, with whatever it started.
        whole: seconds until it ended.
        found: the wrong cells.
    """

    busy: float
    whole: float
    found: Cells


def side_by_side(folder: Path, posts: int, rounds: int = 1) -> Iterator[str]:
    """Give the table of the ways to check a list of so many posts, each beside ours.

    Args:
        folder: where the list may be written.
        posts: how many.
        rounds: how often each is run; the best is kept.

    Raises:
        AssertionError: not all find the same cells.
    """
    workbook = folder / "long.xlsx"
    long_list(workbook, posts, ONE_IN)
    tried = ways(workbook, folder)
    took = {way.name: _best(way, rounds) for way in tried}
    ours = took[tried[0].name]
    wrong = len(ours.found)
    assert wrong == posts // ONE_IN, f"{wrong} cells were found"
    assert all(each.found == ours.found for each in took.values())
    of = f"{posts:,} posts in 15 columns, {wrong:,} cells wrong"
    yield f"| {of} | busy, s | to ours | until it ends, s | to ours | wanted |"
    yield f"|---|{'--:|' * 5}"
    for name, each in took.items():
        wanted = "" if each is ours else f"{WANTED}"
        yield (
            f"| {name} | {each.busy:.2f} | {each.busy / ours.busy:.2f} | {each.whole:.2f} |"
            f" {each.whole / ours.whole:.2f} | {wanted} |"
        )


def _best(way: Way, rounds: int) -> Took:
    return min((run(way) for _ in range(rounds)), key=lambda each: each.busy)


def run(way: Way) -> Took:
    """Run one way, and return what it took."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    before, began = _busy(), time.perf_counter()
    done = subprocess.run(
        way.command, capture_output=True, check=True, encoding="utf-8-sig", env=environment
    )
    whole, busy = time.perf_counter() - began, _busy() - before
    return Took(busy, whole, way.cells(done.stdout))


def _busy() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime
