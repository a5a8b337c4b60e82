from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from finance_pc import command

from tests.conftest import ROOT
from tests.install.finance_pc.conftest import Pc
from xl_vsm.diagnosis.places import INTERPRETER_VALUE
from xl_vsm.diagnosis.receipt import digest, read_receipt

OURS = f'"INTERPRETER_WIN","{INTERPRETER_VALUE}"\r\n'


def test_a_fresh_pc_is_set_up(pc: Pc, capsys: pytest.CaptureFixture[str]) -> None:
    assert pc.set_up() == 0
    places = pc.places
    assert places.add_in.read_bytes() == b"an add-in"
    assert places.settings.read_bytes() == OURS.encode("ascii")
    receipt = read_receipt(places)
    assert receipt is not None
    assert (receipt.release, receipt.xlwings) == ("2026.1", "0.37.8")
    assert receipt.add_in == digest(places.add_in)
    out = capsys.readouterr().out
    written = (places.add_in, places.environment, places.command, places.settings, places.receipt)
    assert [path for path in written if str(path) not in out] == []
    assert "type =VSM_STATUS()" in out
    page = ROOT / "docs" / "how-to" / "when-a-cell-shows-an-error.md"
    assert out.splitlines()[-1].strip() in page.read_text(encoding="utf-8")
    assert "diagnose went well." in places.log.read_text(encoding="utf-8")


def test_the_pins_are_installed_whole_and_nothing_is_built(pc: Pc) -> None:
    pc.set_up()
    made, pins, project, looked = pc.runner.asked
    assert made == [sys.executable, "-I", "-m", "venv", str(pc.places.environment)]
    assert "--require-hashes" in pins
    assert pins[pins.index("--only-binary") + 1] == ":all:"
    assert pins[-1] == str(pc.root / "install" / "requirements-excel.txt")
    assert "--no-index" not in pins
    assert project[-3:] == ["--no-deps", "--no-build-isolation", str(pc.root)]
    assert looked[-3:] == ["-m", "xl_vsm", "diagnose"]


def test_the_command_line_has_a_short_way_that_is_told(
    pc: Pc, capsys: pytest.CaptureFixture[str]
) -> None:
    pc.set_up()
    start = pc.places.command
    assert start.read_bytes() == b'@echo off\r\n"%~dp0python\\Scripts\\xl-vsm.exe" %*\r\n'
    assert start.parent / "python" == pc.places.environment
    told = start.relative_to(pc.places.local).with_suffix("").as_posix().replace("/", "\\")
    assert f'"%LOCALAPPDATA%\\{told}" check' in capsys.readouterr().out


def test_what_if_shows_everything_and_changes_nothing(
    pc: Pc, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pc.files()
    assert pc.set_up("--what-if") == 0
    shown = capsys.readouterr().out
    assert pc.files() == before
    assert pc.runner.asked == []
    pc.set_up()
    made = set(pc.files()) - set(before)
    unnamed = {name for name in made if str(pc.profile / name) not in shown}
    # What pip and venv put into the environment is not told one by one.
    assert {name for name in unnamed if "python/" not in name} == set()


def test_setting_up_again_changes_nothing_more(pc: Pc) -> None:
    pc.set_up()
    once = pc.files()
    assert pc.set_up() == 0
    twice = pc.files()
    log = str(pc.places.log.relative_to(pc.profile))
    assert {**twice, log: b""} == {**once, log: b""}


def test_an_update_brings_the_new_add_in(pc: Pc) -> None:
    pc.set_up()
    (pc.root / "install/classic/xl_vsm.xlam").write_bytes(b"a later add-in")
    assert pc.set_up() == 0
    assert pc.places.add_in.read_bytes() == b"a later add-in"
    assert json.loads(pc.places.receipt.read_text())["add_in"] == digest(pc.places.add_in)


def test_an_update_that_fails_leaves_the_environment_as_it_was(pc: Pc) -> None:
    pc.set_up()
    (pc.places.environment / "mine").write_text("kept", encoding="utf-8")
    pc.runner.failing = "--require-hashes"
    assert pc.set_up() == 6
    assert (pc.places.environment / "mine").read_text(encoding="utf-8") == "kept"
    assert not pc.places.environment.with_name("python-before").exists()


@pytest.mark.parametrize(
    ("failing", "words"),
    [
        ("venv", "the environment could not be made"),
        ("--require-hashes", "the packages could not be installed"),
        ("--no-deps", "xl_vsm itself could not be installed"),
    ],
)
def test_a_step_that_fails_is_told_with_its_reason(
    failing: str, words: str, pc: Pc, capsys: pytest.CaptureFixture[str]
) -> None:
    pc.runner.failing = failing
    assert pc.set_up() == 6
    out = capsys.readouterr().out
    assert words in out
    assert "It did not work." in out
    assert not pc.places.environment.exists()
    assert not pc.places.add_in.exists()


def test_a_check_that_fails_is_the_exit_code(pc: Pc) -> None:
    pc.runner.failing = "diagnose"
    assert pc.set_up() == 1
    assert pc.places.add_in.exists()


@pytest.mark.parametrize("name", ["requirements-excel.txt", "classic/xl_vsm.xlam"])
def test_an_incomplete_copy_is_told_before_anything_is_done(
    name: str, pc: Pc, capsys: pytest.CaptureFixture[str]
) -> None:
    (pc.root / "install" / name).unlink()
    before = pc.files()
    assert pc.set_up() == 7
    assert "copy the whole xl_vsm folder again" in capsys.readouterr().out
    assert pc.files() == before


@pytest.mark.parametrize("held", ["environment", "add_in"])
def test_what_excel_holds_is_told(
    held: str, pc: Pc, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pc.set_up()
    before = pc.files()

    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "rename" if held == "environment" else "replace", refuse)
    assert pc.set_up() == 5
    assert "Close every Excel window" in capsys.readouterr().out
    monkeypatch.undo()
    log = str(pc.places.log.relative_to(pc.profile))
    assert {**pc.files(), log: b""} == {**before, log: b""}


def test_off_windows_it_says_so(pc: Pc, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([], {}, pc.root, pc.runner) == 8
    assert "This is for Windows" in capsys.readouterr().out


def test_a_start_folder_on_a_server_is_told(
    pc: Pc, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "is_on_a_server", lambda _: True)
    assert pc.set_up() == 0
    assert "a trusted location" in capsys.readouterr().out
