"""Set everything up, with the programs that can be had, and run every check and test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from environment import ROOT, say, set_up
from programs import programs

NODE_PROGRAMS = (
    "tests/hosts/pyodide/set_up.py",
    "tests/template/ooxml/set_up.py",
    "tests/reports/html/axe/set_up.py",
)
"""What fetches Python for WebAssembly, and the judges of workbooks and of accessibility."""
SHARED_OUT = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--durations=20")
"""Each file to one of two workers, as its tests share what starts slowly; the slow ones first."""
PARAMETERS_AND_RULES = "--include=xl_vsm/parameters/*,xl_vsm/rules/*"


def main() -> int:
    """Run every step, stop at the first that fails, and return its exit code."""
    python = set_up(".venv-tests", "requirements-dev.txt")
    programs()
    for fetched_by in NODE_PROGRAMS:
        # Each says itself what is left out where it cannot.
        subprocess.run([str(python), fetched_by], cwd=ROOT, check=False)
    here = str(python.parent)
    environment = {**os.environ, "PATH": here + os.pathsep + os.environ.get("PATH", "")}
    for title, command in steps(str(python)):
        say(f"\n== {title}")
        began = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if code:
            say(f"== {title}: failed")
            return code
        say(f"== {title}: passed in {time.monotonic() - began:.0f} s")
    return 0


def steps(python: str) -> list[tuple[str, list[str]]]:
    """Return what is run, in order: the quick ones first, the tests last."""
    module = [python, "-m"]
    return [
        ("lint", [*module, "ruff", "check", "."]),
        ("format", [*module, "ruff", "format", "--check", "."]),
        ("types", [*module, "mypy"]),
        ("layers", [str(Path(python).with_name("lint-imports")), "--no-cache"]),
        ("parameter data", [*module, "xl_vsm", "rates", "lint"]),
        (
            "tests",
            [*module, "pytest", "-q", *SHARED_OUT, "--cov", "--cov-report=", *sys.argv[1:]],
        ),
        ("coverage", [*module, "coverage", "report", "--fail-under=95"]),
        (
            "coverage of rules and parameters",
            [*module, "coverage", "report", PARAMETERS_AND_RULES, "--fail-under=100"],
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
