"""Runs macros in LibreOffice, which reads Visual Basic with a compiler that is not Excel's."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0} PUBLIC "{1}" "{2}">\n'
_DTD = "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
_LIBRARY_WORDS = 'xmlns:library="http://openoffice.org/2000/library"'
_MODULE = (
    _HEAD.format("script:module", _DTD, "module.dtd")
    + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{0}"'
    ' script:language="StarBasic">{1}</script:module>'
)
_LIBRARY = (
    _HEAD.format("library:library", _DTD, "library.dtd")
    + f'<library:library {_LIBRARY_WORDS} library:name="Standard" library:readonly="false"'
    ' library:passwordprotected="false">{0}</library:library>'
)
_LIBRARIES = (
    _HEAD.format("library:libraries", _DTD, "libraries.dtd")
    + f'<library:libraries {_LIBRARY_WORDS} xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" xlink:type="simple" library:link="false"'
    ' xlink:href="$(USER)/basic/Standard/script.xlb/"/></library:libraries>'
)
_MAIN = """\
Sub Main
  Dim f
  f = FreeFile
  Open "{path}" For Output As #f
  On Error GoTo trouble
{lines}
  GoTo done
trouble:
  Print #f, "trouble: " & Error$
done:
  Close #f
  StarDesktop.terminate()
End Sub
"""


def printed(folder: Path, lines: str, modules: dict[str, str] | None = None) -> list[str]:
    """Return what lines of Basic print to `#f`, in an office of their own.

    Args:
        folder: an empty one, for its profile.
        lines: what to run.
        modules: more modules, by name, that the lines may call.

    Raises:
        subprocess.TimeoutExpired: a module does not compile; the office waits to tell somebody.
    """
    out = folder / "printed.txt"
    sources = {"Main": _MAIN.format(path=out, lines=lines), **(modules or {})}
    library = folder / "profile" / "user" / "basic" / "Standard"
    # The first start makes the profile anew, whatever is in it.
    _run(folder, "--terminate_after_init")
    library.mkdir(parents=True, exist_ok=True)
    for name, source in sources.items():
        text = _MODULE.format(name, escape(source))
        (library / f"{name}.xba").write_text(text, encoding="utf-8")
    listed = "".join(f'<library:element library:name="{name}"/>' for name in sources)
    (library / "script.xlb").write_text(_LIBRARY.format(listed), encoding="utf-8")
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    _run(folder, "macro:///Standard.Main.Main")
    return out.read_text(encoding="utf-8").splitlines()


def _run(folder: Path, task: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    process = subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", task],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=45)
    finally:
        if process.poll() is None:
            # soffice is a script that starts the office: both have to go.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
