"""Read the settings file of the add-in's macros: one `"NAME","value"` a line.

Standard library only: the set-up uses this before anything is installed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

ENCODING = "latin-1"
"""Gives every byte back as it was, so that other people's lines survive in whatever code page."""

_LINE = re.compile(r'\s*"?(?P<name>[^",]*)"?\s*,\s*"?(?P<value>[^"]*)"?\s*')


def read_lines(path: Path) -> list[str]:
    """Return the file's lines, line ends and all; none where there is no file."""
    if not path.is_file():
        return []
    return path.read_bytes().decode(ENCODING).splitlines(keepends=True)


def setting_in(line: str) -> tuple[str, str] | None:
    """Return the name and value that a line sets, or None where it sets nothing."""
    found = _LINE.fullmatch(line.rstrip("\r\n"))
    return (found["name"].strip(), found["value"].strip()) if found else None


def value_of(lines: list[str], name: str) -> str | None:
    """Return the value of a setting: the first one counts, and its capitals do not."""
    for line in lines:
        pair = setting_in(line)
        if pair and pair[0].casefold() == name.casefold():
            return pair[1]
    return None


def filled_in(value: str, environ: Mapping[str, str]) -> str:
    """Return a value with each `%VARIABLE%` replaced by what it stands for."""
    known = {name.casefold(): text for name, text in environ.items()}

    def fill(found: re.Match[str]) -> str:
        return known.get(found[1].casefold(), found[0])

    return re.sub(r"%([^%]+)%", fill, value)
