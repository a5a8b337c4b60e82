"""The command line: one file a verb. Nothing imports it."""

from __future__ import annotations

import sys

from xl_vsm.release import VERSION


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: the words after the program's name; those of this process unless given.
    """
    words = sys.argv[1:] if argv is None else argv
    if words == ["--version"]:
        # Answered before anything else is brought in, because it is asked in scripts.
        print(f"xl-vsm {VERSION}")
        return 0
    from xl_vsm.cli.parser import run  # noqa: PLC0415 - see above

    return run(words)
