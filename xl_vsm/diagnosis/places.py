"""Where the set-up of a finance PC puts things, all of it inside the person's own profile.

Standard library only: the set-up uses this before anything is installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = "xlwings"
"""What the add-in's own macros call themselves, by which they find their settings file."""

ADD_IN = "xl_vsm.xlam"
INTERPRETER = "INTERPRETER_WIN"
"""The setting that tells the add-in which Python to start."""

INTERPRETER_VALUE = r"%LOCALAPPDATA%\xl_vsm\python\Scripts\python.exe"
"""Written with the variable, which the add-in's macros fill in. So the line is plain ASCII, however
the person's name is spelled, and VBA reads it right, which reads by the local code page."""


class NoProfile(Exception):
    """The variables by which Windows names a person's folders are not there."""


@dataclass(frozen=True)
class Places:
    """The folders and files of one person on one Windows PC.

    Attributes:
        home: `%USERPROFILE%`.
        local: `%LOCALAPPDATA%`, which stays on this PC.
        roaming: `%APPDATA%`, which some organisations keep on a server.
    """

    home: Path
    local: Path
    roaming: Path

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Places:
        """Return the places that the environment names.

        Raises:
            NoProfile: a variable is missing or empty, as it is anywhere but on Windows.
        """
        wanted = ("USERPROFILE", "LOCALAPPDATA", "APPDATA")
        missing = [name for name in wanted if not environ.get(name, "").strip()]
        if missing:
            raise NoProfile(f"Windows names no {' and no '.join(missing)} for this person")
        return cls(*(Path(environ[name]) for name in wanted))

    @property
    def folder(self) -> Path:
        """Everything that the set-up makes, but for the add-in and a line of settings."""
        return self.local / "xl_vsm"

    @property
    def environment(self) -> Path:
        """The private Python environment."""
        return self.folder / "python"

    @property
    def command(self) -> Path:
        """What runs `xl-vsm` from a command prompt, as no `PATH` is changed."""
        return self.folder / "xl-vsm.cmd"

    @property
    def receipt(self) -> Path:
        """What the set-up made, so that it can be removed again."""
        return self.folder / "installed.json"

    @property
    def log(self) -> Path:
        """What the set-up did and said."""
        return self.folder / "set_up.log"

    @property
    def start_folder(self) -> Path:
        """Where Excel looks for add-ins whenever it starts, and whose macros it trusts."""
        return self.roaming / "Microsoft" / "Excel" / "XLSTART"

    @property
    def add_in(self) -> Path:
        """The add-in as Excel loads it."""
        return self.start_folder / ADD_IN

    @property
    def settings(self) -> Path:
        """The settings file that the add-in's macros read."""
        return self.home / f".{PROJECT}" / f"{PROJECT}.conf"
