from __future__ import annotations

import pytest

from xl_vsm.rules import Approver, Ground, OrganisationType, Outcome, Position, Role
from xl_vsm.rules.words import Word, options, squeeze

KINDS = [OrganisationType, Role, Ground, Outcome, Position, Approver]


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_however_it_is_typed(kind: type[Word]) -> None:
    for word in kind:
        for typed in (word.value, word.value.upper(), f"  {word.value.replace(' ', '-')}. "):
            assert kind.read(typed) is word


@pytest.mark.parametrize("kind", KINDS)
def test_every_alias_means_one_word(kind: type[Word]) -> None:
    seen: dict[str, str] = {squeeze(word.value): word.value for word in kind}
    spellings = [(a, meaning) for meaning, each in kind.aliases().items() for a in each]
    for alias, meaning in spellings:
        assert kind.read(alias) == meaning
        assert seen.setdefault(squeeze(alias), meaning) == meaning


TYPED = {
    OrganisationType.TRUST: (
        "NHS Trust, Foundation Trust, NHS Foundation Trust, FT, NHS FT, provider, Provider Trust,"
        " NHS Provider, NHS provider trust"
    ),
    OrganisationType.ICB: "Integrated Care Board, NHS ICB, NHS Integrated Care Board",
    Role.CHIEF_EXECUTIVE: "CEO, CE, Chief Executive Officer, Accountable Officer",
    Role.DIRECTOR: "Executive Director, Exec Director, Board Director",
    Role.DESIGNATED: "Designated Very Senior Manager, other VSM, VSM",
    Ground.ADDITIONAL_RESPONSIBILITIES: "Additional responsibility",
    Ground.MULTIPLE_ORGANISATIONS: "Multiple organisation, multiple trusts",
    Ground.EXCEPTIONAL_PERFORMANCE: "Exceptional performer",
    Ground.CHALLENGED_ORGANISATION: "Challenged Trust, challenged organisations",
    Outcome.AWARD: "Awarded, Pay, Paid, Yes, Full award",
    Outcome.WITHHOLD: "Withheld, Not awarded, Not paid, No award, No",
    Outcome.WITHHOLD_MANAGEMENT_ALLOWANCE: (
        "Withheld - management allowance only, Management allowance withheld"
    ),
    Outcome.COMMITTEE_DECISION: "Committee, Remuneration Committee decision",
    Outcome.PENDING: ("TBC, to be confirmed, Under review, On hold, Deferred, Not yet decided"),
    Position.BELOW: "Below, below minimum",
    Position.IN_RANGE: "Within range, in the range, Within, In",
    Position.EXCEPTION_ZONE: "In exception zone, in the exception zone",
    Position.ABOVE: "Above, above maximum",
}
"""How workbooks write the words besides, and no more is taken for one."""


def test_what_workbooks_write_for_each_word() -> None:
    for word, typed in TYPED.items():
        for text in typed.split(", "):
            assert type(word).read(text) is word
        assert len(typed.split(", ")) == len(type(word).aliases()[word.value])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", "  ", "wizard", "?"])
def test_another_word_is_refused_with_the_choice(kind: type[Word], text: str) -> None:
    with pytest.raises(ValueError, match="must be ") as refused:
        kind.read(text)
    assert all(f'"{word.value}"' in str(refused.value) for word in kind)


def test_options_read_as_a_sentence() -> None:
    assert options(OrganisationType) == '"trust" or "ICB"'
    assert options(Role) == '"chief executive", "director" or "designated VSM"'


def test_a_kind_of_one_word_without_aliases() -> None:
    class Single(Word):
        ONLY = "only"

    assert options(Single) == '"only"'
    assert Single.read("Only") is Single.ONLY
    with pytest.raises(ValueError, match='must be "only", not'):
        Single.read("another")


def test_words_need_no_aliases() -> None:
    class Shift(Word):
        DAY = "day shift"

    assert Shift.read("Day-Shift") is Shift.DAY
    with pytest.raises(ValueError, match="must be \"day shift\", not 'night'"):
        Shift.read("night")
