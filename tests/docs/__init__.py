"""What the reference pages say is whole, and is so."""

from __future__ import annotations

import sys

from tests.conftest import ROOT

# What makes the pages is beside them, not in the package.
sys.path.insert(0, str(ROOT / "docs"))
