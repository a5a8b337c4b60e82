"""Set everything up, then run xl-vsm with the words that follow.

python3 install/try_it.py check workbooks/examples/trust_board_pay.xlsx
"""

from __future__ import annotations

import subprocess
import sys

from environment import set_up


def main() -> int:
    """Set up the light environment and hand over to the command line in it."""
    python = set_up(".venv-xl-vsm", "requirements.txt")
    command = [str(python), "-I", "-m", "xl_vsm", *sys.argv[1:]]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
