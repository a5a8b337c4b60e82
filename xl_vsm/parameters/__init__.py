"""The numbers: dated, sourced tables, and the lookup by two dates. Decides nothing.

What reads and holds the tables is brought in when it is first used: a worksheet function is
defined, and Excel shown its help, without any of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_vsm.later import later
from xl_vsm.parameters.errors import NotInForce, ParameterFileError
from xl_vsm.parameters.parameters import Parameters

if TYPE_CHECKING:
    from xl_vsm.parameters.files import Source
    from xl_vsm.parameters.publication import Publication, Series
    from xl_vsm.parameters.store import Store, in_use, shipped

__all__ = [
    "NotInForce",
    "ParameterFileError",
    "Parameters",
    "Publication",
    "Series",
    "Source",
    "Store",
    "in_use",
    "shipped",
]

__getattr__ = later(
    __name__,
    {
        "files": ("Source",),
        "publication": ("Publication", "Series"),
        "store": ("Store", "in_use", "shipped"),
    },
)
