"""What is still to be filled in, anywhere in the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

TO_FILL = re.compile(r"FILL[ _-]IN")
SEARCHED = ("CHANGELOG.md", "docs/making", "tests", "udfs", "xl_vsm")
TEXT = {".csv", ".md", ".py", ".toml"}


def left(root: Path) -> list[str]:
    """Return every place that is still to be filled in: file, line, and what it says."""
    return [
        f"{file.relative_to(root)}:{number}: {line.strip()}"
        for file in _searched(root)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if TO_FILL.search(line)
    ]


def _searched(root: Path) -> Iterator[Path]:
    for name in SEARCHED:
        files = sorted((root / name).rglob("*")) if (root / name).is_dir() else [root / name]
        yield from (file for file in files if file.suffix in TEXT)
