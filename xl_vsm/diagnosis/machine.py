"""This machine, as the looks see it. A test hands them another."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from xl_vsm.diagnosis.places import NoProfile, Places

Registry = Callable[[str, str, str], object]
"""A hive (HKCU or HKLM), a key and a name -> the value in the registry, or None."""


def installed(package: str) -> str | None:
    """Return the version of an installed package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def registry(hive: str, key: str, name: str) -> object:
    """Return a value in the Windows registry; None where there is none, or it may not be read."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - there is none elsewhere

        root = winreg.HKEY_CURRENT_USER if hive == "HKCU" else winreg.HKEY_LOCAL_MACHINE
        try:
            with winreg.OpenKey(root, key) as opened:
                found: object = winreg.QueryValueEx(opened, name)[0]
                return found
        except OSError:
            return None
    return None


def mark_of_the_web(path: Path) -> str | None:
    """Return what Windows noted beside a file that came from elsewhere, or None."""
    try:
        # A stream beside the file's own content, which only Windows has.
        return Path(f"{path}:Zone.Identifier").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


@dataclass(frozen=True)
class Machine:
    """What can be asked of the machine."""

    windows: bool
    environ: Mapping[str, str]
    python: Path
    """The Python that is running."""
    prefix: Path
    """Its environment."""
    base: Path
    """The Python that the environment was made from."""
    version: tuple[int, int, int]
    package: Callable[[str], str | None] = installed
    registry: Registry = registry
    mark: Callable[[Path], str | None] = mark_of_the_web

    @property
    def places(self) -> Places | None:
        """Return where the set-up of a finance PC puts things; None off Windows."""
        try:
            return Places.of(self.environ) if self.windows else None
        except NoProfile:
            return None


def this_machine() -> Machine:
    """Return the machine that this runs on."""
    return Machine(
        windows=os.name == "nt",
        environ=dict(os.environ),
        python=Path(sys.executable),
        prefix=Path(sys.prefix),
        base=Path(sys.base_prefix),
        version=sys.version_info[:3],
    )
