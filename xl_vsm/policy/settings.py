"""The settings kept beside the workbooks, in a file named xl-vsm.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from xl_vsm.findings import FailOn, Severity
from xl_vsm.policy.purpose import SHIPPED, Profile, Purpose, shipped

FILE: Final = "xl-vsm.toml"

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class SettingsError(ValueError):
    """A settings file that cannot be used; the message says where and why."""


class FileLimits(BaseModel):
    """How large a workbook may be and what reading it may take; None for what is usual."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file_megabytes: Positive | None = None
    unpacked_megabytes: Positive | None = None
    ratio: PositiveInt | None = None
    parts: PositiveInt | None = None
    cells: PositiveInt | None = None
    seconds: Positive | None = None
    memory_megabytes: Positive | None = None


class Settings(BaseModel):
    """What the file may say. Anything else in it is refused.

    Attributes:
        profile: the profile to use where none is named on the command line.
        fail_on: from which severity on a run fails.
        severity: severities of the organisation's own, by code, whatever the profile.
        profiles: profiles of its own, or changes to those of the release.
        limits: how large its workbooks may be.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: str | None = None
    fail_on: FailOn | None = None
    severity: dict[str, Severity] = {}
    profiles: dict[str, Profile] = {}
    limits: FileLimits = FileLimits()

    @classmethod
    def load(cls, path: Path, codes: Collection[str]) -> Settings:
        """Read a settings file.

        Args:
            path: the file.
            codes: every code that a finding can have.

        Raises:
            SettingsError: it cannot be read, or says something that means nothing here.
        """
        try:
            settings = cls(**tomllib.loads(path.read_text(encoding="utf-8-sig")))
        except ValidationError as error:
            raise SettingsError(f"{path}: {_first_fault(error)}") from error
        except (OSError, ValueError) as error:
            raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
        for fault in settings._faults(codes):
            raise SettingsError(f"{path}: {fault}")
        return settings

    def purpose(self, name: str | None = None, fail_on: FailOn | None = None) -> Purpose:
        """Return what a run is to make of its findings.

        Args:
            name: the profile named on the command line, which goes before the file's.
            fail_on: the severity named there, likewise.

        Raises:
            SettingsError: there is no profile of the name.
        """
        name = self.profile if name is None else name
        own = self.profiles.get(name or "")
        base = shipped().get((own and own.like) or name or "")
        if name is not None and own is None and base is None:
            known = ", ".join(dict.fromkeys((*SHIPPED, *self.profiles)))
            raise SettingsError(f"there is no profile {name!r}; there are {known}")
        severities = {
            **(base.severity if base else {}),
            **self.severity,
            **(own.severity if own else {}),
        }
        failing = (fail_on, own and own.fail_on, self.fail_on, base and base.fail_on)
        return Purpose(name, next((each for each in failing if each), "error"), severities)

    def _faults(self, codes: Collection[str]) -> Iterator[str]:
        places = [("severity", self.severity)]
        for name, profile in self.profiles.items():
            places.append((f"profiles.{name}.severity", profile.severity))
            if profile.like is not None and profile.like not in SHIPPED:
                yield f"profiles.{name}.like: {profile.like!r} is none of {', '.join(SHIPPED)}"
        for place, severities in places:
            for code in severities:
                if code not in codes:
                    yield f"{place}: there is no code {code!r}; `xl-vsm explain` knows each"
        if self.profile is not None:
            try:
                self.purpose()
            except SettingsError as error:
                yield f"profile: {error}"


def settings_beside(
    workbook: Path, tops: Collection[Path], codes: Collection[str]
) -> tuple[Settings, Path | None]:
    """Return the settings for a workbook, and the file that says them.

    The file stands in the workbook's own folder, or in a folder above it up to one of `tops`:
    the folder that was asked for, and the one that is worked in. A file in a folder that nobody
    named does not count.

    Raises:
        SettingsError: the file cannot be used.
    """
    folder = workbook.resolve().parent
    bounds = {top.resolve() for top in tops}
    line = [folder]
    if any(top in (folder, *folder.parents) for top in bounds):
        for above in (folder, *folder.parents):
            line.append(above)
            if above in bounds and not bounds & set(above.parents):
                break
    for each in dict.fromkeys(line):
        if (each / FILE).is_file():
            return _loaded(each / FILE, tuple(codes)), each / FILE
    return Settings(), None


@cache
def _loaded(path: Path, codes: tuple[str, ...]) -> Settings:
    return Settings.load(path, codes)


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    place = ".".join(map(str, fault["loc"]))
    if fault["type"] == "extra_forbidden":
        return f"{place}: there is no such setting; take it out, or correct its spelling"
    return f"{place}: {fault['msg'][:1].lower()}{fault['msg'][1:]}"
