"""The framework's own words, and how people type them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Self


class Word(StrEnum):
    """A choice among the source's words. Case, spaces and punctuation do not matter."""

    @classmethod
    def aliases(cls) -> dict[str, tuple[str, ...]]:
        """Return the other ways in which people write each word."""
        return {}

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the word that a text means.

        Raises:
            ValueError: the text is none of the words; the message lists them.
        """
        meaning = _spellings(cls).get(squeeze(text))
        if meaning is None:
            raise ValueError(f"must be {options(cls)}, not {text!r}")
        return cls(meaning)


@cache
def _spellings(kind: type[Word]) -> dict[str, str]:
    """Return every way of writing the words of a kind, squeezed, and what each means."""
    return {
        squeeze(spelling): word.value
        for word in kind
        for spelling in (word.value, *kind.aliases().get(word.value, ()))
    }


def squeeze(text: str) -> str:
    """Reduce a text to its letters and digits, so that habits of typing do not matter."""
    return "".join(ch for ch in text.casefold() if ch.isalnum())


def options(kind: type[Word]) -> str:
    """List the words of a kind as a sentence does: "a", "b" or "c"."""
    *most, last = [f'"{word.value}"' for word in kind]
    return f"{', '.join(most)} or {last}" if most else last


class OrganisationType(Word):
    """Who is banded, and by what."""

    TRUST = "trust"
    ICB = "ICB"

    @classmethod
    def aliases(cls) -> dict[str, tuple[str, ...]]:
        """Trusts and foundation trusts are one type (S7); so are the names of each."""
        return {
            "trust": (
                "NHS trust",
                "foundation trust",
                "NHS foundation trust",
                "FT",
                "NHS FT",
                "provider",
                "provider trust",
                "NHS provider",
                "NHS provider trust",
            ),
            "ICB": ("integrated care board", "NHS ICB", "NHS integrated care board"),
        }


class Role(Word):
    """The roles in scope of the framework (S1)."""

    CHIEF_EXECUTIVE = "chief executive"
    DIRECTOR = "director"
    DESIGNATED = "designated VSM"

    @classmethod
    def aliases(cls) -> dict[str, tuple[str, ...]]:
        """Return the short forms in use."""
        return {
            "chief executive": ("CEO", "CE", "chief executive officer", "accountable officer"),
            "director": ("executive director", "exec director", "board director"),
            "designated VSM": ("designated very senior manager", "other VSM", "VSM"),
        }


class Ground(Word):
    """The grounds for a premium (S32, S33, S34, S46)."""

    ADDITIONAL_RESPONSIBILITIES = "additional responsibilities"
    MULTIPLE_ORGANISATIONS = "multiple organisations"
    EXCEPTIONAL_PERFORMANCE = "exceptional performance"
    CHALLENGED_ORGANISATION = "challenged organisation"

    @classmethod
    def aliases(cls) -> dict[str, tuple[str, ...]]:
        """Return singular, plural and near forms."""
        return {
            "additional responsibilities": ("additional responsibility",),
            "multiple organisations": ("multiple organisation", "multiple trusts"),
            "exceptional performance": ("exceptional performer",),
            "challenged organisation": ("challenged trust", "challenged organisations"),
        }


class Outcome(Word):
    """What happens to an annual award."""

    AWARD = "award"
    WITHHOLD = "withhold"
    WITHHOLD_MANAGEMENT_ALLOWANCE = "withhold management allowance only"
    COMMITTEE_DECISION = "committee decision"
    PENDING = "pending"

    @classmethod
    def aliases(cls) -> dict[str, tuple[str, ...]]:
        """Return the forms that workbooks use."""
        return {
            "award": ("awarded", "pay", "paid", "yes", "full award"),
            "withhold": ("withheld", "not awarded", "not paid", "no award", "no"),
            "withhold management allowance only": (
                "withheld management allowance only",
                "management allowance withheld",
            ),
            "committee decision": ("committee", "remuneration committee decision"),
            "pending": (
                "tbc",
                "to be confirmed",
                "under review",
                "on hold",
                "deferred",
                "not yet decided",
            ),
        }


class Position(Word):
    """Where a salary lies in its range."""

    BELOW = "below range"
    IN_RANGE = "in range"
    EXCEPTION_ZONE = "exception zone"
    ABOVE = "above range"

    @classmethod
    def aliases(cls) -> dict[str, tuple[str, ...]]:
        """Return the forms that workbooks use."""
        return {
            "below range": ("below", "below minimum"),
            "in range": ("within range", "in the range", "within", "in"),
            "exception zone": ("in exception zone", "in the exception zone"),
            "above range": ("above", "above maximum"),
        }


class Approver(Word):
    """Who must approve a salary, from the least to the most."""

    COMMITTEE = "remuneration committee"
    NHS_ENGLAND = "NHS England"
    NHS_ENGLAND_AND_DHSC = "NHS England and DHSC"
