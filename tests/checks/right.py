"""Posts that are right, each where the usual one is not what a check is about."""

from __future__ import annotations

from datetime import date

from tests.posts import DIRECTOR, TRUST

CHALLENGED = TRUST | {"segment": 5, "recovery_support": "yes"}
NEXT_YEAR = date(2026, 6, 1)

PENDING = {
    k: v
    for k, v in DIRECTOR.items()
    if k in {"post", "reference", "role", "salary", "award_amount", "award_outcome"}
} | {"award_outcome": "pending", "award_amount": 0}
WITHHELD = DIRECTOR | {
    "objectives_met": "no",
    "award_outcome": "withhold",
    "award_amount": 0,
}
MOVED = {
    "post": "Director of Turnaround",
    "role": "director",
    "salary": 130_000,
    "premium_ground": "challenged organisation",
    "premium_rate": 0.15,
    "premium_amount": 19_500,
    "premium_start": date(2025, 4, 1),
    "premium_extended": "no",
}
LIMITED = DIRECTOR | {"premium_end": date(2026, 3, 31)}
MEDICAL = {
    "post": "Chief Executive",
    "salary": 195_000,
    "approval": "NHS England",
    "appointed": date(2025, 4, 1),
    "contract": "Consultant (medical)",
}
HIGH = DIRECTOR | {
    "salary": 145_000,
    "position": "exception zone",
    "premium_amount": 14_500,
    "award_amount": 4_712.5,
    "approval": "NHS England",
}
