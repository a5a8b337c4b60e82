"""A workbook checked at once and one post after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xl_vsm.checks import one_workbook
from xl_vsm.checks.at_once import coded, settled
from xl_vsm.checks.at_once.settled import Settled
from xl_vsm.checks.one_workbook import Question, check_workbook
from xl_vsm.sheets import guard, meanings
from xl_vsm.sheets.one_pass import long_sheet

TODAY = date(2026, 11, 22)


@dataclass
class BothWays:
    """Checks each file both ways, and keeps what was checked at once."""

    folder: Path
    patch: pytest.MonkeyPatch
    made: list[Settled] = field(default_factory=list)

    def short_lists_too(self, first: int = 6, few: int = 2) -> None:
        """Have lists checked at once that are far too short for it, whatever their faults."""
        self.patch.setattr(guard, "LONG", 0)
        self.patch.setattr(long_sheet, "FIRST", first)
        self.patch.setattr(meanings, "LOOKED_AT", 2)
        self.patch.setattr(coded, "FEW", few)
        self.patch.setattr(settled, "MOST_BY_ITSELF", 1)

    def reports(self, data: bytes, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the report of a file at once, and one by one, with the figures used."""
        path = self.folder / "list.xlsx"
        path.write_bytes(data)
        question = Question(TODAY, apart=False, **options)
        return self._kept(path, question), self._one_by_one(path, question)

    @property
    def at_once(self) -> int:
        """How many posts were not looked at one by one, in all files so far."""
        return sum(each.count for each in self.made)

    def _kept(self, path: Path, question: Question) -> dict[str, Any]:
        usual = one_workbook._at_once

        def keeping(*asked: Any) -> Settled | None:
            made = usual(*asked)
            self.made += [made] if made else []
            return made

        return self._report(path, question, keeping)

    def _one_by_one(self, path: Path, question: Question) -> dict[str, Any]:
        """Check a file of which every row was read as cells to begin with."""
        usual = one_workbook._opened

        def as_cells(path: Path, question: Question, *, keep_alike: bool) -> Any:
            del keep_alike
            return usual(path, question, keep_alike=False)

        with self.patch.context() as patch:
            patch.setattr(one_workbook, "_opened", as_cells)
            return self._report(path, question, lambda *_: None)

    def _report(self, path: Path, question: Question, way: Any) -> dict[str, Any]:
        with self.patch.context() as patch:
            patch.setattr(one_workbook, "_at_once", way)
            report, p = check_workbook(path, question)
        return {**report.model_dump(), "used": sorted(p.used)}
