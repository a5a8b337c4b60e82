"""Feeds the reader with changed workbooks for as long as it is let, and keeps what it trips over.

    pip install atheris
    python -m tests.fuzz.fuzz_reader FOLDER [libFuzzer's own options, such as -max_total_time=1800]

A workbook may be read or refused. Anything else is a fault: another exception, or more than ten
seconds of the processor. The file is then kept in FOLDER/found under the name of its fault, once
for each kind, and the run goes on. What libFuzzer itself stops for (a crash in C, memory) it keeps
in FOLDER.
"""

from __future__ import annotations

import hashlib
import io
import os
import random
import signal
import sys
import traceback
import warnings
import zipfile
from pathlib import Path
from types import FrameType

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["openpyxl", "xl_vsm"]):
    import openpyxl  # noqa: F401 - instrumented here, imported late by the reader

    from xl_vsm.sheets import RefusedFile
    from xl_vsm.sheets.openpyxl_reader import read_cells  # noqa: F401 - as above
    from xl_vsm.sheets.reader import read_bytes

from tests.fuzz.changes import well_formed
from tests.fuzz.seeds import packed, seeds

LONGEST = 10
RAW = 8  # one change in so many is made to the package's own bytes
LARGEST_PART = 20_000


class TooLong(Exception):
    """One file took more than its time."""


def change(data: bytes, largest: int, seed: int) -> bytes:
    """Change one part of a workbook, or, now and then, the bytes of the package itself."""
    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    except Exception:
        parts = []
    if not parts or not chance.randrange(RAW):
        return bytes(atheris.Mutate(data, largest))
    index = chance.randrange(len(parts))
    name, content = parts[index]
    # Most of what a workbook says is in its sheets, so most changes are made there.
    if chance.randrange(2):
        index = next((i for i, (n, _) in enumerate(parts) if "sheet1" in n), index)
        name, content = parts[index]
    if chance.randrange(4):
        parts[index] = (name, well_formed(content, chance)[:LARGEST_PART])
    else:
        parts[index] = (name, bytes(atheris.Mutate(content, LARGEST_PART)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two parts with one name
        try:
            return packed(parts)[:largest]
        except Exception:  # a part's name that zipfile cannot write again
            return bytes(atheris.Mutate(data, largest))


def target(folder: Path) -> None:
    """Fuzz until libFuzzer ends the run."""
    found = folder / "found"
    found.mkdir(parents=True, exist_ok=True)

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, too_long)

    def one(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, LONGEST)  # of the processor, however busy it is
        try:
            read_bytes(data, "fuzz.xlsx", apart=False)
        except RefusedFile:
            pass
        except Exception as fault:
            keep(found, data, fault)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for name, data in seeds():
        (corpus / name).write_bytes(data)
    words = Path(__file__).with_name("words.dict")
    fixed = [f"-dict={words}", "-max_len=60000", "-timeout=60", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], *fixed, *sys.argv[2:], str(corpus)], one, custom_mutator=change)
    os.chdir(folder)
    atheris.Fuzz()


def keep(found: Path, data: bytes, fault: Exception) -> None:
    """Keep a file and the trace of its fault, once for each place in the code."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = "|".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames[-3:])
    mark = hashlib.sha256(place.encode()).hexdigest()[:8]
    path = found / f"{type(fault).__name__}-{mark}.xlsx"
    if not path.exists():
        path.write_bytes(data)
        path.with_suffix(".txt").write_text(
            "".join(traceback.format_exception(fault)), encoding="utf-8", errors="replace"
        )


if __name__ == "__main__":
    target(Path(sys.argv[1]).resolve())
