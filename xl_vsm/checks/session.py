"""Checking any number of workbooks into one report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from xl_vsm.clock import today as today_by_the_clock
from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.limits import Limits
from xl_vsm.sheets.opening import begin

if TYPE_CHECKING:
    # Brought in when they are needed: the first workbook is being read by then.
    from xl_vsm.findings import Report
    from xl_vsm.parameters import Store
    from xl_vsm.sheets import Layout


def check(
    path: str | Path | Iterable[str | Path],
    *,
    effective: date | None = None,
    known: date | None = None,
    layout: Layout | None = None,
    store: Store | None = None,
    limits: Limits | None = None,
    caps: Caps | None = None,
    apart: bool = True,
    recalculate: bool = False,
) -> Report:
    """Check workbooks and return the report.

    Args:
        path: one workbook, or several.
        effective: the day the answers are for; else what each workbook states, else today.
        known: what had been published by this day; None for all that is in this release.
        layout: which column is which, where it should not be worked out from the headings.
        store: the figures; those of this release unless told otherwise.
        limits: how large a workbook may be.
        caps: how much time and memory reading one may take.
        apart: whether to parse each in a process of its own, so that no file can do harm.
        recalculate: whether to have ordinary formulas worked out afresh by LibreOffice.

    Returns:
        The report. A workbook that cannot be read is a finding in it, never an exception.
    """
    paths = iter([path] if isinstance(path, str | Path) else path)
    first = next(paths, None)
    limits, caps = limits or Limits(), caps or Caps()
    begun = None
    if first is not None and apart:
        begun = begin(Path(first), limits, caps, keep_alike=not recalculate)
    try:
        from xl_vsm.checks.one_workbook import Question  # noqa: PLC0415 - see above
        from xl_vsm.checks.several import check_each  # noqa: PLC0415 - see above

        question = Question(
            today_by_the_clock(),
            effective,
            known,
            layout,
            store,
            limits,
            caps,
            apart,
            recalculate,
            begun,
        )
        return check_each(chain([] if first is None else [first], paths), question)
    finally:
        if begun is not None:
            begun.give_up()
