from __future__ import annotations

from datetime import date

import pytest

from xl_vsm.reports.plain import count, day, inert


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u200b"])
def test_what_is_not_printable_is_replaced(sign: str) -> None:
    assert inert(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\u2028"])
def test_no_line_of_our_own_can_be_forged(sign: str) -> None:
    assert inert(f"a{sign}b") == "a b"


def test_words_of_every_language_stay() -> None:
    assert inert("£1 Ŵyddfa 日本 [bold]") == "£1 Ŵyddfa 日本 [bold]"


def test_a_day_and_a_count() -> None:
    assert day(date(2025, 4, 1)) == "1 April 2025"
    assert [count(n, "post") for n in (0, 1, 1_200)] == ["0 posts", "1 post", "1,200 posts"]
