"""Why a mutant may survive: those that somebody has looked at, in `survivors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutation.judging import Verdict, verdict
from tests.mutation.mutants import Mutant

SURVIVORS: Final = Path(__file__).with_name("survivors.toml")


@dataclass(frozen=True)
class Explained:
    """A mutant, or some of a kind, and the reason that nothing could notice it."""

    why: str
    """The key of the reason."""
    file: str
    function: str = ""
    before: str = ""
    """What is changed; anything in the function where left out."""
    after: str = ""
    """What it is changed to; anything where left out."""
    case_only: bool = False
    """Whether only a change between capitals and small letters is meant."""

    def is_about(self, found: Verdict) -> bool:
        """Say whether a verdict is on what is explained here."""
        return (
            self.file == found.file
            and self.function == found.function
            and self.before in ("", found.before)
            and self.after in ("", found.after)
            and not (self.case_only and found.before.casefold() != found.after.casefold())
        )


def reasons() -> dict[str, str]:
    """Return each reason in words, by its key."""
    found = tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))["reasons"]
    assert isinstance(found, dict)
    return found


def explanations() -> list[Explained]:
    """Return what has been explained.

    Raises:
        KeyError: something names a reason that is not there.
    """
    known = reasons()
    entries = tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))["survivor"]
    explained = [Explained(**entry) for entry in entries]
    for each in explained:
        known[each.why]
    return explained


def expected(mutants: Iterable[Mutant]) -> frozenset[tuple[str, int, str, str]]:
    """Return the places of those mutants that have been explained."""
    explained = explanations()
    return frozenset(each.place for each in mutants if why(verdict(each, ""), explained))


def why(found: Verdict, explained: list[Explained]) -> str:
    """Return the key of the reason why a mutant survived; empty where nobody has given one."""
    return next((each.why for each in explained if each.is_about(found)), "")
