"""Fetch, once, what judges whether a page can be used by everybody: axe-core, for the browser.

python3 tests/reports/html/axe/set_up.py

It is pinned with hashes and kept in one folder that git ignores. Standard library only.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.npm import Fetched  # noqa: E402 - found by the line above

_FETCHED = Fetched(
    name="The judge of accessibility",
    here=HERE,
    cache=ROOT / ".venv-axe",
    oldest_node=20,
    command="python3 tests/reports/html/axe/set_up.py",
)
SCRIPT = _FETCHED.modules / "axe-core" / "axe.min.js"


@cache
def missing() -> str | None:
    """Return why no page can be judged here; None where it can."""
    return _FETCHED.missing()


if __name__ == "__main__":
    sys.exit(_FETCHED.main())
