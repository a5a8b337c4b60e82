"""What somebody types is shown as text, whatever it is, and no text breaks a form."""

from __future__ import annotations

import random

import pytest

from tests.web.calculator.asking import Asker, answer
from tests.web.running import Running
from xl_vsm.excel import REGISTRY
from xl_vsm.reference.authority import functions
from xl_vsm.web.pages.calculator_fields import fields_of

EVIL = (
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "{{ 7 * 191 }}{% raw %}",
    "javascript:alert(1)",
    "</textarea></title><svg onload=alert(1)>",
    "\u202e\u202d\x1b[31m\x00\r\nSet-Cookie: a=b",
    '=cmd|" /C calc"!A0',
    "1e999999",
    "9" * 190,
    "0." + "9" * 190,
    "-0",
    "NaN",
    "Infinity",
    "١٢٣",
    "#N/A",
    "99999999-99-99",
    "\ud800".encode("utf-8", "replace").decode(),
)


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("name", sorted(functions()))
def test_it_is_inert_in_every_field(asker: Asker, name: str, evil: str) -> None:
    fields = fields_of(REGISTRY[name])
    sent = asker.post(name, **{field.id: evil for field in fields})
    assert sent.status_code in {200, 422}
    for tag in ("<script>alert", "<img src=x", "<svg", "\x1b", "\x00", "\u202e"):
        assert tag not in sent.text
    assert "1337" not in sent.text
    assert "set-cookie: a=b" not in str(sent.headers)


@pytest.mark.parametrize("name", ["NHS_PENSION_TIER", "AFC_OVERLAP", "NHS_PAYBILL", "VSM_PREMIUM"])
def test_no_amount_is_a_fault_of_ours(asker: Asker, name: str) -> None:
    chance = random.Random(name)
    said = {"ground": "exceptional performance", "effective": "2025-06-01"}
    for _ in range(40):
        whole = chance.choice(("", "-", "£")) + "".join(chance.choices("0123456789", k=15))
        amount = f"{whole}.{''.join(chance.choices('0123456789', k=chance.randrange(150)))}"
        fields = {field.id for field in fields_of(REGISTRY[name]) if field.kind == "money"}
        sent = asker.post(name, **{**said, **dict.fromkeys(fields, amount)})
        assert sent.status_code in {200, 422}, amount


def test_a_text_may_end_no_formula(asker: Asker) -> None:
    page = asker.ask("VSM_EXPLAIN", function_name="VSM_STATUS", argument_1="")
    assert answer(page)
    page = asker.ask("AFC_OVERLAP", salary="1", band='9"&CMD()&"', effective="2025-06-01")
    assert "band" in page.words.casefold()
    assert answer(page) == []


def test_nothing_that_was_typed_is_logged(server: Running, asker: Asker) -> None:
    asker.post("NHS_PENSION_TIER", pensionable_pay="7654321")
    asker.post("NHS_PENSION_TIER", pensionable_pay="x7654321")
    assert "7654321" not in server.said()
    assert server.kept() == []
