"""Every folder has its purpose in a line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def house():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        from making import house_page  # noqa: PLC0415 - found only beside the pages
    finally:
        sys.path.remove(str(ROOT / "docs"))
    return house_page


@pytest.fixture(scope="module")
def tracked():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    return {Path(each).parent for each in listed if each}


def test_each_folder_of_the_package(house):
    assert [folder for folder in house.folders() if not house.purpose(folder)] == []


def test_each_folder_at_the_top_and_the_next_ones(house, tracked):
    if not tracked:
        pytest.skip("this is no clone: git does not know which folders are the project's")
    tops = {path.parts[0] for path in tracked if path.parts}
    assert tops == set(house.FOLDERS)
    told_apart = {"benchmarks", "docs", "install", "workbooks"}
    below = {"/".join(path.parts[:2]) for path in tracked if len(path.parts) > 1}
    assert {each for each in below if each.split("/")[0] in told_apart} == set(house.BESIDE)
