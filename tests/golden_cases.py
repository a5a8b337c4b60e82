"""The golden cases: expected answers from the documents, one CSV a function.

Those of worksheet functions are in `golden/`; those of rules without one in `golden/rules/`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
ARREARS = GOLDEN / "rules" / "arrears.csv"
"""Its rows are months, with several figures expected of each."""


@dataclass(frozen=True)
class GoldenCase:
    """One row: the arguments as a person would type them, and what the document says."""

    function: str
    arguments: tuple[str, ...]
    expected: str
    who_says: str

    def __str__(self) -> str:
        return f"{self.function}({', '.join(self.arguments).rstrip(', ')})"

    @property
    def expected_row(self) -> list[float | str]:
        """Return the cells of an answer that is a row: `1|2|words`."""
        return [_cell(each) for each in self.expected.split("|")]


def golden_cases() -> list[GoldenCase]:
    """Return every row of every worksheet function's file."""
    return [case for path in sorted(GOLDEN.glob("*.csv")) for case in _read(path)]


def rule_cases() -> list[GoldenCase]:
    """Return every row of every rule's file but that of arrears.

    Their arguments are the rule's own, then the day and what was known by another.
    """
    paths = sorted(set(ARREARS.parent.glob("*.csv")) - {ARREARS})
    return [case for path in paths for case in _read(path)]


def arrears_rows() -> list[dict[str, str]]:
    """Return every month of backdated pay."""
    with ARREARS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read(path: Path) -> list[GoldenCase]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[-2:] == ["expected", "who_says"]
    return [GoldenCase(path.stem, tuple(row[:-2]), row[-2], row[-1]) for row in rows]


def _cell(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
