"""The settings that count for each workbook: those given, or those kept in its folder."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from xl_vsm.checks.registry import all_checks
from xl_vsm.checks.troubles import TROUBLES
from xl_vsm.cli.errors import CommandError
from xl_vsm.findings import FailOn
from xl_vsm.policy import Purpose, Settings, SettingsError, settings_beside
from xl_vsm.sheets import Caps, Limits

MEGABYTE = 1_000_000


class Beside:
    """Finds the settings of each workbook, each file read once.

    Args:
        config: a settings file to use for all, if one was named.
        profile: the profile named on the command line, if one was.
        fail_on: the severity named there, likewise.
        tops: the folders up to which a settings file counts.
    """

    def __init__(
        self,
        config: Path | None,
        profile: str | None,
        fail_on: FailOn | None,
        tops: Iterable[Path],
    ) -> None:
        """Take what was said on the command line."""
        self._config = config
        self._profile = profile
        self._fail_on = fail_on
        self._tops = tuple(tops)
        checks = (each.code for each in all_checks())
        self._codes = (*checks, *(each.code for each in TROUBLES))
        self._settings = cache(self._of_folder)
        self._purpose = cache(self._purpose_of_folder)

    def purpose(self, workbook: Path) -> Purpose:
        """Return what is to be made of a workbook's findings.

        Raises:
            CommandError: a settings file cannot be used, or there is no such profile.
        """
        return self._purpose(workbook.parent)

    def limits(self, workbook: Path) -> tuple[Limits, Caps]:
        """Return how large a workbook may be, and what reading it may take."""
        said = self._settings(workbook.parent).limits
        usual, caps = Limits(), Caps()
        return (
            Limits(
                file_bytes=_bytes(said.file_megabytes, usual.file_bytes),
                unpacked_bytes=_bytes(said.unpacked_megabytes, usual.unpacked_bytes),
                ratio=said.ratio or usual.ratio,
                parts=said.parts or usual.parts,
                cells=said.cells or usual.cells,
            ),
            Caps(
                seconds=said.seconds or caps.seconds,
                memory_bytes=_bytes(said.memory_megabytes, caps.memory_bytes),
            ),
        )

    def one_profile(self, workbooks: Iterable[Path]) -> str | None:
        """Return the profile's name, where it is one for all of the workbooks.

        Every settings file is read by this, so that a fault in one stops the run at its start.
        """
        folders = dict.fromkeys(workbook.parent for workbook in workbooks)
        names = {self._purpose(folder).name for folder in folders}
        return names.pop() if len(names) == 1 else None

    def _of_folder(self, folder: Path) -> Settings:
        try:
            if self._config is not None:
                return Settings.load(self._config, self._codes)
            return settings_beside(folder / "any.xlsx", self._tops, self._codes)[0]
        except SettingsError as error:
            raise CommandError(str(error)) from error

    def _purpose_of_folder(self, folder: Path) -> Purpose:
        try:
            return self._settings(folder).purpose(self._profile, self._fail_on)
        except SettingsError as error:
            raise CommandError(str(error)) from error


def _bytes(megabytes: float | None, usual: int) -> int:
    return usual if megabytes is None else round(megabytes * MEGABYTE)
