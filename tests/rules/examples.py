"""Facts that every rule can answer for, one set a rule, and how to make more of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from xl_vsm.rules import Ground, OrganisationType, Outcome, Role

DAY = date(2025, 6, 1)
HALF = settings.default.max_examples // 2 if settings.default else 25
"""As many examples as usual, halved where every rule is tried by itself."""
LONG_AGO = date(2020, 1, 1)

EXAMPLES: dict[str, tuple[Any, ...]] = {
    "band": (OrganisationType.TRUST, Decimal(612_000_000)),
    "pay_range": (Role.DIRECTOR, OrganisationType.TRUST, Decimal(612_000_000)),
    "position": (Decimal(140_000), Role.DIRECTOR, OrganisationType.TRUST, Decimal(612_000_000)),
    "approver": (Decimal(140_000), Role.DIRECTOR, OrganisationType.TRUST, Decimal(612_000_000)),
    "award": (Decimal(140_000), Outcome.AWARD),
    "withhold": (2, True, False, LONG_AGO, None, False, False),
    "premium": (Decimal(150_000), Ground.EXCEPTIONAL_PERFORMANCE, None, None, False),
    "apprenticeship_levy": (Decimal(150_000),),
    "employer_national_insurance": (Decimal(150_000),),
    "employer_pension": (Decimal(150_000),),
    "paybill": (Decimal(150_000), Decimal(0)),
    "contribution_tier": (Decimal(66_000),),
    "contribution_rate": (Decimal(66_000),),
    "contribution": (Decimal(66_000),),
    "afc_overlap": (Decimal(140_000), "9"),
    "estimated_paybill": (Decimal(36_483), Decimal("1.2"), Decimal("1.3")),
    "annual_pay": (None, Decimal(33_000), 200, None),
    "pensionable": ("salary",),
    "pensionable_hours": (Decimal(30),),
    "must_be_on_vsm_terms": (Role.CHIEF_EXECUTIVE, date(2025, 4, 2)),
}

money = st.decimals(0, 400_000, places=2)
sizes = st.decimals(1, 5_000_000_000, places=0)
kinds = st.sampled_from(OrganisationType)
ranged_roles = st.sampled_from([Role.CHIEF_EXECUTIVE, Role.DIRECTOR])
segments = st.sampled_from([None, 1, 2, 3, 4, 5])
multipliers = st.decimals(1, 2, places=3)
maybe = st.sampled_from([None, True, False])
appointments = st.dates(date(1970, 1, 1), date(2027, 12, 31))
framework_days = st.dates(date(2025, 4, 1), date(2027, 3, 31))
premium_facts = st.one_of(
    st.tuples(
        money,
        st.sampled_from([g for g in Ground if g is not Ground.CHALLENGED_ORGANISATION]),
        st.none() | st.decimals(0, "0.1", places=3),
        st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31)),
        st.booleans(),
    ),
    st.tuples(
        money,
        st.just(Ground.CHALLENGED_ORGANISATION),
        st.none() | st.just(Decimal("0.15")),
        st.dates(date(2020, 1, 1), date(2027, 12, 31)),
        st.booleans(),
    ),
)

FACTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "band": st.tuples(kinds, sizes),
    "pay_range": st.tuples(ranged_roles, kinds, sizes),
    "position": st.tuples(money, ranged_roles, kinds, sizes),
    "approver": st.tuples(money, ranged_roles, kinds, sizes),
    "award": st.tuples(money, st.sampled_from(Outcome)),
    "withhold": st.tuples(
        segments, st.booleans(), st.booleans(), appointments, maybe, st.booleans(), st.booleans()
    ),
    "premium": premium_facts,
    "apprenticeship_levy": st.tuples(money),
    "employer_national_insurance": st.tuples(money),
    "employer_pension": st.tuples(money),
    "paybill": st.tuples(money, money),
    "contribution_tier": st.tuples(money),
    "contribution_rate": st.tuples(money),
    "contribution": st.tuples(money),
    "afc_overlap": st.tuples(money, st.sampled_from(["2", "5", "8a", "Band 8d", "9"])),
    "estimated_paybill": st.tuples(money, multipliers, multipliers),
    "annual_pay": st.one_of(
        st.tuples(money, st.none(), st.none(), st.none()),
        st.tuples(st.none(), money, st.integers(1, 366), st.none()),
        st.tuples(st.none() | money, st.none(), st.none(), money),
    ),
    "pensionable": st.tuples(st.sampled_from(["salary", "Bonus", "premium of up to 10%"])),
    "pensionable_hours": st.tuples(st.decimals(0, 60, places=1)),
    "must_be_on_vsm_terms": st.tuples(st.sampled_from(Role), appointments),
}
