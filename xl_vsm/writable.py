"""Text that can be written anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

HALF_SIGN: Final = re.compile(r"[\ud800-\udfff]")
"""What stands in the name of a file for a byte that is in no known encoding. UTF-8 has none."""


def writable(text: str | Path) -> str:
    """Return a text, or a path, with a mark for each half sign in it.

    A name in no known encoding, as an old disk or an archive may hold, has half signs in it, which
    no report can be written with.
    """
    return HALF_SIGN.sub("\N{REPLACEMENT CHARACTER}", str(text))
