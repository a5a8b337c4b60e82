"""LibreOffice as a calculator: without a window, in a profile of its own, held to a time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

SECONDS: Final = 120
"""How long a workbook may take. One of 5,000 rows with 25,000 formulas takes a few."""

_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
# Always calculate anew, and open nothing but the file itself.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
"""


class NotCalculated(Exception):
    """LibreOffice did not calculate the workbook; the reason is for the user."""


def calculated(path: Path, folder: Path, seconds: float = SECONDS) -> Path:
    """Return a workbook as LibreOffice calculates and saves it.

    Args:
        path: the workbook.
        folder: an empty folder to work in.
        seconds: how long it may take.

    Raises:
        NotCalculated: there is no LibreOffice, or it did not finish.
    """
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    out = folder / "out"
    words = [_program(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    words += ["--convert-to", "xlsx", "--outdir", str(out), str(path)]
    _run(words, seconds)
    made = out / f"{path.stem}.xlsx"
    if not made.exists():
        raise NotCalculated("LibreOffice could not open a copy of its cells")
    return made


def _program() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in _PLACES if Path(place).exists()), None)
    if found is None:
        raise NotCalculated("--recalculate needs LibreOffice, which is not on this machine")
    return found


def _run(words: list[str], seconds: float) -> None:
    # A group of its own: the program that is started starts the one that works.
    with subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise NotCalculated(f"LibreOffice took more than {seconds:,.0f} seconds") from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the program, whatever became of it."""
    if sys.platform == "win32":
        if process.poll() is None:
            process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # all of it has ended
