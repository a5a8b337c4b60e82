"""A docstring taken apart: what it says, its arguments, its answer and its errors."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc

_SECTION = re.compile(r"^(Args|Returns|Raises):$")
_ENTRY = re.compile(r"^(\w+): +(.*)$")


@dataclass(frozen=True, slots=True)
class Docstring:
    """The parts of a docstring in Google's style."""

    paragraphs: tuple[str, ...]
    args: dict[str, str]
    returns: str
    raises: dict[str, str]

    @classmethod
    def of(cls, function: Callable[..., object]) -> Docstring:
        """Take a function's docstring apart."""
        return cls.in_text(getdoc(function) or "")

    @classmethod
    def in_text(cls, text: str) -> Docstring:
        """Take the text of a docstring apart."""
        parts: dict[str, list[str]] = {"": []}
        part = ""
        for line in text.split("\n"):
            if found := _SECTION.match(line):
                part = found[1]
                parts[part] = []
            else:
                parts[part].append(line)
        return cls(
            tuple(filter(None, map(_flat, "\n".join(parts[""]).split("\n\n")))),
            _entries(parts.get("Args", [])),
            _flat("\n".join(parts.get("Returns", []))),
            _entries(parts.get("Raises", [])),
        )


def _entries(lines: list[str]) -> dict[str, str]:
    """Read `name: words`, whose further lines are further in."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        text = line.removeprefix("    ")
        if entry := _ENTRY.match(text):
            name = entry[1]
            found[name] = entry[2]
        elif name and text.strip():
            found[name] += f" {text.strip()}"
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())
