"""What is said to the person at the keyboard, and kept in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass
class Journal:
    """Says things and writes them down.

    Attributes:
        log: where to write them; None to write nothing, as when nothing is to be changed.
        touched: every file and folder that was made, changed or removed.
    """

    log: Path | None
    show: Callable[[str], object] = print
    touched: list[str] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Tell the person, and write it down."""
        self.show(words)
        self.note(words)

    def note(self, words: str) -> None:
        """Write down what the person need not see."""
        if self.log is None or not self.log.parent.is_dir():
            return
        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        with self.log.open("a", encoding="utf-8") as file:
            file.writelines(f"{moment} {line}\n" for line in words.splitlines())

    def touch(self, verb: str, what: object) -> None:
        """Remember what was done to a file or folder."""
        self.touched.append(f"{verb} {what}")
        self.note(f"{verb} {what}")
