"""The statements of the documents, and what carries each of them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from xl_vsm.parameters import Source, shipped

STATEMENTS = Path(__file__).parent / "statements.toml"

Text = Annotated[str, Field(min_length=1)]


class Statement(BaseModel):
    """One statement: carried by something, or with the reason why by nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Text
    source: Text
    """Key of a document."""
    place: Text
    carried_by: tuple[Text, ...] = ()
    no_rule: str = ""

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if bool(self.carried_by) == bool(self.no_rule):
            raise ValueError("needs either what carries it or why nothing does")
        return self

    @property
    def not_yet(self) -> bool:
        """Say whether something ought to carry it and does not."""
        return self.no_rule.startswith("not yet")


class Statements(BaseModel):
    """Every statement by its number; TOML itself refuses a number that stands twice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: dict[str, Source]
    """Documents that no figure cites."""
    besides: dict[str, Text]
    """What is in this package without a statement, and why."""
    statement: dict[Annotated[str, Field(pattern=r"^[SFDPN][1-9][0-9]*$")], Statement]

    def sources(self) -> dict[str, Source]:
        """Return every document that a statement may name."""
        return shipped().sources | self.document

    def carried_by(self, carrier: str) -> list[str]:
        """Return the numbers of the statements that something carries."""
        return [number for number, each in self.statement.items() if carrier in each.carried_by]


@cache
def statements() -> Statements:
    """Return the statements.

    Raises:
        ValueError: the file has a fault, such as a statement without a carrier or a reason.
    """
    return Statements.model_validate(tomllib.loads(STATEMENTS.read_text(encoding="utf-8")))


def links_to(numbers: Sequence[str]) -> str:
    """Return links to the rows of statements."""
    return ", ".join(f"[{number}](coverage.md#{number.lower()})" for number in numbers)
