"""A short way to the command line, which is on nobody's PATH."""

from __future__ import annotations

from finance_pc.work import Work

# %~dp0 is the folder that this file is in, so that the person's name need not be spelled in it.
_TEXT = '@echo off\n"%~dp0python\\Scripts\\xl-vsm.exe" %*\n'


def write_command(work: Work) -> None:
    """Write the file that starts `xl-vsm` with the words it is given."""
    work.places.command.write_text(_TEXT, encoding="ascii", newline="\r\n")
    work.journal.touch("wrote", work.places.command)
