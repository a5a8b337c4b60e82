"""Annotate every workbook below some folders, and say what happened: the table in the docs.

    python -m tests.reports.annotated.corpus FOLDER... [--office N] [--schema] [--list]

Each workbook gets three findings on each of its first two sheets, is compared with its copy part
for part, and both are read by openpyxl and calamine. With --schema both are validated, and with
--office N so many of the copies are opened by LibreOffice. Nothing is written beside the
workbooks. The guard of the reader judges each file first, as it does for the command line.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reports.annotated.compare import difference, three_findings
from tests.reports.annotated.readers import by_calamine, by_openpyxl, new_faults, opened_by_office
from xl_vsm.reports.annotated import CannotAnnotate, annotate
from xl_vsm.sheets import RefusedFile
from xl_vsm.sheets.guard import Limits, refuse_unsafe

ENDINGS = {".xlsx", ".xlsm", ".xltx", ".xltm"}
LARGE = 150_000
"""Bytes of a workbook above which its values are not read: that takes minutes for some."""


@dataclass
class Tally:
    """What happened, counted; and the workbooks that something happened to."""

    counts: Counter[str] = field(default_factory=Counter)
    named: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)
    copies: list[tuple[Path, bytes, bytes]] = field(default_factory=list)

    def says(self, what: str, path: Path, why: object = "") -> None:
        """Count a workbook, and remember its name."""
        self.counts[what] += 1
        self.named.append(f"{what}: {path} {why}")


def run(paths: list[Path], *, keep: bool) -> Tally:
    """Annotate each workbook, equal ones once."""
    tally = Tally()
    seen: set[str] = set()
    for path in paths:
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if digest not in seen:
            seen.add(digest)
            tally.counts["workbooks"] += 1
            _one(tally, path, data, keep)
    return tally


def _one(tally: Tally, path: Path, data: bytes, keep: bool) -> None:
    try:
        refuse_unsafe(data, path.name, Limits())
    except RefusedFile as why:
        tally.says("refused by the guard", path, why.code)
        return
    try:
        findings = three_findings(data)
        start = time.process_time()
        copy = annotate(data, findings)
    except CannotAnnotate as why:
        tally.says("not annotated", path, why)
        return
    except Exception as fault:
        tally.says("crashed", path, repr(fault))
        return
    tally.seconds.append(time.process_time() - start)
    tally.touched.append(len(copy.touched) + len(copy.added))
    tally.counts["annotated"] += 1
    for warning in copy.warnings:
        tally.says("warned", path, warning)
    for what, found in vars_of(difference(data, copy)):
        if found:
            tally.says(what, path, found)
    if len(data) <= LARGE:
        _read(tally, path, data, copy.data, copy.sheet)
    if keep:
        tally.copies.append((path, data, copy.data))


def vars_of(found: object) -> list[tuple[str, list[str]]]:
    """Return the kinds of difference, in words, and what was found of each."""
    names = {"parts_lost": "parts lost", "altered": "parts altered", "fewer": "features fewer"}
    return [(words, getattr(found, name)) for name, words in names.items()]


def _read(tally: Tally, path: Path, before: bytes, after: bytes, sheet: str) -> None:
    for name, reader in (("openpyxl", by_openpyxl), ("calamine", by_calamine)):
        was, now = reader(before), reader(after)
        if isinstance(was, str):
            tally.counts[f"not read by {name} before"] += 1
            continue
        if isinstance(now, str):
            tally.says(f"no longer read by {name}", path, now)
            continue
        tally.counts[f"read by {name}"] += 1
        own = now.pop(sheet, None)
        if own is None or repr(was) != repr(now):
            tally.says(f"other values by {name}", path)


def main() -> int:
    """Run over the folders and print the table; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--office", type=int, default=0, metavar="N")
    parser.add_argument("--schema", action="store_true")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    paths = [
        path
        for folder in options.folders
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in ENDINGS and path.is_file()
    ]
    tally = run(paths, keep=bool(options.schema or options.office))
    with TemporaryDirectory() as folder:
        if options.schema:
            for path, faults in new_faults(tally.copies, Path(folder)):
                tally.says("new schema faults", path, faults)
            tally.counts["validated"] = len(tally.copies)
        if options.office:
            step = max(1, len(tally.copies) // options.office)
            for path, opened in opened_by_office(tally.copies[::step], Path(folder)):
                tally.says("opened by LibreOffice" if opened else "not opened by it", path)
    _print(tally, names=options.list)
    bad = ("crashed", "parts lost", "parts altered", "features fewer", "new schema faults")
    return int(any(tally.counts[what] for what in bad))


def _print(tally: Tally, *, names: bool) -> None:
    for what, number in tally.counts.items():
        print(f"| {what} | {number:,} |")
    if tally.seconds:
        times, touched = sorted(tally.seconds), sorted(tally.touched)
        middle = len(times) // 2
        print(
            f"| seconds of processor, median and longest | {times[middle]:.3f}, {times[-1]:.2f} |"
        )
        print(f"| parts touched or new: median, most | {touched[middle]}, {touched[-1]} |")
    if names:
        print("\n".join(tally.named))


if __name__ == "__main__":
    sys.exit(main())
