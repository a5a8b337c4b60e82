"""Text that came from a workbook, made safe to show."""

from __future__ import annotations

from datetime import date


def inert(text: str) -> str:
    """Keep a text from steering the reader's terminal or from looking like lines of our own.

    Line breaks and tabs become spaces, and what else is not printable becomes a mark.
    """
    return "".join(
        ch if ch.isprintable() else " " if ch.isspace() else "\N{REPLACEMENT CHARACTER}"
        for ch in text
    )


def day(value: date) -> str:
    """Write a date as people in the United Kingdom do: 1 April 2025."""
    return f"{value.day} {value:%B %Y}"


def count(number: int, thing: str) -> str:
    """Write how many of a thing there are: 1 post, 12 posts."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
