"""The golden cases: expected answers from the documents, one CSV a worksheet function."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class GoldenCase:
    """One row: the arguments as a person would type them, and what the document says."""

    function: str
    arguments: tuple[str, ...]
    expected: str
    who_says: str

    def __str__(self) -> str:
        return f"{self.function}({', '.join(self.arguments).rstrip(', ')})"


def golden_cases() -> list[GoldenCase]:
    """Return every row of every file."""
    return [case for path in sorted(GOLDEN.glob("*.csv")) for case in _read(path)]


def _read(path: Path) -> list[GoldenCase]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[-2:] == ["expected", "who_says"]
    return [GoldenCase(path.stem, tuple(row[:-2]), row[-2], row[-1]) for row in rows]
