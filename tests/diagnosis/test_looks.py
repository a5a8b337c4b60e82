from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.diagnosis.machines import (
    LINUX,
    XLWINGS,
    finance_pc,
    places_of,
    windows_environ,
    with_registry,
)
from xl_vsm.diagnosis.look import Seen
from xl_vsm.diagnosis.looks import add_in, functions, look_at, packages, policies, python, settings
from xl_vsm.diagnosis.machine import Machine, this_machine
from xl_vsm.diagnosis.places import INTERPRETER
from xl_vsm.diagnosis.receipt import Receipt, write_receipt

ONLY_ON_WINDOWS = (packages, settings, add_in, policies)


def test_off_windows_each_look_says_that_it_does_not_apply() -> None:
    for module in ONLY_ON_WINDOWS:
        assert module.look(LINUX).state == "not applicable here"
        assert "not Windows" in module.look(LINUX).words


def test_this_very_machine_is_looked_at() -> None:
    seen = dict(look_at(this_machine()))
    assert seen[python.TITLE].state == "ok"
    assert seen[functions.TITLE].state == "ok"
    assert "SI 2015/96" in seen[functions.TITLE].words
    assert len(seen) == 7


def test_a_finance_pc_as_set_up_is_in_order(tmp_path: Path) -> None:
    machine = finance_pc(tmp_path)
    for module in (python, *ONLY_ON_WINDOWS):
        seen = module.look(machine)
        assert (seen.state, seen.do) == ("ok", ()), seen


FAULTS: list[tuple[object, Callable[[Machine], Machine | None], str]] = [
    (python, lambda m: replace(m, version=(3, 10, 1)), "3.11 or later"),
    (
        python,
        lambda m: replace(m, base=Path("C:/Program Files/WindowsApps/Python.3.12_qbz5n2kfra8p0")),
        "Microsoft Store",
    ),
    (packages, lambda m: replace(m, package=lambda _: None), "not installed"),
    (packages, lambda m: replace(m, package=lambda _: "9.9"), f"{XLWINGS} only"),
    (
        packages,
        lambda m: [dll.unlink() for dll in m.prefix.glob("*.dll")] and None,
        "its library is not there",
    ),
    (
        packages,
        lambda m: write_receipt(places_of(m), Receipt("1", "0.30.0", "")),
        "made for 0.30.0",
    ),
    (settings, lambda m: places_of(m).settings.unlink(), "does not say which Python"),
    (
        settings,
        lambda m: places_of(m).settings.write_text(f'"{INTERPRETER}","/nowhere/python.exe"'),
        "names /nowhere/python.exe, which is not there",
    ),
    (
        settings,
        lambda m: places_of(m).settings.write_text(f'"{INTERPRETER}","{m.python}"'),
        "names another Python",
    ),
    (settings, lambda m: replace(m, environ={}), "where this person's folders are"),
    (add_in, lambda m: places_of(m).add_in.unlink(), "There is no add-in at"),
    (
        add_in,
        lambda m: replace(m, mark=lambda _: "[ZoneTransfer]\nZoneId=3"),
        "mark of a file from elsewhere",
    ),
    (
        policies,
        lambda m: with_registry(m, {("HKLM", policies.CHILD_PROCESSES): "1"}),
        "creating child processes",
    ),
    (
        policies,
        lambda m: with_registry(
            m,
            {("HKLM", "ASRRules"): f"x=1|{policies.WIN32_CALLS.upper()}=1"},
        ),
        "Win32 API calls",
    ),
    (policies, lambda m: with_registry(m, {("HKCU", "DisableCMD"): 2}), "command prompt"),
    (policies, lambda m: with_registry(m, {("HKCU", "VBAWarnings"): 3}), "signed macros only"),
    (policies, lambda m: with_registry(m, {("HKCU", "VBAWarnings"): 4}), "no macros at all"),
]


