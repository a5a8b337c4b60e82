r"""Set up the worksheet functions on a Windows PC, or remove them. Needs only Python itself.

install.ps1 finds a Python and hands over to this. Where PowerShell scripts are not allowed:

py install\finance-pc\set_up.py [--wheelhouse DIR] [--what-if] [--uninstall]
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The modules beside this file, and the project's own, of which some need no installed package.
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from finance_pc.command import main  # noqa: E402 - found by the line above

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
