"""The page of what a cell shows, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from making.markdown import GENERATED, page
from xl_vsm.diagnosis.trouble import Trouble
from xl_vsm.diagnosis.troubles import all_troubles

HEAD = r"""
# When a cell shows an error

Find below what the cell or the message shows. The same words come from `xl-vsm diagnose "#NAME?"`,
and `xl-vsm diagnose` by itself looks at this PC: Python, the add-in, its settings, rules that block
it, the functions and the figures. On a PC that was set up with `install.ps1`, press Windows+R and
type:

    cmd /k "%LOCALAPPDATA%\xl_vsm\python\Scripts\xl-vsm.exe" diagnose

Causes are the likeliest first. "Classic" is the add-in on a Windows desktop, which starts Python on
the PC. With xlwings Server Python runs on a server, with xlwings Lite inside Excel.
"""


def trouble_page() -> str:
    """Return the page."""
    lines = [GENERATED.format(what="xl_vsm/diagnosis/troubles"), HEAD]
    for trouble in all_troubles():
        lines += _entry(trouble)
    return page(lines)


def _entry(trouble: Trouble) -> Iterator[str]:
    yield f"## {_plain(trouble.title)}\n"
    yield f"{_plain(trouble.means)}\n"
    for number, cause in enumerate(trouble.causes, 1):
        yield f"{number}. {_plain(cause.why)}"
        yield from (f"    - {_plain(step)}" for step in cause.do)
    yield ""


def _plain(words: str) -> str:
    """Return words in which no sign means anything to Markdown."""
    return re.sub(r"[\\`*<]|(?<!\w)_|_(?!\w)|#$", r"\\\g<0>", words)
