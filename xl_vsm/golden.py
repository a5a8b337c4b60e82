"""The worked examples: golden cases, whose answers come from documents, never from the code."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
# In a wheel the cases are inside the package; in a checkout they are the tests' own.
_PLACES = (_HERE / "golden", _HERE.parent / "tests" / "golden")
FOLDER = next((folder for folder in _PLACES if folder.is_dir()), None)


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One case: what was given, what the document makes of it, and who says so."""

    given: dict[str, str]
    """The facts by name, as typed; a fact left out is blank."""
    expected: str
    who_says: str

    def __str__(self) -> str:
        facts = ", ".join(f"{name} {value}" for name, value in self.given.items() if value)
        return f"{facts}: {self.answer} ({self.who_says})"

    @property
    def answer(self) -> str:
        """What is expected, in words where there is to be no answer."""
        kind, _, words = self.expected.partition(":")
        return f"is refused, naming {words}" if kind == "error" else self.expected


def worked_examples(name: str) -> Iterator[WorkedExample]:
    """Return the cases of a worksheet function or of a rule, in the file's order."""
    if FOLDER is None:
        return
    for path in (FOLDER / f"{name}.csv", FOLDER / "rules" / f"{name}.csv"):
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    yield _case(row)


def _case(row: dict[str, str]) -> WorkedExample:
    who_says = row.pop("who_says")
    expected = row.pop("expected", "")
    return WorkedExample(row, expected, who_says)
