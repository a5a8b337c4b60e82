"""Public names of a package that are brought in when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def later(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return what brings a package's names in, to be the package's `__getattr__`.

    Args:
        package: the package's own name.
        homes: each module of it, and the names that are brought in from there.
    """
    home = {name: f"{package}.{module}" for module, names in homes.items() for name in names}

    def bring_in(name: str) -> Any:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(home[name]), name)

    return bring_in
