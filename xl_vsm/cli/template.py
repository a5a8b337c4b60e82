"""`xl-vsm template`: a blank pay workbook."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from xl_vsm.cli.errors import CommandError
from xl_vsm.rules.words import OrganisationType
from xl_vsm.template import Settings, template

_NEXT = """\
Written to {path}, with room for {rows:,} posts. Next:
  1. Open it in Excel where the xl_vsm functions are loaded, and start at 'Start here'.
  2. Fill in the cream cells; the sheet 'Checks' says what is missing or cannot be.
  3. Save it, and compare it with the rules:  xl-vsm check {path}"""


def run_template(options: Namespace) -> int:
    """Write a blank workbook, and say what to do with it.

    Raises:
        CommandError: the file cannot be written there, or is there already.
    """
    path: Path = options.path
    _can_be_written(path, force=options.force)
    try:
        settings = Settings(options.rows, _type(options.type), options.effective)
    except ValueError as error:
        raise CommandError(f"--{error}") from error
    data = template(settings)
    try:
        with path.open("wb" if options.force else "xb") as file:
            file.write(data)
    except OSError as error:
        raise CommandError(
            f"{path} cannot be written ({error.strerror}): close it in Excel, or choose another"
            " place"
        ) from error
    print(_NEXT.format(path=path, rows=settings.rows))
    return 0


def _can_be_written(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise CommandError(f"{path} is a folder: name a file in it, such as {path / 'pay.xlsx'}")
    if path.suffix.lower() != ".xlsx":
        raise CommandError(
            f"{path}: the template is an .xlsx workbook; call it {path.with_suffix('.xlsx').name}"
        )
    if not path.parent.is_dir():
        raise CommandError(
            f"there is no folder {path.parent}: make it first, or choose another place"
        )
    if path.exists() and not force:
        raise CommandError(
            f"{path} is there already, perhaps filled in: choose another name, or write over it"
            " with --force"
        )


def _type(given: str | None) -> OrganisationType | None:
    if given is None:
        return None
    try:
        return OrganisationType.read(given)
    except ValueError as error:
        raise CommandError(f"--type {error}") from error
