"""The pinned packages that a Windows PC needs, out of the list for every system.

pip judges a condition such as `sys_platform == 'win32'` by the machine that it runs on, whichever
platform it is told to download for, so pywin32 would be left out anywhere but on Windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

try:
    from packaging.markers import Marker
except ImportError:  # a bare Python has it inside pip
    from pip._vendor.packaging.markers import Marker


@dataclass(frozen=True)
class Pin:
    """One package: what is asked for, under which condition, and the digests it may have."""

    requirement: str
    marker: str
    digests: tuple[str, ...]

    @property
    def stem(self) -> str:
        """How the name of its file begins: the package and the version."""
        name, _, version = self.requirement.partition("==")
        return f"{name.replace('-', '_')}-{version}"

    def __str__(self) -> str:
        """Return the pin without its condition, as pip reads it."""
        return " ".join([self.requirement, *(f"--hash={digest}" for digest in self.digests)])


def read_pins(text: str) -> Iterator[Pin]:
    """Return the pins of a requirements file such as `uv pip compile` writes."""
    joined = text.replace("\\\n", " ")
    for line in joined.splitlines():
        wanted = line.split(" #")[0].strip()
        if not wanted or wanted.startswith("#"):
            continue
        digests = re.findall(r"--hash=(\S+)", wanted)
        requirement, _, marker = wanted.split("--hash")[0].partition(";")
        yield Pin(requirement.strip(), marker.strip(), tuple(digests))


def for_windows(pins: Iterator[Pin], python: str) -> list[Pin]:
    """Return those that a 64-bit Windows PC with a version of Python needs.

    Args:
        pins: all of them.
        python: such as 3.12.
    """
    windows = {
        "implementation_name": "cpython",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_system": "Windows",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
    }
    return [pin for pin in pins if not pin.marker or Marker(pin.marker).evaluate(windows)]
