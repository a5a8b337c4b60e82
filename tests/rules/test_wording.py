"""What people read with an answer is held to the letter, and so are the places it rests on."""

from __future__ import annotations

import pytest

from tests.rules.wording import Wording, wordings
from xl_vsm.parameters import Parameters
from xl_vsm.rules import REGISTRY, Citation, OverLimit, Unanswerable
from xl_vsm.rules.rule import BRIEFING

TOLD = wordings("wording.toml", "wording")
REFUSED = wordings("refusals.toml", "refusal")


def place(cite: Citation) -> str:
    return cite.locator if cite.source == BRIEFING else f"{cite.source}: {cite.locator}"


@pytest.mark.parametrize("wording", TOLD, ids=str)
def test_the_reason_and_each_place(wording: Wording) -> None:
    told = REGISTRY[wording.rule].explain(*wording.facts, Parameters(wording.day))
    assert told.reason == wording.says
    assert tuple(map(place, told.cites)) == wording.cites


@pytest.mark.parametrize("wording", REFUSED, ids=str)
def test_the_refusal(wording: Wording) -> None:
    with pytest.raises((Unanswerable, OverLimit)) as refused:
        REGISTRY[wording.rule](*wording.facts, Parameters(wording.day))
    assert str(refused.value) == wording.says
    assert type(refused.value).__name__ == wording.error


def test_every_rule_has_its_words_held() -> None:
    assert {each.rule for each in TOLD} == REGISTRY.keys()
