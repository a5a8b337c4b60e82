"""WBK105."""

from __future__ import annotations

from collections.abc import Iterator

from xl_vsm.checks.case import Case, label
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.spelling import without_marks
from xl_vsm.rules import Ground, Outcome, Position, Role
from xl_vsm.rules.words import Word, options

_CHOICES: dict[str, type[Word]] = {
    "role": Role,
    "position": Position,
    "premium_ground": Ground,
    "award_outcome": Outcome,
}


@check("WBK105", "word-unknown")
def word_unknown(case: Case) -> Iterator[Fault]:
    """A cell that chooses among the framework's words holds one of them.

    Wrong: "great work" as the ground of a premium. Right: "exceptional performance".
    Why: the rule turns on the word; another word may mean another rule, or none.
    """
    for field, choices in _CHOICES.items():
        if case.has(field):
            text = case.stated(field, str)
            try:
                choices.read(without_marks(text))
            except ValueError as error:
                yield Fault(field, f"{label(field)} {error}", options(choices))
