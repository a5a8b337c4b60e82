"""The numbers: dated, sourced tables, and the lookup by two dates. Decides nothing."""

from xl_vsm.parameters.parameters import Parameters
from xl_vsm.parameters.publication import NotInForce, Publication, Series
from xl_vsm.parameters.store import ParameterFileError, Source, Store, in_use, shipped

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
