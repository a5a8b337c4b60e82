"""Every check of a post: a row in which it, and nothing else, is wrong; and a right one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.checks.right import (
    CHALLENGED,
    HIGH,
    LIMITED,
    MEDICAL,
    MOVED,
    NEXT_YEAR,
    PENDING,
    WITHHELD,
)
from tests.posts import CHIEF_EXECUTIVE, DAY, DIRECTOR, ICB, TRUST


@dataclass(frozen=True)
class Wrong:
    """A post, what makes it wrong, and what must be found where."""

    code: str
    change: dict[str, Any]
    at: str
    says: str
    expected: str
    post: dict[str, Any] = field(default_factory=lambda: DIRECTOR)
    organisation: dict[str, Any] = field(default_factory=lambda: TRUST)
    effective: date = DAY
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.code} {self.change}"


WRONG = [
    Wrong(
        "PAY105",
        {"appointed": date(2025, 4, 2)},
        "contract",
        "the contract is a medical one",
        "VSM terms",
        post=MEDICAL,
        severity="warning",
    ),
    Wrong(
        "PAY204",
        {"premium_ground": "challenged organisation", "premium_rate": 0.15}
        | {"premium_amount": 19_500},
        "premium_amount",
        "premium is for a challenged organisation, but the organisation is in segment 2",
        "a challenged organisation",
        severity="warning",
    ),
    Wrong(
        "PEN105",
        {"pensionable_pay": 149_500},
        "pensionable_pay",
        "pensionable pay is £149,500, the pay with the premium; £130,000 is due",
        "£130,000",
        post=MOVED | {"pensionable_pay": 130_000},
        organisation=CHALLENGED,
    ),
    Wrong("BND101", {"band": "B"}, "band", "band is B; C is due", "C", severity="warning"),
    Wrong("BND101", {"band": "Band D"}, "band", "is Band D; C is due", "C", severity="warning"),
    Wrong(
        "PAY103",
        {"position": "exception zone"},
        "position",
        "position is exception zone; in range is right",
        "in range",
        severity="warning",
    ),
    Wrong(
        "PAY201",
        {"premium_amount": 12_500},
        "premium_amount",
        "premium is £12,500; £13,000 is due: 10% of a base salary of £130,000",
        "£13,000",
    ),
    Wrong(
        "PAY201",
        {"premium_start": date(2025, 10, 1)},
        "premium_amount",
        "premium is £13,000; £0 is due",
        "£0",
    ),
    Wrong(
        "PAY201",
        {"premium_amount": 13_000},
        "premium_amount",
        "£19,500 is due: 15%",
        "£19,500",
        post=MOVED,
        organisation=CHALLENGED,
    ),
    Wrong(
        "PAY202",
        {"premium_rate": 0.12},
        "premium_rate",
        "rate is 12%: over the 10% limit",
        "up to 10%",
    ),
    Wrong("PAY202", {"premium_rate": 0.10}, "premium_rate", "one rate", "15%", MOVED, CHALLENGED),
    Wrong(
        "PAY203",
        {"premium_end": date(2025, 8, 31)},
        "premium_amount",
        "£0 is due on 30 September 2025: it ended on 31 August 2025",
        "£0",
        post=LIMITED,
    ),
    Wrong(
        "PAY203",
        {"premium_start": date(2023, 9, 30)},
        "premium_amount",
        "it ended on 29 September 2025",
        "£0",
        post=MOVED,
        organisation=CHALLENGED,
    ),
    Wrong(
        "AWD101",
        {"award_outcome": "withhold"},
        "award_outcome",
        "award outcome is withhold; award is due",
        "award",
    ),
    Wrong("AWD101", {"award_outcome": "pending"}, "award_outcome", "award is due", "award"),
    Wrong(
        "AWD101",
        {"award_outcome": "award"},
        "award_outcome",
        "withhold is due: appraisal objectives were not met",
        "withhold",
        post=WITHHELD,
    ),
    Wrong(
        "AWD101",
        {"award_outcome": "award"},
        "award_outcome",
        "pending is due",
        "pending",
        post=PENDING,
        effective=NEXT_YEAR,
    ),
    Wrong(
        "AWD102",
        {"award_amount": 4_000},
        "award_amount",
        "award is £4,000; £4,225 is due: the 2025/26 award is 3.25%",
        "£4,225",
    ),
    Wrong(
        "AWD103",
        {"award_amount": 4_225},
        "award_amount",
        "award is £4,225, but on 30 September 2025 the award is withheld",
        "£0 while withheld",
        post=WITHHELD,
    ),
    Wrong(
        "AWD104",
        {"award_amount": 3_900},
        "award_amount",
        "award is £3,900, but on 1 June 2026 the award is pending",
        "£0 while pending",
        post=PENDING,
        effective=NEXT_YEAR,
    ),
    Wrong(
        "APR101",
        {"approval": None},
        "approval",
        "no approval by NHS England is shown for a salary of £195,000",
        "NHS England",
        post=CHIEF_EXECUTIVE,
    ),
    Wrong(
        "APR101",
        {"approval": "Remuneration committee"},
        "approval",
        "£195,000 is above £170,000",
        "NHS England",
        post=CHIEF_EXECUTIVE,
    ),
    Wrong(
        "APR101",
        {"approval": "Remuneration committee"},
        "approval",
        "exception zone",
        "NHS England",
        post=HIGH,
        severity="warning",
    ),
    Wrong(
        "APR101",
        {"approval": None},
        "approval",
        "above the operational maximum",
        "NHS England",
        post=CHIEF_EXECUTIVE,
        organisation=ICB,
        severity="warning",
    ),
    Wrong(
        "PEN101",
        {"pension_rate": 0.107},
        "pension_rate",
        "contribution rate is 10.7%; 12.5% is due on £130,000",
        "12.5%",
    ),
    Wrong("PEN102", {"pension_tier": 5}, "pension_tier", "pension tier is 5; 6 is due", "6"),
    Wrong(
        "PEN103",
        {"pension_contribution": 13_910},
        "pension_contribution",
        "member contribution is £13,910; £16,250 is due",
        "£16,250",
    ),
    Wrong(
        "PEN104",
        {"pension_rate": 0.125},
        "pension_rate",
        "contribution rate is 12.5%: it matches the table first published March 2025, since",
        "10.7%",
        post={"post": "Secretary", "salary": 64_500, "pensionable_pay": 64_500},
        severity="warning",
    ),
    Wrong(
        "BIL101",
        {"employer_pension": 26_884},  # 20.68%
        "employer_pension",
        "employer pension is £26,884; £30,914 is due",
        "£30,914",
    ),
    Wrong(
        "BIL102",
        {"employer_national_insurance": 16_684.20},  # 13.8% above £9,100
        "employer_national_insurance",
        "£18,750 is due: 15% of what £130,000 has above",
        "£18,750",
    ),
    Wrong("BIL103", {"apprenticeship_levy": 625}, "apprenticeship_levy", "£650 is due", "£650"),
    Wrong("BIL104", {"paybill": 160_914}, "paybill", "£180,314 is due", "£180,314"),
    Wrong("WBK101", {"pension_tier": "TBC"}, "pension_tier", "cannot be read", ""),
    Wrong("WBK101", {"award_amount": "l4,225"}, "award_amount", "a letter stands where", ""),
    Wrong("WBK102", {"salary": None}, "salary", "salary is missing", "a salary"),
    Wrong(
        "WBK102",
        {"premium_ground": None},
        "premium_ground",
        "premium ground is missing",
        "a premium ground",
    ),
    Wrong("WBK103", {"fte": 1.2}, "fte", "whole time equivalent is 1.2", "more than 0 and up to 1"),
    Wrong("WBK104", {"pension_rate": "#REF!"}, "pension_rate", "shows #REF!", "a value"),
    Wrong(
        "WBK105",
        {"premium_ground": "great work"},
        "premium_ground",
        "premium ground must be",
        '"additional responsibilities"',
    ),
    Wrong("WBK105", {"role": "wizard"}, "role", "role must be", '"chief executive"'),
    Wrong("WBK105", {"position": "high"}, "position", "must be", '"below range"'),
    Wrong("WBK105", {"award_outcome": "perhaps"}, "award_outcome", "must be", '"award"'),
]

SALARIES = [
    # A changed salary is wrong in itself, and so are the figures that rest on it: code, salary.
    ("PAY101", 119_999.99, "salary is below the minimum: £119,999.99 is below range"),
    ("PAY102", 150_000.01, "salary is above the range: £150,000.01 is above range"),
]
