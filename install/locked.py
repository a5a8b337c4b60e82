"""The pinned packages, who asked for each, and which of them belong to what users install."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "finance-pc"))

from finance_pc.pins import read_pins  # noqa: E402 - found by the line above

EVERYTHING = HERE / "requirements-dev.txt"
"""Every extra, and what the tests need."""
OURS = frozenset({"xl-vsm (pyproject.toml)", "-r install/build.in"})
"""How the list of pins names the package itself with its extras, and what builds it."""


@dataclass(frozen=True)
class Locked:
    """One pinned package.

    Attributes:
        name: as the index has it.
        version: the one that is pinned.
        marker: for which systems and Pythons, as pip reads it; empty for all.
        digests: what its files may come to, as `sha256:...`.
        wanted_by: the packages that asked for it.
    """

    name: str
    version: str
    marker: str
    digests: tuple[str, ...]
    wanted_by: frozenset[str]


def locked(path: Path = EVERYTHING) -> list[Locked]:
    """Return every pin of a list such as `uv pip compile` writes, in its order."""
    text = path.read_text(encoding="utf-8")
    found = []
    for pin, wanted_by in zip(read_pins(text), _askers(text), strict=True):
        name, _, version = pin.requirement.partition("==")
        found.append(Locked(name, version, pin.marker, pin.digests, wanted_by))
    return found


def for_users(pins: list[Locked]) -> list[Locked]:
    """Return those that the package or one of its extras brings, and no test alone."""
    names = set(OURS)
    while more := {p.name for p in pins if p.wanted_by & names} - names:
        names |= more
    return [pin for pin in pins if pin.name in names]


def _askers(text: str) -> Iterator[frozenset[str]]:
    """Yield the words behind `via` of each package, which stand on one line or several."""
    for block in re.split(r"(?m)^(?=[a-z0-9])", text)[1:]:
        lines = re.findall(r"(?m)^ +#(.*)$", block)
        words = [line.replace(" via ", " ").strip() for line in lines]
        yield frozenset(re.sub(r"\[.*\]$", "", word) for word in words if word != "via")
