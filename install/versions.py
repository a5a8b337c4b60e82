"""Run the quick tests with the lowest and the highest versions that pyproject.toml allows.

python install/versions.py                                     both, with this Python
python install/versions.py lowest --python python3.12          one, with another

Needs uv, and the package index. Each resolution has an environment of its own in `.venv-versions`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

from environment import ROOT, python_in, say

RESOLUTIONS = {"lowest": "lowest-direct", "highest": "highest"}
"""What is tried, and uv's word for it. Only what is asked for by name is taken at its lowest."""
EXTRAS = ("columns", "dask", "excel", "papers", "web", "xls")
"""Without `server`, which is pinned to one version, and `docs`, on which no answer rests."""
TESTED_BY = ("httpx", "hypothesis", "psutil", "pytest", "pytest-xdist")
QUICK = (
    *("rules", "parameters", "sheets", "checks", "udfs", "committee/writing"),
    *("web/api/test_forms.py", "batch/test_cluster_refused.py"),
)
"""The tests whose answers rest on what other people's packages do."""
NOT_OURS = ("DeprecationWarning", "PendingDeprecationWarning")
"""What old packages say of new ones; our own are errors wherever the whole suite runs."""


def main(words: list[str]) -> int:
    """Try each resolution asked for, say what came of it, and return 1 if one failed."""
    parser = ArgumentParser(prog="versions.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("resolutions", nargs="*", metavar="lowest|highest")
    parser.add_argument("--python", default=sys.executable, help="the Python to use (this one)")
    options = parser.parse_args(words)
    unknown = set(options.resolutions) - set(RESOLUTIONS)
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))}: neither lowest nor highest")
    failed = [
        name
        for name in options.resolutions or RESOLUTIONS
        if not passes(RESOLUTIONS[name], options.python)
    ]
    say(f"Failed: {', '.join(failed)}" if failed else "Passed")
    return 1 if failed else 0


def passes(resolution: str, python: str) -> bool:
    """Set up a resolution, show what it came to, run the quick tests and say whether they pass.

    Args:
        resolution: lowest-direct or highest.
        python: a Python that uv can find.
    """
    folder = ROOT / ".venv-versions" / f"{resolution}-{Path(python).name}"
    pins = folder.with_suffix(".txt")
    folder.parent.mkdir(exist_ok=True)
    inside = python_in(folder)
    extras = [word for extra in EXTRAS for word in ("--extra", extra)]
    into = ["uv", "pip", "install", "--quiet", "--python", str(inside)]
    steps = (
        ["uv", "venv", "--quiet", "--clear", "--python", python, str(folder)],
        [
            *("uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate"),
            *("--resolution", resolution, "--python", str(inside)),
            *("pyproject.toml", *extras, "--output-file", str(pins)),
        ],
        [*into, "--requirement", str(pins)],
        # What runs the tests is held to the same pins, so that it can raise none of them.
        [*into, "--constraint", str(pins), *TESTED_BY],
        [*into, "--no-deps", "--editable", "."],
    )
    for step in steps:
        if subprocess.run(step, cwd=ROOT, check=False, env=_as_it_is()).returncode:
            say(f"{resolution}: could not be set up")
            return False
    print(pins.read_text(encoding="utf-8"))
    tests = [f"tests/{name}" for name in QUICK]
    quietly = [word for warning in NOT_OURS for word in ("-W", f"default::{warning}")]
    command = [str(inside), "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *quietly]
    chosen = ["-m", "not libreoffice", *tests]
    return subprocess.run([*command, *chosen], cwd=ROOT, check=False).returncode == 0


def _as_it_is() -> dict[str, str]:
    """Return this process's variables, with the system's certificates trusted as pip does."""
    return {"UV_SYSTEM_CERTS": "true", **os.environ}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
