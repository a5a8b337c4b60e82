"""Layouts that are made to take long are refused at once, and none is a fault of the page."""

from __future__ import annotations

import time

import pytest

from xl_vsm.web.pages.layout_text import layout_of
from xl_vsm.web.refusals import Refusal


@pytest.mark.parametrize(
    "said",
    [
        ".".join(["a"] * 20_000) + "=1",
        "\n".join(".".join(["a"] * 400) + f".k{n}=1" for n in range(100)),
        ".".join(['"\u2028"'] * 20_000) + "=1",
        "\n".join(f"[t{n}{'.a' * 450}]" for n in range(100)),
        "a=" + "[" * 20_000,
        "a=" + "[" * 900,
        f"schema={'9' * 900}",
        "schema=" + "\n".join(["[" * 900] * 40),
        "# words\n" * 100_000,
        "schema=1\n" + '[[tables]]\nsheet="x"\nheader_row=1\n[tables.columns]\nA="salary"\n' * 500,
        "\x00",
    ],
)
def test_it_is_refused_at_once(said: str) -> None:
    began = time.process_time()
    with pytest.raises(Refusal, match="layout file"):
        layout_of(said)
    assert time.process_time() - began < 2
