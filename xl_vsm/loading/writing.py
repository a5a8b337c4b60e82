"""Writing the organisation's own files: added to as text, and replaced in one step."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.parameters.tables import Table


def added(path: Path, head: Mapping[str, Any], more: Mapping[str, Any]) -> str:
    """Return a file's text with more behind it, so that what somebody wrote there stays as it is.

    Args:
        path: the file, which may not be there yet.
        head: what a new file begins with.
        more: what is added: tables, or lists of tables.
    """
    import tomli_w  # noqa: PLC0415 - only needed to load a table

    try:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
    except FileNotFoundError:
        text = tomli_w.dumps(head)
    text = text.rstrip()
    return f"{text}\n\n{tomli_w.dumps(more)}" if text else tomli_w.dumps(more)


def looked_on(text: str, today: date) -> str:
    """Put the day of the latest look for a newer publication into the head of a file."""
    return re.sub(r"^checked = \S+", f"checked = {today}", text, count=1, flags=re.MULTILINE)


def plain(table: Table) -> Any:
    """Return a table as TOML takes it, whole figures without a point."""
    return _plain(table.model_dump(by_alias=True, exclude_none=True))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inside) for inside in value]
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def replace_file(path: Path, text: str) -> None:
    """Put a text in the place of a file in one step, so that no reader finds half of it.

    Raises:
        LoadingError: the folder or the file cannot be written.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        wrong = f"cannot be written: {error.strerror}"
        expected = "a folder in which you may write"
        do = "Ask for the right to write there, or name another folder in XL_VSM_RATES"
        raise LoadingError(Fault(str(path), wrong, expected, do)) from error
