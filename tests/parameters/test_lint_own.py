from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from xl_vsm.parameters.lint import lint
from xl_vsm.parameters.store import SHIPPED
from xl_vsm.parameters.tables import KINDS

from .folders import HEAD, entry

TODAY = date(2026, 10, 1)
HALF = (len(KINDS) + 1) // 2
SOURCE = """\
[ours]
title = "Pay ranges"
publisher = "NHS England"
url = "https://www.england.nhs.uk/ranges"
seen = "whole"
"""
OURS = entry("ours", "2025-10-01", "2025-10-01").replace('"illustrative"', '"ours"')


def own(folder: Path, *entries: str, sources: str = SOURCE) -> Path:
    """Make an organisation's folder: one table, and the documents where there are any."""
    (folder / "central-approval.toml").write_text(HEAD + "".join(entries), encoding="utf-8")
    if sources:
        (folder / "sources.toml").write_text(sources, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, str, str]]:
    return [(fault.code, fault.file, fault.key) for fault in lint(folder, TODAY)]


def test_tables_that_an_organisation_has_not_loaded_are_no_fault(tmp_path: Path) -> None:
    assert found(own(tmp_path, OURS)) == []


def test_it_may_name_and_replace_what_is_shipped(tmp_path: Path) -> None:
    ours = entry("ours", "2025-04-01", "2026-01-01", 1, 'replaces = ["2025-05"]')
    assert found(own(tmp_path, ours, sources="")) == []


def test_it_may_not_use_a_key_that_is_shipped(tmp_path: Path) -> None:
    theirs = entry("2025-05", "2025-10-01", "2025-10-01")
    folder = own(tmp_path, theirs, sources=SOURCE.replace("[ours]", "[illustrative]"))
    assert found(folder) == [
        ("DAT002", "sources.toml", "illustrative"),
        ("DAT002", "central-approval.toml", "2025-05"),
    ]


def test_its_own_faults_are_found(tmp_path: Path) -> None:
    nowhere = OURS.replace('source = "ours"', 'source = "nowhere"')
    assert found(own(tmp_path, nowhere)) == [("DAT004", "central-approval.toml", "ours")]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (own(tmp_path, OURS) / "._central-approval.toml").write_bytes(b"\0\0")
    assert found(tmp_path) == []


def test_a_folder_without_any_table(tmp_path: Path) -> None:
    assert found(tmp_path) == [("DAT006", tmp_path.name, "")]


@pytest.mark.parametrize(
    ("kept", "missing"), [(HALF - 1, 0), (HALF, len(KINDS) - HALF), (len(KINDS) - 1, 1)]
)
def test_from_half_of_the_tables_on_the_others_are_missed(
    tmp_path: Path, kept: int, missing: int
) -> None:
    for name in [*list(KINDS)[:kept], "sources"]:
        shutil.copy(SHIPPED / f"{name}.toml", tmp_path)
    assert [code for code, _, _ in found(tmp_path)].count("DAT006") == missing