@pytest.mark.parametrize(("module", "spoil", "words"), FAULTS, ids=[each[2] for each in FAULTS])
def test_each_fault_is_found_and_says_what_to_do(module, spoil, words: str, tmp_path: Path) -> None:
    machine = finance_pc(tmp_path)
    changed = spoil(machine)
    seen: Seen = module.look(changed if isinstance(changed, Machine) else machine)
    assert seen.state == "wrong"
    assert words in seen.words
    assert seen.do or "where this person's folders are" in words


@pytest.mark.parametrize("value", ["0", "2", "6", None])
def test_a_rule_that_only_watches_is_no_fault(value: str | None, tmp_path: Path) -> None:
    machine = with_registry(finance_pc(tmp_path), {("HKLM", policies.CHILD_PROCESSES): value})
    assert policies.look(machine).state == "ok"


def test_what_may_disturb_is_told(tmp_path: Path) -> None:
    machine = finance_pc(tmp_path)
    machine = replace(machine, environ={**machine.environ, "PYTHONPATH": "C:/elsewhere"})
    assert python.look(machine).state == "worth knowing"
    assert "PYTHONPATH is set" in python.look(machine).words


def test_an_add_in_changed_since_is_told(tmp_path: Path) -> None:
    machine = finance_pc(tmp_path)
    places_of(machine).add_in.write_bytes(b"signed in house")
    assert add_in.look(machine).state == "worth knowing"
    assert "signed since, or changed" in add_in.look(machine).words


def test_without_a_receipt_the_add_ins_version_is_not_known(tmp_path: Path) -> None:
    machine = finance_pc(tmp_path)
    places_of(machine).receipt.write_text("not a receipt", encoding="utf-8")
    assert packages.look(machine).state == "worth knowing"
    assert add_in.look(machine).state == "ok"


def test_the_places_are_those_that_the_variables_name(tmp_path: Path) -> None:
    machine = replace(LINUX, windows=True, environ=windows_environ(tmp_path))
    places = places_of(machine)
    assert places.add_in == tmp_path / "AppData/Roaming/Microsoft/Excel/XLSTART/xl_vsm.xlam"
    assert places.receipt == tmp_path / "AppData/Local/xl_vsm/installed.json"
    assert replace(machine, environ={"APPDATA": " "}).places is None


def test_off_windows_there_is_neither_registry_nor_mark(tmp_path: Path) -> None:
    machine = this_machine()
    if os.name == "posix":
        assert machine.registry("HKCU", "Software", "any") is None
    assert machine.mark(tmp_path / "none.xlam") is None


def test_the_registry_is_read_by_hive_key_and_name(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("machine", policies._BY_INTUNE, "ASRRules"): "a=1"}

    class Opened:
        def __init__(self, hive: str, key: str) -> None:
            self.path = (hive, key)

        def __enter__(self) -> Opened:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    def value(opened: Opened, name: str) -> tuple[str, int]:
        if (*opened.path, name) not in kept:
            raise FileNotFoundError(2, "no such value")
        return kept[(*opened.path, name)], 1

    pretended = SimpleNamespace(
        HKEY_CURRENT_USER="user",
        HKEY_LOCAL_MACHINE="machine",
        OpenKey=Opened,
        QueryValueEx=value,
    )
    monkeypatch.setitem(sys.modules, "winreg", pretended)
    monkeypatch.setattr(sys, "platform", "win32")
    read = this_machine().registry
    assert read("HKLM", policies._BY_INTUNE, "ASRRules") == "a=1"
    assert read("HKCU", policies._BY_INTUNE, "ASRRules") is None
    assert read("HKLM", policies._BY_INTUNE, "Other") is None


def test_the_mark_is_read_beside_the_file(tmp_path: Path) -> None:
    # Off Windows it is a file with a colon in its name, by which Windows finds the stream.
    (tmp_path / "xl_vsm.xlam:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n")
    assert this_machine().mark(tmp_path / "xl_vsm.xlam") == "[ZoneTransfer]\nZoneId=3\n"
