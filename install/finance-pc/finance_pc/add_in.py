r"""The add-in, in the folder from which Excel loads add-ins when it starts.

%APPDATA%\Microsoft\Excel\XLSTART and not ...\AddIns: Excel loads it from XLSTART without anybody
having to tick it, and XLSTART is one of the folders whose macros Office trusts by default.
"""

from __future__ import annotations

import os
from pathlib import Path

from finance_pc.stopped import in_use
from finance_pc.work import Work


def put_add_in(work: Work) -> None:
    """Write the add-in's bytes into a new file, so that no mark of a download comes with it.

    Raises:
        Stopped: Excel has it open.
    """
    target = work.places.add_in
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f"{target.name}.new")
    new.write_bytes(work.source.add_in.read_bytes())
    try:
        new.replace(target)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise in_use(target) from error
    work.journal.touch("wrote", target)


def is_on_a_server(path: Path) -> bool:
    """Say whether a folder is on a server, where Office does not trust macros by default."""
    return os.fspath(path).startswith(("\\\\", "//"))
