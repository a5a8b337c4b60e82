"""The template filled in as a user would: an invented trust and its posts."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from xl_vsm.template import Settings, template
from xl_vsm.template.places import FIRST, INPUTS, PAY, START, letters

ROWS = 12
TRUST: dict[str, Any] = {
    "Organisation": "Northmoor Vale NHS Foundation Trust",
    "Organisation_type": "trust",
    "Turnover": 512_400_000,
    "Segment": 3,
    "Recovery_support": "No",
    "Effective_date": date(2025, 9, 30),
}
_USUAL: dict[str, Any] = {
    "role": "director",
    "fte": 1,
    "objectives_met": "Yes",
    "performance_management": "No",
    "appointed": date(2021, 4, 1),
}
POSTS: list[dict[str, Any]] = [
    {
        **_USUAL,
        "reference": "V01",
        "post": "Chief Executive",
        "role": "chief executive",
        "salary": 188_000,
        "pensionable_pay": 188_000,
        "approval": "NHS England and DHSC",
        "approval_reference": "PC-014",
    },
    {
        **_USUAL,
        "reference": "V02",
        "post": "Chief Finance Officer",
        "salary": 136_000,
        "pensionable_pay": 136_000,
        "approval": "remuneration committee",
        "premium_ground": "exceptional performance",
        "premium_rate": 0.05,
        "premium_start": date(2025, 4, 1),
        "payroll_contribution": 17_000,
    },
    {
        **_USUAL,
        "reference": "V03",
        "post": "Chief Nurse",
        "salary": 128_500,
        "fte": 0.8,
        "pensionable_pay": 102_800,
        "approval": "remuneration committee",
        "objectives_met": "No",
    },
    {
        **_USUAL,
        "reference": "V04",
        "post": "Medical Director",
        "medical_contract": "Yes",
        "salary": 145_000,
        "pensionable_pay": 0,
        "approval": "remuneration committee",
        "notes": "Left the pension scheme.",
    },
    {
        **_USUAL,
        "reference": "V05",
        "post": "Chief People Officer",
        "salary": 121_000,
        "pensionable_pay": 121_000,
        "approval": "remuneration committee",
        "appointed": date(2025, 6, 2),
    },
]


def filled(
    path: Path, posts: list[dict[str, Any]] | None = None, trust: dict[str, Any] | None = None
) -> Path:
    """Write a filled-in template."""
    book = load_workbook(io.BytesIO(template(Settings(rows=ROWS))))
    for name, value in (TRUST if trust is None else trust).items():
        book[START][f"B{INPUTS[name]}"] = value
    for row, post in enumerate(POSTS if posts is None else posts, FIRST):
        for key, value in post.items():
            book[PAY][f"{letters(key)}{row}"] = value
    book.save(path)
    return path


def changed(place: int, **facts: Any) -> list[dict[str, Any]]:
    """Return the posts, one of them with other facts."""
    return [{**post, **(facts if n == place else {})} for n, post in enumerate(POSTS)]
