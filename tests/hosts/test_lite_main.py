"""main.py of xlwings Lite, which the add-in runs more than once while a workbook is open."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

from tests.hosts.pyodide.texts import make_lite

PASSES = """
import contextlib, json, os, sys, tarfile
from pathlib import Path

whole = tarfile.TarFile.extractall

def half(tar, path, **how):
    tar.extract(tar.getmembers()[0], path, **how)
    raise OSError("no room")

def one_pass(text, breaks):
    tarfile.TarFile.extractall = half if breaks else whole
    for name in [name for name in sys.modules if name.partition(".")[0] in ("udfs", "xl_vsm")]:
        del sys.modules[name]
    offered = {}
    with contextlib.suppress(OSError):
        exec(compile(text, "main.py", "exec"), offered)
    return {
        "said": offered["SAY"]() if "SAY" in offered else None,
        "rates": os.environ.get("XL_VSM_RATES"),
        "figures": sorted(path.name for path in Path.home().glob("xl-vsm-rates/*")),
        "on_the_path": [each for each in sys.path if "xl-vsm-package" in each],
    }

print(json.dumps([one_pass(*each) for each in json.load(sys.stdin)]))
"""


def packed(says: str) -> str:
    """Return a package as small as can be, as main.py carries the real one."""
    button = "check_this_workbook = clear_marks = None"
    files = {
        "udfs/__init__.py": f"def SAY(): return {says!r}",
        "xl_vsm/__init__.py": "",
        "xl_vsm/open_book/__init__.py": "",
        "xl_vsm/open_book/script.py": button,
    }
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as tar:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text.encode()))
    return base64.b64encode(whole.getvalue()).decode("ascii")


def session(home: Path, *passes: tuple[str, bool]) -> list[dict[str, Any]]:
    """Run main.py again and again in one Python, each time as given, and say how it went."""
    ran = subprocess.run(
        [sys.executable, "-I", "-c", PASSES],
        input=json.dumps(passes),
        env={**os.environ, "HOME": str(home), "USERPROFILE": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    said: list[dict[str, Any]] = json.loads(ran.stdout)
    return said


def test_a_package_that_was_unpacked_by_half_is_unpacked_again(tmp_path: Path) -> None:
    main = make_lite().main_text({}, packed("whole"))
    broken, mended, again = session(tmp_path, (main, True), (main, False), (main, False))
    assert (broken["said"], broken["on_the_path"]) == (None, [])
    assert (mended["said"], again["said"]) == ("whole", "whole")
    assert len(again["on_the_path"]) == 1


def test_another_package_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    mains = [make_lite().main_text({}, packed(says)) for says in ("old", "new")]
    said = session(tmp_path, *((main, False) for main in mains))
    assert [each["said"] for each in said] == ["old", "new"]


def test_figures_that_are_dropped_are_gone(tmp_path: Path) -> None:
    make, package = make_lite(), packed("x")
    two = make.main_text({"a.toml": "a = 1", "b.toml": "b = 1"}, package)
    one = make.main_text({"b.toml": "b = 2"}, package)
    none = make.main_text({}, package)
    said = session(tmp_path, *((main, False) for main in (two, one, none)))
    assert [each["figures"] for each in said] == [["a.toml", "b.toml"], ["b.toml"], []]
    assert [bool(each["rates"]) for each in said] == [True, True, False]
