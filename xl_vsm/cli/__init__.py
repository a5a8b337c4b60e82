"""The command line: one file a verb. Nothing imports it."""

from __future__ import annotations

import gc
import os
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
    own = argv is None  # the process is the command line's
    if own:
        # Python looks for what can be thrown away after every 700 objects that stay. What is
        # brought in stays for good, so nothing is looked for until the verb begins.
        gc.disable()
        gc.set_threshold(20_000)
    # No plugin of pydantic's has anything to do here, and looking for one reads what every
    # installed package says of itself: a tenth of the time until a small workbook is checked.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from xl_vsm.cli.parser import run  # noqa: PLC0415 - see above

    return run(words, tidy_later=own)
