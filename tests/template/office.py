"""LibreOffice as the spreadsheet program of the tests, with this package's functions in it."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import udfs
from tests.template.answering import answering

HERE = Path(__file__).parent
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{source}</script:module>
"""


def converted(path: Path, folder: Path, kind: str, *, functions: bool) -> Path:
    """Let LibreOffice open a workbook and save it as another kind of file.

    Args:
        path: the workbook.
        folder: where to work.
        kind: such as xlsx.
        functions: whether this package's functions are there.
    """
    return all_converted([path], folder, kind, functions=functions) / f"{path.stem}.{kind}"


def all_converted(paths: Sequence[Path], folder: Path, kind: str, *, functions: bool) -> Path:
    """Do so with several workbooks in one start, which takes longer than they do.

    Args:
        paths: the workbooks, each with a name of its own.
        folder: where to work.
        kind: such as xlsx.
        functions: whether this package's functions are there.

    Returns:
        The folder that they are saved in.
    """
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    if functions:
        # The first start lays out the profile, with a module that does nothing.
        _office(folder, "--terminate_after_init")
        module = user / "basic" / "Standard" / "Module1.xba"
        module.write_text(_MODULE.format(source=escape(_source())), encoding="utf-8")
    out = folder / "out"
    with answering(folder) as port:
        _office(folder, "--convert-to", kind, "--outdir", str(out), *map(str, paths), port=port)
    return out


def _office(folder: Path, *words: str, port: int = 0) -> None:
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", *words],
        check=True,
        capture_output=True,
        timeout=180,
        env={
            **os.environ,
            "XL_VSM_SHIM": str(folder),
            "XL_VSM_PYTHON": sys.executable,
            "XL_VSM_ASKER": str(HERE / "ask.py"),
            "XL_VSM_PORT": str(port),
        },
    )


def _source() -> str:
    """Return the module: what passes calls on, and a function of each name."""
    return "\n".join(
        [(HERE / "shim.bas").read_text(encoding="utf-8"), *map(_function, udfs.__all__)]
    )


def _function(name: str) -> str:
    given = [
        f"Optional a{n}" for n in range(len(inspect.signature(getattr(udfs, name)).parameters))
    ]
    lines = [f"Function {name}({', '.join(given)}) As Variant"]
    count = len(given)
    if not count:
        lines.append(f'{name} = Asked("{name}", Array())')
    else:
        # What was left out comes last, so the number of those given is all there is to know.
        lines += [f"Dim n As Integer: n = {count}"]
        lines += [
            f"If IsMissing(a{place}) And n > {place} Then n = {place}" for place in range(count)
        ]
        lines += ["Dim aCells(n - 1)"]
        lines += [f"If n > {place} Then aCells({place}) = a{place}" for place in range(count)]
        lines += [f'{name} = Asked("{name}", aCells)']
    return "\n".join([*lines, "End Function", ""])
