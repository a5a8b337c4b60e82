"""A file's name as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

HALF_SIGN: Final = re.compile(r"[\ud800-\udfff]")
"""What stands in a name for a byte that is in no known encoding."""


def as_text(path: Path | str) -> str:
    """Return a path as text that can be written anywhere.

    A name that is in no known encoding, as an old disk or an archive may hold, has half signs in
    it, which no report can be written with: a mark stands for each.
    """
    return HALF_SIGN.sub("\N{REPLACEMENT CHARACTER}", str(path))
