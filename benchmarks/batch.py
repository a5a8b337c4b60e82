"""Time whole runs of `xl-vsm check` over an estate, print a table, and keep it in the docs.

python -m benchmarks.batch [--number N] [--few N] [--write]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.kept import keep, machine
from benchmarks.thousand import NUMBER, write_estate
from benchmarks.tree import Watch
from tests.batch.cluster_processes import dask_cluster

ROOT = Path(__file__).parents[1]
PAGE = "a-whole-estate.md"
WORKERS = 2
ROUNDS = 2
"""How often each way is timed; the quickest counts."""
ALONE = """
import sys, time, xl_vsm
paths = sys.argv[1:]
xl_vsm.check(paths[0])
began = time.perf_counter()
for path in paths:
    xl_vsm.check(path)
print(len(paths) / (time.perf_counter() - began))
"""
"""Checks workbooks one at a time, in a process that has brought everything in."""
SEVERAL = 50


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took, and what came of it."""

    how: str
    processes: int
    workbooks: int
    seconds: float
    memory: int
    unread: int
    digest: str

    @property
    def rate(self) -> float:
        """Workbooks in a second."""
        return self.workbooks / self.seconds


def main() -> int:
    """Measure, print, and write where asked. Return 0."""
    options = _options()
    with TemporaryDirectory(prefix="xl-vsm-estate-") as folder:
        page = "\n".join(_page(Path(folder), options.few, options.number)) + "\n"
    print(page)
    if options.write:
        keep(PAGE, page)
    return 0


def _page(folder: Path, few: int, number: int) -> Iterator[str]:
    yield (
        f"{machine()}. Each run is one whole process, from its start to its end, and the quicker"
        " of two."
    )
    yield ""
    yield (
        "| run | workbooks | seconds | a second | for each process, of one workbook's rate |"
        " to one process | memory, MB |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for size in (few, number):
        broken = write_estate(folder / str(size), size)
        alone = _alone(folder / str(size))
        yield f"| one workbook, and nothing kept | | | {alone:.1f} | 1.00 | | |"
        # Looking at the memory takes a fifth of a core: the run that is timed is not looked at.
        rounds = (
            runs(folder / str(size), folder / f"{size}-{n}", watched=False) for n in range(ROUNDS)
        )
        timed = [min(each, key=lambda took: took.seconds) for each in zip(*rounds, strict=True)]
        watched = runs(folder / str(size), folder / f"{size}-watched", watched=True)
        one = timed[0]
        for each, its in zip(timed, watched, strict=True):
            if (each.digest, each.workbooks, each.unread) != (one.digest, size, broken):
                raise RuntimeError(f"{each.how} differs from one process, or from what it is of")
            yield (
                f"| {each.how} | {each.workbooks:,} | {each.seconds:.1f} | {each.rate:.1f} |"
                f" {each.rate / each.processes / alone:.2f} | {each.rate / one.rate:.2f} |"
                f" {its.memory / 1e6:.0f} |"
            )
    yield ""
    yield (
        f"{broken} of the {number:,} workbooks are broken; each is in the report with the reason,"
        " and the others are checked. The reports of the runs of one size are the same to the"
        " letter."
    )


def runs(estate: Path, folder: Path, *, watched: bool) -> list[Took]:
    """Check an estate in each way: one process first, then more, then again, then a cluster.

    Args:
        estate: the workbooks.
        folder: where to write; it is made.
        watched: whether the memory is looked at.
    """
    folder.mkdir()
    kept = ("--resume", "--journal", str(folder / "kept.jsonl"))
    several = ("--jobs", str(WORKERS))
    ways = (
        ("one process", 1, ("--jobs", "1")),
        (f"{WORKERS} processes", WORKERS, several),
        (f"{WORKERS} processes, keeping", WORKERS, (*several, *kept)),
        ("again, nothing changed", WORKERS, (*several, *kept)),
    )
    took = [_run(how, n, estate, folder, *words, watched=watched) for how, n, words in ways]
    with dask_cluster(folder) as made:
        for _ in range(WORKERS):
            made.add_worker()
        made.wait_for(WORKERS)
        pids = (made.scheduler.pid, *(worker.pid for worker in made.workers))
        how = f"Dask, {WORKERS} workers"
        scheduler = ("--scheduler", made.address)
        took.append(_run(how, WORKERS, estate, folder, *scheduler, pids=pids, watched=watched))
    return took


def _alone(estate: Path) -> float:
    """Return how many workbooks are checked in a second where each is asked for by itself."""
    paths = sorted(map(str, estate.rglob("*.xlsx")))[:SEVERAL]
    command = [sys.executable, "-c", ALONE, *paths]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def _run(
    how: str,
    processes: int,
    estate: Path,
    folder: Path,
    *words: str,
    watched: bool,
    pids: tuple[int, ...] = (),
) -> Took:
    output = folder / "report.json"
    command = [sys.executable, "-m", "xl_vsm", "check", str(estate), "--format", "json"]
    began = time.perf_counter()
    process = subprocess.Popen([*command, "--output", str(output), *words], cwd=ROOT)
    watch = Watch((process.pid, *pids))
    with watch if watched else nullcontext():
        process.wait()
    seconds = time.perf_counter() - began
    data = output.read_bytes()
    workbooks = json.loads(data)["workbooks"]
    unread = sum(not each["complete"] for each in workbooks)
    digest = hashlib.sha256(data).hexdigest()
    print(
        f"{how}: {len(workbooks):,} in {seconds:.1f} s, {watch.most / 1e6:.0f} MB", file=sys.stderr
    )
    return Took(how, processes, len(workbooks), seconds, watch.most, unread, digest)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--number", type=int, default=NUMBER, help=f"workbooks ({NUMBER})")
    parser.add_argument("--few", type=int, default=200, help="for comparing the memory (200)")
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
