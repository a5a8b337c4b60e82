"""Writing annotated copies, or the findings alone where a workbook is better left alone."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.whole_file import whole_file
from xl_vsm.findings import Report
from xl_vsm.reports.annotated import CannotAnnotate, annotate, is_made_here, own_workbook

COPY: Final = " annotated"
ALONE: Final = " findings"


class Copies:
    """The copies of one run, in their folder."""

    def __init__(self, folder: Path, inputs: Iterable[Path]) -> None:
        """Make the folder, if it is not there.

        Args:
            folder: where the copies go.
            inputs: every workbook that is checked, so that none is ever written over.

        Raises:
            CommandError: there can be no such folder.
        """
        self._folder = folder
        self._not_over = {path.resolve() for path in inputs}
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{folder}: no folder for copies: {error.strerror}") from error

    def write(self, path: Path, report: Report) -> None:
        """Write the annotated copy of one workbook, and say so on stderr.

        Where there cannot be one, its findings are written to a workbook of their own.

        Raises:
            CommandError: the file cannot be written.
        """
        try:
            copy = annotate(_as_checked(path, report), report)
        except CannotAnnotate as why:
            said = str(why)
        except Exception as fault:  # the copy is an extra: its failure costs nobody the report
            said = f"a fault in this tool ({type(fault).__name__}); please report it"
        else:
            target = self._save(f"{path.stem}{COPY}", path.suffix, copy.data)
            _say(f"{path}: annotated copy: {target}")
            for warning in copy.warnings:
                _say(f"{path}: {warning}")
            return
        target = self._save(f"{path.stem}{ALONE}", ".xlsx", own_workbook(report, said))
        _say(f"{path}: no annotated copy, as {said}. Its findings: {target}")

    def _save(self, stem: str, suffix: str, data: bytes) -> Path:
        target = self._free(stem, suffix)
        with whole_file(target) as out:
            out.write(data)
        self._not_over.add(target.resolve())
        return target

    def _free(self, stem: str, suffix: str) -> Path:
        """Return the first name that nobody has, or whose file an earlier run made.

        A copy that somebody has saved since, and perhaps worked in, is no longer one of ours.
        """
        number = 1
        while True:
            name = f"{stem} {number}" if number > 1 else stem
            target = self._folder / f"{name}{suffix}"
            mine = target.resolve() not in self._not_over
            if mine and (not os.path.lexists(target) or as_made(target)):
                return target
            number += 1


def as_made(path: Path) -> bool:
    """Say whether a file is as an earlier run wrote it: a copy, findings alone, or a summary."""
    try:
        with ZipFile(path) as package:
            return is_made_here(package)
    except Exception:  # a damaged package: of what kind is for the reader to say
        return False


def passed_over(path: Path) -> bool:
    """Say whether a search for workbooks passes this one over, as one of ours; say so then."""
    if not path.is_file() or not as_made(path):
        return False
    _say(f"{path}: passed over: made by xl-vsm; name it to have it checked")
    return True


def _as_checked(path: Path, report: Report) -> bytes:
    """Return the bytes that were checked, which the guard has let pass, and no others.

    Raises:
        CannotAnnotate: they were not read, or the file has changed since.
    """
    (workbook,) = report.workbooks
    if workbook.sha256 is None:
        raise CannotAnnotate("it could not be read")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotAnnotate(f"it could not be read again ({error.strerror})") from error
    if hashlib.sha256(data).hexdigest() != workbook.sha256:
        raise CannotAnnotate("it was changed while it was checked")
    return data


def _say(words: str) -> None:
    print(f"xl-vsm: {words}", file=sys.stderr)
