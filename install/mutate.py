"""Set everything up, change rules and figures in thousands of ways, and see what no test notices.

python3 install/mutate.py [--only TEXT] [--write]    see docs/explanation/mutation-testing.md
"""

from __future__ import annotations

import os
import subprocess
import sys

from environment import ROOT, set_up, stop


def main() -> int:
    """Judge every mutant, and return 0; 1 where one survived that nobody has explained."""
    if not hasattr(os, "fork"):
        stop("each mutant is tried in a fork of one process, which this system does not have")
    python = set_up(".venv-tests", "requirements-dev.txt")
    command = [str(python), "-m", "tests.mutation", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
