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
