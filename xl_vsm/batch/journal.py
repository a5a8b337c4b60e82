"""Checked workbooks in a file, a line each: so that memory stays flat, and a later run goes on."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile, SpooledTemporaryFile
from types import TracebackType
from typing import IO, Final, Self

from pydantic import ValidationError

from xl_vsm.batch.checked import Checked
from xl_vsm.checks.troubles import DAY_NOT_STATED
from xl_vsm.findings.frozen import Frozen

BEGINS: Final = b'{"path":'
"""How every line begins."""
HELD: Final = 32_000_000
"""Bytes of results that are held in memory before a file is made for them."""


class JournalError(ValueError):
    """A journal that cannot be used; the message says why."""


class Line(Frozen):
    """One workbook of one run.

    Attributes:
        path: as it was named.
        sha256: what the file's bytes come to.
        basis: what else the answers rest on, as a digest: the figures, the days, the layout.
        today: the day of the run.
        checked: the result.
    """

    path: str
    sha256: str
    basis: str
    today: date
    checked: Checked

    def holds(self, sha256: str, basis: str, today: date) -> bool:
        """Say whether the same would come of checking the workbook now."""
        workbook = self.checked.workbook
        if (self.sha256, self.basis) != (sha256, basis) or not workbook.complete:
            return False
        by_the_clock = any(f.code == DAY_NOT_STATED.code for f in workbook.findings)
        return self.today == today or not by_the_clock


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line is."""

    offset: int
    length: int


class Journal:
    """The lines of one run, in memory or in a file, and those of earlier ones.

    Args:
        path: the file to go on from and to keep; None keeps nothing after the run.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, or make it.

        Raises:
            JournalError: it is something else, or cannot be written.
        """
        self._path = path
        self._earlier: dict[str, Place] = {}
        self._places: dict[str, Place] = {}
        self._file: IO[bytes]
        if path is None:
            self._file = SpooledTemporaryFile(max_size=HELD)  # noqa: SIM115 - closed by __exit__
            return
        if path.exists() and not path.is_file():
            raise JournalError(f"{path}: is no file; name another")
        try:
            self._file = open(path, "a+b", opener=_for_its_owner)  # noqa: SIM115 - closed by __exit__
        except OSError as error:
            raise JournalError(f"{path}: cannot be written: {error.strerror}") from error
        try:
            self._index()
        except JournalError:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep one line a workbook, and close the file."""
        if self._path is not None:
            self._keep_newest(self._path)
        self._file.close()

    @property
    def is_kept(self) -> bool:
        """Whether it goes on from earlier runs, and stays for later ones."""
        return self._path is not None

    def add(self, line: Line) -> Place:
        """Keep a line, and say where it is.

        Raises:
            JournalError: there is no room for it.
        """
        text = line.model_dump_json().encode() + b"\n"
        try:
            offset = self._file.seek(0, os.SEEK_END)
            self._file.write(text)
            self._file.flush()
        except OSError as error:
            raise self._unwritable(error) from error
        place = Place(offset, len(text))
        self._places[line.path] = place
        return place

    def earlier(self, path: str) -> Line | None:
        """Return what an earlier run says of a workbook."""
        place = self._earlier.get(path)
        if place is None:
            return None
        try:
            return self.read(place)
        except ValidationError:
            return None  # of another release, or cut short: the workbook is checked again

    def read(self, place: Place) -> Line:
        """Return the line at a place."""
        return Line.model_validate_json(self._bytes(place))

    def _bytes(self, place: Place) -> bytes:
        self._file.seek(place.offset)
        return self._file.read(place.length)

    def _index(self) -> None:
        self._file.seek(0)
        if self._file.read(len(BEGINS)) not in (b"", BEGINS):
            raise self._strange()
        self._file.seek(0)
        offset, text = 0, b""
        for number, text in enumerate(self._file):
            place = Place(offset, len(text))
            offset += len(text)
            path = _path_in(text)
            if path is not None:
                self._earlier[path] = place
            elif number == 0:
                raise self._strange()
        # What a run that was killed left unfinished would spoil the line after it.
        if offset and not text.endswith(b"\n"):
            self._file.write(b"\n")
        self._places.update(self._earlier)

    def _keep_newest(self, path: Path) -> None:
        half: Path | None = None
        try:
            with NamedTemporaryFile(dir=path.parent, prefix=".xl-vsm-", delete=False) as kept:
                half = Path(kept.name)
                for place in self._places.values():
                    kept.write(self._bytes(place))
            self._file.close()  # Windows replaces no file that is open
            half.replace(path)
        except OSError as error:
            if half is not None:
                half.unlink(missing_ok=True)
            raise self._unwritable(error) from error

    def _strange(self) -> JournalError:
        return JournalError(f"{self._path}: is not what an earlier run kept; name another file")

    def _unwritable(self, error: OSError) -> JournalError:
        return JournalError(f"{self._path or 'what was found'}: cannot be kept: {error.strerror}")


def _for_its_owner(path: str, flags: int) -> int:
    """Open a file that nobody else can read where it is made now: it holds people's pay."""
    return os.open(path, flags, 0o600)


def _path_in(text: bytes) -> str | None:
    try:
        said = json.loads(text)
    except ValueError:
        return None
    path = said.get("path") if isinstance(said, dict) and "basis" in said else None
    return path if isinstance(path, str) else None
