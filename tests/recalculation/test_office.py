"""LibreOffice missing, slow, or without an answer."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.replay.books import DAY, F, book
from xl_vsm.parameters import Parameters
from xl_vsm.recalculation import office, recalculate
from xl_vsm.recalculation.office import NotCalculated, calculated

unix_only = pytest.mark.skipif(os.name == "nt", reason="a stand-in for LibreOffice is a script")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a stand-in for LibreOffice on the path, whose lines the test writes."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_without_libreoffice_nothing_is_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_PLACES", ())
    found = recalculate(book({"A1": F("=1+1", 2)}), Parameters(DAY))
    assert found.failed == "--recalculate needs LibreOffice, which is not on this machine"


@unix_only
def test_a_program_that_makes_nothing(program: Path, tmp_path: Path) -> None:
    with pytest.raises(NotCalculated, match="could not open a copy"):
        calculated(tmp_path / "pay.xlsx", tmp_path / "work")


@unix_only
def test_a_program_that_never_ends_is_ended_with_all_that_it_started(
    program: Path, tmp_path: Path
) -> None:
    note = tmp_path / "child"
    program.write_text(
        f"#!{sys.executable}\n"
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)\n",
        encoding="utf-8",
    )
    begun = time.monotonic()
    with pytest.raises(NotCalculated, match="took more than 2 seconds"):
        calculated(tmp_path / "pay.xlsx", tmp_path / "work", seconds=2)
    assert time.monotonic() - begun < 60
    child = int(note.read_text())
    for _ in range(100):
        status = Path(f"/proc/{child}/stat")
        if not status.exists() or status.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("what the program started still runs")


def test_a_sheet_that_cannot_be_copied_is_said() -> None:
    made = book({}, {"x" * 40: {"A1": 1}})
    found = recalculate(made, Parameters(DAY))
    assert found.failed.startswith("its cells could not be copied (")
