"""Set everything up, with the programs that can be had, and run the checks and the tests."""

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
SHARED_OUT = ("-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--durations=20")
"""Each file to one of two workers, as its tests share what starts slowly; the slow ones first."""
COVERED = ("rules", "parameters")
"""Parts of the package whose own tests must take every branch of them."""


def main() -> int:
    """Run every step, stop at the first that fails, and return its exit code."""
    python = set_up(".venv-tests", "requirements-dev.txt")
    programs()
    for fetched_by in NODE_PROGRAMS:
        # Each says itself what is left out where it cannot.
        subprocess.run([str(python), fetched_by], cwd=ROOT, check=False)
    for title, command in steps(str(python), sys.argv[1:]):
        say(f"\n== {title}")
        began = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=variables(python), check=False).returncode
        if code:
            say(f"== {title}: failed")
            return code
        say(f"== {title}: passed in {time.monotonic() - began:.0f} s")
    return 0


def variables(python: Path) -> dict[str, str]:
    """Return the variables of every step: its commands come first on the path."""
    kept = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    # Hundreds of processes are started: each would compile the package anew.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def steps(python: str, words: list[str]) -> list[tuple[str, list[str]]]:
    """Return what is run, in order: the quick ones first, the tests last.

    Args:
        python: the Python of the environment.
        words: `long`, `coverage` or neither, as tests/README.md says; then what pytest is told
            besides.
    """
    tests = [python, "-m", "pytest", *SHARED_OUT]
    match words:
        case ["long", *more]:
            return [("long tests", [*tests, "-m", "long", *more])]
        case ["coverage", *more]:
            return [
                ("every test", [*tests, "--cov", "--cov-report=", *more]),
                # Afterwards, as processes that end late tell of theirs late.
                ("coverage", [python, "-m", "coverage", "report", "--fail-under=95"]),
            ]
    return [
        *without_tests(python),
        ("rules and parameters, every branch", [*tests, *covered()]),
        (
            "tests",
            [*tests, "-m", "not long", *(f"--ignore=tests/{each}" for each in COVERED), *words],
        ),
    ]


def without_tests(python: str) -> list[tuple[str, list[str]]]:
    """Return the steps that only read."""
    module = [python, "-m"]
    return [
        ("lint", [*module, "ruff", "check", "."]),
        ("format", [*module, "ruff", "format", "--check", "."]),
        ("types", [*module, "mypy"]),
        ("layers", [str(Path(python).with_name("lint-imports")), "--no-cache"]),
        ("parameter data", [*module, "xl_vsm", "rates", "lint"]),
    ]


def covered() -> list[str]:
    """Return what pytest is told for the tests of these parts, which no other test helps."""
    counted = [f"--cov=xl_vsm.{each}" for each in COVERED]
    return [
        *(f"tests/{each}" for each in COVERED),
        *counted,
        "--cov-report=term",
        "--cov-fail-under=100",
    ]


if __name__ == "__main__":
    sys.exit(main())
