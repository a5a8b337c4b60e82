"""The framework's own words, and how people type them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A choice among the source's words. Case, spaces and punctuation do not matter."""

    @classmethod
    def aliases(cls) -> dict[str, str]:
        """Return other ways people write the words, and which word each means."""
        return {}

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the word that a text means.

        Raises:
            ValueError: the text is none of the words; the message lists them.
        """
        wanted = squeeze(text)
        for word in cls:
            if squeeze(word.value) == wanted:
                return word
        for alias, meaning in cls.aliases().items():
            if squeeze(alias) == wanted:
                return cls(meaning)
        raise ValueError(f"must be {options(cls)}, not {text!r}")


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
    def aliases(cls) -> dict[str, str]:
        """Trusts and foundation trusts are one type (S7); so are the names of each."""
        return {
            **dict.fromkeys(
                (
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
                "trust",
            ),
            **dict.fromkeys(
                ("integrated care board", "NHS ICB", "NHS integrated care board"), "ICB"
            ),
        }


class Role(Word):
    """The roles in scope of the framework (S1)."""

    CHIEF_EXECUTIVE = "chief executive"
    DIRECTOR = "director"
    DESIGNATED = "designated VSM"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        """Return the short forms in use."""
        return {
            **dict.fromkeys(
                ("CEO", "CE", "chief executive officer", "accountable officer"), "chief executive"
            ),
            **dict.fromkeys(("executive director", "exec director", "board director"), "director"),
            **dict.fromkeys(
                ("designated very senior manager", "other VSM", "VSM"), "designated VSM"
            ),
        }


class Ground(Word):
    """The grounds for a premium (S32, S33, S34, S46)."""

    ADDITIONAL_RESPONSIBILITIES = "additional responsibilities"
    MULTIPLE_ORGANISATIONS = "multiple organisations"
    EXCEPTIONAL_PERFORMANCE = "exceptional performance"
    CHALLENGED_ORGANISATION = "challenged organisation"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        """Return singular, plural and near forms."""
        return {
            "additional responsibility": "additional responsibilities",
            "multiple organisation": "multiple organisations",
            "multiple trusts": "multiple organisations",
            "exceptional performer": "exceptional performance",
            "challenged trust": "challenged organisation",
            "challenged organisations": "challenged organisation",
        }


class Outcome(Word):
    """What happens to an annual award."""

    AWARD = "award"
    WITHHOLD = "withhold"
    WITHHOLD_MANAGEMENT_ALLOWANCE = "withhold management allowance only"
    COMMITTEE_DECISION = "committee decision"
    PENDING = "pending"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        """Return the forms that workbooks use."""
        return {
            **dict.fromkeys(("awarded", "pay", "paid", "yes"), "award"),
            **dict.fromkeys(("withheld", "not awarded", "not paid", "no award", "no"), "withhold"),
            **dict.fromkeys(
                ("withheld management allowance only", "management allowance withheld"),
                "withhold management allowance only",
            ),
            **dict.fromkeys(("committee", "remuneration committee decision"), "committee decision"),
            **dict.fromkeys(("tbc", "to be confirmed", "under review"), "pending"),
        }


class Position(Word):
    """Where a salary lies in its range."""

    BELOW = "below range"
    IN_RANGE = "in range"
    EXCEPTION_ZONE = "exception zone"
    ABOVE = "above range"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        """Return the forms that workbooks use."""
        return {
            **dict.fromkeys(("below", "below minimum"), "below range"),
            **dict.fromkeys(("within range", "in the range", "within", "in"), "in range"),
            **dict.fromkeys(("in exception zone", "in the exception zone"), "exception zone"),
            **dict.fromkeys(("above", "above maximum"), "above range"),
        }


class Approver(Word):
    """Who must approve a salary."""

    COMMITTEE = "remuneration committee"
    NHS_ENGLAND = "NHS England"
    NHS_ENGLAND_AND_DHSC = "NHS England and DHSC"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        """Return the short forms in use."""
        return {
            **dict.fromkeys(
                ("RemCom", "rem com", "remco", "committee", "local", "RNC", "NRC"),
                "remuneration committee",
            ),
            **dict.fromkeys(("NHSE", "NHS E", "central"), "NHS England"),
            **dict.fromkeys(
                ("NHSE and DHSC", "NHSE & DHSC", "NHSE DHSC", "DHSC", "minister", "ministerial"),
                "NHS England and DHSC",
            ),
        }
