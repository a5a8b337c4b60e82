"""Take away exactly what the set-up made, and put back the line that it changed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from finance_pc.settings import copy_of, restore_setting
from finance_pc.stopped import Stopped, in_use
from finance_pc.work import Work
from xl_vsm.diagnosis.places import INTERPRETER
from xl_vsm.diagnosis.receipt import Receipt, read_receipt


def to_remove(work: Work) -> list[Path]:
    """Return what there is to remove."""
    places = work.places
    before = places.environment.with_name(f"{places.environment.name}-before")
    wanted = [places.add_in, places.environment, before, places.command]
    wanted += [copy_of(places.settings), places.log, places.receipt]
    return [path for path in wanted if path.exists()]


def remove(work: Work) -> None:
    """Remove what was set up. Figures that somebody has loaded stay where they are.

    Raises:
        Stopped: nothing was set up here, or Excel holds a part of it.
    """
    receipt = read_receipt(work.places)
    if receipt is None:
        raise Stopped(0, f"Nothing was set up here: {work.places.receipt} is not there")
    if Path(sys.prefix).resolve() == work.places.environment.resolve():
        raise Stopped(2, "Run this with another Python than the one that is to be removed")
    found = to_remove(work)
    work.journal.log = None  # it is one of them
    # The add-in first: while Excel has it open, nothing else is touched.
    for path in found:
        if path not in (work.places.receipt, copy_of(work.places.settings)):
            _take_away(path, work)
    restore_setting(work, receipt.settings_before.get(INTERPRETER))
    work.places.receipt.unlink()
    work.journal.touch("removed", work.places.receipt)
    _remove_empty(receipt, work)


def _take_away(path: Path, work: Work) -> None:
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise in_use(path) from error
    work.journal.touch("removed", path)


def _remove_empty(receipt: Receipt, work: Work) -> None:
    """Remove the folders that the set-up made, innermost first, where nothing else is in them."""
    for name in sorted(receipt.made, key=len, reverse=True):
        folder = Path(name)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            work.journal.touch("removed", folder)
