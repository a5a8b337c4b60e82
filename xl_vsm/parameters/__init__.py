"""The numbers: dated, sourced tables, and the lookup by two dates. Decides nothing.

What reads and holds the tables is brought in when it is first used: a worksheet function is
defined, and Excel shown its help, without any of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

_HOME = {
    "Publication": "publication",
    "Series": "publication",
    "Source": "files",
    "Store": "store",
    "in_use": "store",
    "shipped": "store",
}


def __getattr__(name: str) -> Any:
    """Bring in a name when it is first asked for."""
    if name in _HOME:
        return getattr(import_module(f"xl_vsm.parameters.{_HOME[name]}"), name)
    raise AttributeError(f"module 'xl_vsm.parameters' has no attribute {name!r}")
