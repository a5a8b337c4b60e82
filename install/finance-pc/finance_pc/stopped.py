"""Why the set-up stopped, each with its own exit code."""

from __future__ import annotations

DONE = 0
SOMETHING_WRONG = 1
"""It was set up, and the check at the end found something wrong."""
WRONG_PYTHON = 3
SETTINGS_OF_ANOTHER = 4
IN_USE = 5
NO_PACKAGES = 6
INCOMPLETE = 7
NOT_WINDOWS = 8


class Stopped(Exception):
    """There is nothing more to do. The message says why, and what to do about it.

    Attributes:
        code: the exit code.
    """

    def __init__(self, code: int, words: str) -> None:
        """Take the exit code and the words for the person at the keyboard."""
        super().__init__(words)
        self.code = code


def in_use(what: object) -> Stopped:
    """Return that a file is held by Excel, which holds what it has loaded until it is closed."""
    return Stopped(
        IN_USE,
        f"{what} cannot be changed. Close every Excel window, wait ten seconds, and run this again",
    )
