"""Fetch, once, what validates the template: Microsoft's Open XML SDK, compiled for Node.

python3 tests/template/ooxml/set_up.py

It is pinned with hashes and kept in one folder that git ignores. Standard library only.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.npm import Fetched  # noqa: E402 - found by the line above

_FETCHED = Fetched(
    name="The validator of schemas",
    here=HERE,
    cache=ROOT / ".venv-ooxml",
    oldest_node=20,
    command="python3 tests/template/ooxml/set_up.py",
)
MODULE = _FETCHED.modules / "@ooxml-tools" / "validate" / "dist" / "npm" / "index.js"


@cache
def missing() -> str | None:
    """Return why nothing can be validated here; None where it can."""
    return _FETCHED.missing()


if __name__ == "__main__":
    sys.exit(_FETCHED.main())
