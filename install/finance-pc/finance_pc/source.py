"""What is set up: the pins, the add-in and the project, and where the packages come from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from finance_pc.stopped import INCOMPLETE, Stopped

SUMS = "SHA256SUMS"
"""The list of a wheelhouse's files with their digests, as sha256sum writes and reads it."""


@dataclass(frozen=True)
class Source:
    """The project's own folder, and a folder of packages if they are not to be downloaded."""

    root: Path
    wheelhouse: Path | None = None
    digest: str | None = None
    """What the wheelhouse's digest must be, where somebody has approved one."""

    @property
    def pins(self) -> Path:
        """Every package, its version and its digests."""
        return self.root / "install" / "requirements-excel.txt"

    @property
    def add_in(self) -> Path:
        """The ready add-in."""
        return self.root / "install" / "classic" / "xl_vsm.xlam"

    @property
    def release(self) -> str:
        """The release of xl_vsm."""
        text = (self.root / "xl_vsm" / "release.py").read_text(encoding="utf-8")
        return _only(r'VERSION = "([^"]+)"', text)

    @property
    def xlwings(self) -> str:
        """The version of xlwings that is pinned, for which the add-in's macros were made."""
        return _only(r"(?m)^xlwings==([^ ;\\]+)", self.pins.read_text(encoding="utf-8"))

    def check(self) -> None:
        """Make sure that everything is there, and that a wheelhouse arrived whole.

        Raises:
            Stopped: something is missing or damaged.
        """
        for path in (self.pins, self.add_in):
            if not path.is_file():
                raise Stopped(INCOMPLETE, f"{path} is missing: copy the whole xl_vsm folder again")
        if self.wheelhouse is not None:
            check_sums(self.wheelhouse)
            found = self.wheelhouse_digest
            if self.digest is not None and self.digest.strip().lower() != found:
                raise Stopped(
                    INCOMPLETE,
                    f"{self.wheelhouse} is not the one that was approved: its digest is {found}",
                )
        elif self.digest is not None:
            raise Stopped(INCOMPLETE, "a digest is of a wheelhouse, and none was given")

    @property
    def wheelhouse_digest(self) -> str:
        """The digest of the list of digests, which stands for every file of a wheelhouse."""
        assert self.wheelhouse is not None
        return sha256(self.wheelhouse / SUMS)

    def pip_options(self) -> list[str]:
        """Return where pip is to look."""
        if self.wheelhouse is None:
            return []
        return ["--no-index", "--find-links", str(self.wheelhouse)]


def check_sums(wheelhouse: Path) -> None:
    """Compare every file of a wheelhouse with its list.

    Raises:
        Stopped: there is no list, or a file is missing, damaged or not on it.
    """
    path = wheelhouse / SUMS
    if not path.is_file():
        raise Stopped(INCOMPLETE, f"{wheelhouse} has no {SUMS}: make it with wheelhouse.py")
    listed: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    kept = {each.name: each for each in wheelhouse.iterdir() if each.name != SUMS}
    wrong = sorted(listed.keys() ^ kept.keys())
    wrong += [name for name in listed.keys() & kept.keys() if sha256(kept[name]) != listed[name]]
    if wrong:
        raise Stopped(
            INCOMPLETE,
            f"{wheelhouse} did not arrive whole, or was changed: {', '.join(wrong)}. Copy it again",
        )


def sha256(path: Path) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _only(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise Stopped(INCOMPLETE, f"a file of xl_vsm is not as it should be: no {pattern}")
    return found[1]
