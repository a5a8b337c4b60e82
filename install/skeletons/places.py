"""Where a text belongs in a file that is there: each place puts it in, or says that it is gone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

Place: TypeAlias = Callable[[str, str], str]
"""Takes what a file holds and what is to be put there, and returns both together.

Raises:
    SystemExit: the file has no such place any more.
"""


def after(line: str) -> Place:
    """Return the place behind the first line that begins so."""
    return lambda whole, text: _at(whole, text, rf"^{re.escape(line)}.*\n")


def before(line: str, since: str = "") -> Place:
    """Return the place before a line that begins so, the first once another text has come."""
    ahead = rf"{re.escape(since)}(?s:.*?)" if since else ""
    return lambda whole, text: _at(whole, text, rf"{ahead}^(?={re.escape(line)})")


def in_order(opening: str) -> Place:
    """Return the place in a list of lines by the alphabet; a line that begins so opens it."""

    def put(whole: str, text: str) -> str:
        found = re.search(rf"^{re.escape(opening)}.*\n((?: .*\n)+)", whole, re.M)
        if not found:
            raise SystemExit(f"no list that opens with {opening!r}")
        rows = sorted([*found[1].splitlines(keepends=True), text])
        return whole[: found.start(1)] + "".join(rows) + whole[found.end(1) :]

    return put


def at_end(whole: str, text: str) -> str:
    """Put a text at the end."""
    return whole + text


def behind_the_last_statement(letter: str) -> Place:
    """Return the place behind the last statement whose number begins with a letter."""

    def put(whole: str, text: str) -> str:
        found = re.findall(rf"^\[statement\.{letter}\d+\]\n(?:.+\n)+", whole, re.M)
        if not found:
            raise SystemExit(f"no statement's number begins with {letter!r}")
        return whole.replace(found[-1], f"{found[-1]}\n{text}")

    return put


def under_the_newest_release(whole: str, text: str) -> str:
    """Put a text at the end of the first part of a changelog."""
    begins = whole.index("\n## ")
    older = whole.find("\n## ", begins + 1)
    return whole + text if older < 0 else whole[:older] + text + whole[older:]


def _at(whole: str, text: str, pattern: str) -> str:
    found = re.search(pattern, whole, re.M)
    if not found:
        raise SystemExit(f"nowhere to put {text.strip()!r}: nothing is like {pattern}")
    return whole[: found.end()] + text + whole[found.end() :]
