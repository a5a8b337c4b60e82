"""What tests run under Node: fetched once by npm, pinned with hashes, and never by a test.

Standard library only, as it is set up before anything is installed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class NotHere(Exception):
    """It cannot be set up on this machine. The message says why."""


def nothing_more() -> None:
    """Fetch nothing beside what npm fetches."""


@dataclass(frozen=True)
class Fetched:
    """Something that npm fetches into a folder of its own, which git ignores.

    Attributes:
        name: what it is called, at the beginning of a sentence.
        here: the folder with its package.json and package-lock.json.
        cache: where it is kept.
        oldest_node: the oldest Node that it runs on.
        command: what sets it up, from the project's folder.
        pinned: another file of pins, beside npm's.
    """

    name: str
    here: Path
    cache: Path
    oldest_node: int
    command: str
    pinned: Path | None = None

    @property
    def modules(self) -> Path:
        """Where npm puts what it fetches."""
        return self.cache / "node_modules"

    def set_up(self, more: Callable[[], None] = nothing_more) -> None:
        """Fetch everything, or nothing where it is here already.

        Args:
            more: what else is to be fetched.

        Raises:
            NotHere: a program is missing, or something could not be fetched.
        """
        if why := self._no_node():
            raise NotHere(why)
        if self._is_set_up():
            return
        shutil.rmtree(self.cache, ignore_errors=True)
        self.cache.mkdir()
        for name in ("package.json", "package-lock.json"):
            shutil.copy(self.here / name, self.cache)
        npm = shutil.which("npm")
        if npm is None:
            raise NotHere("npm is not on the path")
        self.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "npm cannot fetch it")
        more()
        self._stamp.write_text(self._digest(), encoding="utf-8")

    def run(self, command: list[str], failed: str) -> None:
        """Run a program in the folder where it is kept.

        Raises:
            NotHere: the program failed.
        """
        done = subprocess.run(command, cwd=self.cache, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotHere(f"{failed}:\n{done.stderr.strip() or done.stdout.strip()}")

    def missing(self) -> str | None:
        """Return why tests cannot run it here; None where they can."""
        if why := self._no_node():
            return why
        if not self._is_set_up():
            return f"{self.name} is not set up: run {self.command}"
        return None

    def main(self, more: Callable[[], None] = nothing_more) -> int:
        """Set it up, and say why where that cannot be. Return 1 then."""
        try:
            self.set_up(more)
        except NotHere as why:
            print(f"{self.name} is not here, so its tests are skipped: {why}", file=sys.stderr)
            return 1
        return 0

    def _no_node(self) -> str | None:
        node = shutil.which("node")
        if node is None:
            return "Node is not on the path"
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        version = re.match(r"v(\d+)", said.stdout)
        if version is None or int(version[1]) < self.oldest_node:
            found = said.stdout.strip() or "no Node"
            return f"{self.name} needs Node {self.oldest_node} or later; this is {found}"
        return None

    def _is_set_up(self) -> bool:
        return self._stamp.is_file() and self._stamp.read_text(encoding="utf-8") == self._digest()

    def _digest(self) -> str:
        files = [self.here / "package-lock.json", *([self.pinned] if self.pinned else [])]
        return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()

    @property
    def _stamp(self) -> Path:
        return self.cache / "set-up-from"
