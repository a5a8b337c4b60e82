"""Which Python will do. Standard library only: the set-up asks before anything is installed."""

from __future__ import annotations

OLDEST = (3, 11)
NEWEST = (3, 14)
"""The last version for which every pinned package has been made."""
_STORE = ("windowsapps", "pythonsoftwarefoundation")


def is_from_the_store(path: str) -> bool:
    """Say whether a Python in this place came from the Microsoft Store.

    What such a Python writes below AppData is kept in a private copy that Excel does not see.
    """
    return any(word in path.casefold() for word in _STORE)


def unfit(version: tuple[int, ...], base: str, *, is_64_bit: bool) -> str | None:
    """Return in words why a Python will not do; None where it will.

    Args:
        version: its version, as numbers.
        base: the folder that it is in.
        is_64_bit: whether it is a 64-bit program.
    """
    shown = ".".join(str(part) for part in version[:3])
    if version < OLDEST:
        return f"this is Python {shown}, and 3.11 or later is needed"
    if version[:2] > NEWEST:
        return f"this is Python {shown}, for which not every package is made yet; install 3.13"
    if is_from_the_store(base):
        return (
            "this Python came from the Microsoft Store, which keeps what it writes in a place where"
            " Excel does not look; take the installer from https://www.python.org/downloads/windows/"
            " instead"
        )
    if not is_64_bit:
        return (
            "this is a 32-bit Python, for which not every package is made; take the 64-bit"
            " installer. It works with a 32-bit Excel too"
        )
    return None
