"""A look at one thing on this machine, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

State: TypeAlias = Literal["ok", "wrong", "worth knowing", "not applicable here"]


@dataclass(frozen=True)
class Seen:
    """What a look came to.

    Attributes:
        state: whether it is as it should be.
        words: what was seen.
        do: what to do about it, in order.
    """

    state: State
    words: str
    do: tuple[str, ...] = field(default=())


def not_here(why: str) -> Seen:
    """Return that there is nothing to look at on this machine, and why."""
    return Seen("not applicable here", why)


ONLY_WINDOWS = not_here("Only Excel on a Windows desktop has this; this is not Windows.")
SET_UP_AGAIN = "Run install.ps1 again (folder install/finance-pc of xl_vsm); it mends what it made."
