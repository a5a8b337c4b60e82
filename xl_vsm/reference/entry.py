"""What can be looked up: one check, rule, worksheet function or table of figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["check", "rule", "function", "figures"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One thing that can be looked up.

    Attributes:
        kind: what it is.
        key: what it goes by: a code, or the name of a rule, a function or a table.
        name: a check's name, or a table's title; else the key.
        group: what it stands under among its kind.
        words: the whole text about it.
        severity: how much a finding of a check weighs; empty where that differs or is no check.
        figures: the tables that it rests on; of a table, itself.
        rule: the rule that a worksheet function asks.
        function: the worksheet function that asks a rule.
        typed: how a worksheet function is typed.
        arguments: what each argument of a worksheet function is.
    """

    kind: Kind
    key: str
    name: str
    group: str
    words: str
    severity: str = ""
    figures: tuple[str, ...] = ()
    rule: str = ""
    function: str = ""
    typed: str = ""
    arguments: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What stands above it: of a check its code and its name."""
        return f"{self.key} {self.name}" if self.kind == "check" else self.name

    @property
    def line(self) -> str:
        """What it is in one line: the first sentence of its words."""
        first = " ".join(self.words.partition("\n\n")[0].split())
        end = first.find(". ")
        sentence = first if end < 0 else first[: end + 1]
        return without_return(sentence) if self.kind == "rule" else sentence


def without_return(words: str) -> str:
    """Return a rule's words as people say them, without what they begin with for programmers."""
    bare = re.sub(r"^(Return,? |Say (?=whether))", "", words)
    return bare[:1].upper() + bare[1:]
