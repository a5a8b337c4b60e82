"""PEN105."""

from __future__ import annotations

from decimal import Decimal

from xl_vsm.checks.case import Case
from xl_vsm.checks.check import Fault, check
from xl_vsm.checks.compare import same_money
from xl_vsm.checks.pay.premium_facts import premium_facts
from xl_vsm.checks.paybill.pay_meanings import pays
from xl_vsm.rules import pensionable
from xl_vsm.rules.money import pounds
from xl_vsm.rules.pay.premium import terms_of


@check(
    "PEN105",
    "premium-in-pensionable-pay",
    subject="pensionable_pay",
    rests_on=("premia", "pensionable-pay"),
)
def premium_in_pensionable_pay(case: Case) -> Fault | None:
    """Pensionable pay does not hold a premium that is not pensionable.

    Wrong: pensionable pay of £172,500 on £150,000 with a challenged organisation's 15%.
    Right: £150,000.
    Why: that premium is not pensionable (S46); contributions on it would have to be paid back.
    """
    ground = premium_facts(case).ground
    stated = case.stated("pensionable_pay", Decimal)
    if terms_of(ground, case.p).pensionable is not False:
        return None
    pay, *with_premium = pays(case)
    if not any(same_money(stated, each) for each in with_premium):
        return None
    why = pensionable.explain(f"{ground} premium", case.p)
    return Fault(
        "pensionable_pay",
        f"pensionable pay is {pounds(stated)}, the pay with the premium; {pounds(pay)} is due:"
        f" {why.reason}",
        pounds(pay),
        why,
    )
