"""Days as people in the United Kingdom write them."""

from __future__ import annotations

from datetime import date


def day(value: date) -> str:
    """Write a date in words: 1 April 2025."""
    return f"{value.day} {value:%B %Y}"
