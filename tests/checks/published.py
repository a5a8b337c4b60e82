"""A folder of figures in which the pay ranges are published ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from xl_vsm.parameters import Store
from xl_vsm.parameters.store import SHIPPED

_MADE_UP = 'certainty = "synthetic"\nillustrative = true\nsource = "illustrative"'
_PUBLISHED = 'certainty = "primary"\nsource = "vsm-pay-ranges"'


def published_ranges(folder: Path) -> Store:
    """Return the shipped figures with their pay ranges as if a document had published them."""
    data = folder / "data"
    shutil.copytree(SHIPPED, data)
    path = data / "pay-ranges.toml"
    text = path.read_text(encoding="utf-8")
    assert _MADE_UP in text
    path.write_text(text.replace(_MADE_UP, _PUBLISHED), encoding="utf-8")
    return Store(data)
