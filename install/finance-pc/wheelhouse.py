r"""Fill a folder with every package for a finance PC that has no way to the package index.

On a machine that has one, of any kind:    python3 install/finance-pc/wheelhouse.py wheelhouse
Carry the whole xl_vsm folder over, wheelhouse and all, and on the finance PC:
    install\finance-pc\install.ps1 -Wheelhouse wheelhouse -Digest THE-DIGEST-PRINTED-HERE
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from finance_pc.download import VERSIONS, fill  # noqa: E402 - found by the line above
from finance_pc.source import SUMS, Source, sha256  # noqa: E402
from finance_pc.stopped import Stopped  # noqa: E402


def main(words: list[str]) -> int:
    """Fill the folder and return the exit code."""
    parser = ArgumentParser(prog="wheelhouse.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to fill")
    parser.add_argument(
        "--python",
        action="append",
        metavar="VERSION",
        choices=VERSIONS,
        help=f"for this Python; may be repeated (default: {', '.join(VERSIONS)})",
    )
    options = parser.parse_args(words)
    try:
        number = fill(options.folder, Source(HERE.parents[1]), options.python or list(VERSIONS))
    except Stopped as stopped:
        print(f"{stopped}.")
        return stopped.code
    print(f"{number} packages, with their digests in {SUMS}, are in {options.folder}.")
    print(f"The digest of {SUMS}, to keep apart from the folder and compare at each set-up:")
    print(sha256(options.folder / SUMS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
