from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.install.finance_pc.conftest import Pc


def test_removal_leaves_the_profile_as_it_was(pc: Pc, capsys: pytest.CaptureFixture[str]) -> None:
    before = pc.files()
    pc.set_up()
    pc.set_up()
    places = pc.places
    made = [places.add_in, places.environment, places.command, places.receipt, places.settings]
    capsys.readouterr()
    assert pc.set_up("--uninstall") == 0
    assert pc.files() == before
    out = capsys.readouterr().out
    assert [path for path in made if f"removed {path}" not in out] == []


def test_removal_leaves_what_others_put_into_the_same_folders(pc: Pc) -> None:
    pc.places.start_folder.mkdir(parents=True)
    (pc.places.start_folder / "PERSONAL.XLSB").write_bytes(b"theirs")
    rates = pc.places.roaming / "xl-vsm" / "rates" / "pay-ranges.toml"
    rates.parent.mkdir(parents=True)
    rates.write_text("loaded", encoding="utf-8")
    before = pc.files()
    pc.set_up()
    pc.set_up("--uninstall")
    assert pc.files() == before


def test_an_interrupted_set_up_can_be_removed(pc: Pc) -> None:
    before = pc.files()
    pc.runner.failing = "--require-hashes"
    assert pc.set_up() == 6
    assert pc.set_up("--uninstall") == 0
    assert pc.files() == before


def test_what_if_shows_what_would_go(pc: Pc, capsys: pytest.CaptureFixture[str]) -> None:
    pc.set_up()
    before = pc.files()
    capsys.readouterr()
    assert pc.set_up("--uninstall", "--what-if") == 0
    assert str(pc.places.add_in) in capsys.readouterr().out
    assert pc.files() == before


def test_where_nothing_was_set_up_nothing_is_removed(
    pc: Pc, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pc.files()
    assert pc.set_up("--uninstall") == 0
    assert "Nothing was set up here" in capsys.readouterr().out
    assert pc.files() == before


def test_while_excel_has_the_add_in_open_nothing_is_removed(
    pc: Pc, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc.set_up()
    before = pc.files()

    def refuse(path: Path) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    assert pc.set_up("--uninstall") == 5
    monkeypatch.undo()
    assert pc.files() == before


def test_a_python_does_not_remove_itself(
    pc: Pc, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pc.set_up()
    monkeypatch.setattr(sys, "prefix", str(pc.places.environment))
    assert pc.set_up("--uninstall") == 2
    assert "another Python" in capsys.readouterr().out
    assert pc.places.environment.exists()
