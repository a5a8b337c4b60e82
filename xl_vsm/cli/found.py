"""The workbooks that paths, folders and patterns name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import Final

from xl_vsm.cli.errors import CommandError

WORKBOOKS: Final = (".xlsx", ".xlsm")


def found_workbooks(words: list[str]) -> Iterator[Path]:
    """Return the workbooks that paths, folders and patterns name, each once, in order.

    Raises:
        CommandError: a folder or pattern holds no workbook.
    """
    seen: set[Path] = set()
    for word in words:
        try:
            found = {path: path.resolve() for path in _found(word)}
        except OSError as error:  # such as a name too long for the system
            raise CommandError(f"{word}: cannot be looked for: {error.strerror}") from error
        except RuntimeError as error:  # links that lead in a circle
            raise CommandError(f"{word}: cannot be looked for: {error}") from error
        if not found:
            raise CommandError(f"{word}: no workbook ({' or '.join(WORKBOOKS)}) found there")
        for path, itself in found.items():
            if itself not in seen:
                seen.add(itself)
                yield path


def top_of(word: str) -> Path:
    """Return the folder that a path, a folder or a pattern begins at."""
    before = re.split(r"[*?\[]", word, maxsplit=1)[0]
    if before == word:
        return Path(word)
    return Path(before).parent if not before.endswith(("/", "\\")) else Path(before)


def _found(word: str) -> Iterator[Path]:
    path = Path(word)
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if _is_workbook(p))
    elif path.exists() or not any(sign in word for sign in "*?["):
        yield path  # a file that is not there is a finding of its own
    else:
        # Path.glob takes no pattern that begins at the root, as a user's may.
        names = glob(word, recursive=True)  # noqa: PTH207
        yield from filter(_is_workbook, map(Path, sorted(names)))


def _is_workbook(path: Path) -> bool:
    # Excel keeps a lock file beside an open workbook: ~$pay.xlsx
    if path.suffix.lower() not in WORKBOOKS or path.name.startswith("~$"):
        return False
    # What knows copies knows how to write them, which a workbook that is named does not wait for.
    from xl_vsm.cli.annotate import passed_over  # noqa: PLC0415

    return not passed_over(path)
