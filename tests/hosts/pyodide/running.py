"""Running something under Pyodide on Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.hosts.pyodide.set_up import CACHE, HERE, PYODIDE, WHEELS

LONGEST = 240
"""Seconds after which a run has hung."""

PYDANTIC = frozenset(
    {"annotated_types", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection"}
)
"""pydantic and what it is made of: all that the functions and the buttons need."""


def run(
    runner: str,
    *,
    only: frozenset[str] | None = None,
    unpack: Path | None = None,
    install: Path | None = None,
    files: Mapping[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
    **job: Any,
) -> dict[str, Any]:
    """Start Node, boot Pyodide, put packages into it and do a job; return what it reports.

    Args:
        runner: the script to run, beside this file.
        only: the packages that are to be there; otherwise all.
        unpack: another wheel, simply to be there.
        install: another wheel, to be installed as a line of requirements.txt is.
        files: what to write into Pyodide's file system, by path.
        environment: what its environment variables are.
        job: what else the runner takes.
    """
    wheels = [w for w in sorted(WHEELS.glob("*.whl")) if not only or w.name.split("-")[0] in only]
    whole = {
        "pyodide": str(PYODIDE),
        "wheels": [str(wheel) for wheel in (*wheels, unpack) if wheel],
        "install": install and str(install),
        "files": dict(files or {}),
        "environment": dict(environment or {}),
        **job,
    }
    node = shutil.which("node")
    assert node is not None
    done = subprocess.run(
        [node, str(HERE / runner)],
        input=json.dumps(whole),
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@cache
def own_wheel() -> Path:
    """Build this project's wheel, as it is now."""
    built = CACHE / "built"
    built.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=built) as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        # Tests that run beside these build the same one: the last takes the others' place whole.
        return wheel.replace(built / wheel.name)
