"""Every look at this machine: one file each, here in the order in which they are told."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from xl_vsm.diagnosis.look import Seen
from xl_vsm.diagnosis.machine import Machine

_LOOKS = (
    "python",
    "packages",
    "settings",
    "add_in",
    "policies",
    "functions",
    "figures",
)


def look_at(machine: Machine) -> list[tuple[str, Seen]]:
    """Return what every look came to, each with its title."""
    return [(module.TITLE, module.look(machine)) for module in _modules()]


def _modules() -> list[ModuleType]:
    return [import_module(f"{__name__}.{name}") for name in _LOOKS]
