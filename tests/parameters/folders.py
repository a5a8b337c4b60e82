"""Folders of parameter files for the tests: a whole one, and ways to break it."""

from __future__ import annotations

import shutil
from pathlib import Path

from xl_vsm.parameters.store import SHIPPED

HEAD = """\
schema = 1
id = "central-approval"
title = "Central approval threshold"
owner = "somebody"
checked = 2026-09-30
"""


def entry(key: str, effective: str, published: str, above: int = 100, more: str = "") -> str:
    return f"""
[[publication]]
key = "{key}"
effective_from = {effective}
published = {published}
certainty = "primary"
source = "illustrative"
locator = "page 1"
{more}
[publication.table]
above = {above}
icb_directors_by = "this limit"
"""


def copy(to: Path) -> Path:
    """Copy the shipped files, so that one of them can be broken."""
    folder = to / "data"
    shutil.copytree(SHIPPED, folder)
    return folder


def thresholds(to: Path, *entries: str, head: str = HEAD) -> Path:
    """Copy the shipped files, with other publications of the central approval threshold."""
    folder = copy(to)
    (folder / "central-approval.toml").write_text(head + "".join(entries), encoding="utf-8")
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Change the first place where a file says something; it must be there."""
    path = folder / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old!r} to change"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
