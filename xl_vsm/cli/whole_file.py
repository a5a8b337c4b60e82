"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from xl_vsm.cli.errors import CommandError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write into, which takes its name when it is whole.

    A run that is stopped, or a full disk, leaves what was there before. A device or a pipe takes
    what it is given.

    Raises:
        CommandError: it cannot be written.
    """
    try:
        with _opened(path) as out:
            yield out
    except BrokenPipeError:
        raise  # whoever reads has gone, as `| head` does
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    half: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".xl-vsm-", delete=False) as out:
            half = Path(out.name)
            yield cast("BinaryIO", out)
        half.chmod(mode)
        half.replace(path)
    except BaseException:
        if half is not None:
            half.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return what new files may not be to others; the system tells only by setting it."""
    now = os.umask(0o077)
    os.umask(now)
    return now
