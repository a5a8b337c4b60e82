from __future__ import annotations

import sys

import pytest
from finance_pc.add_in import is_on_a_server

from tests.install.finance_pc.conftest import Pc
from xl_vsm.diagnosis.interpreter import is_from_the_store, unfit

PER_USER = r"C:\Users\ann\AppData\Local\Programs\Python\Python313"
STORE = r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_3.12.1520.0_x64__qbz5"


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 9), (3, 14, 2)])
def test_these_will_do(version: tuple[int, int, int]) -> None:
    assert unfit(version, PER_USER, is_64_bit=True) is None


@pytest.mark.parametrize(
    ("version", "base", "is_64_bit", "words"),
    [
        ((3, 10, 14), PER_USER, True, "3.11 or later is needed"),
        ((3, 15, 0), PER_USER, True, "not every package is made yet"),
        ((3, 12, 1), STORE, True, "Microsoft Store"),
        ((3, 12, 1), PER_USER, False, "32-bit Python"),
    ],
)
def test_these_will_not(
    version: tuple[int, int, int], base: str, is_64_bit: bool, words: str
) -> None:
    assert words in (unfit(version, base, is_64_bit=is_64_bit) or "")


def test_the_alias_of_the_store_is_of_the_store() -> None:
    assert is_from_the_store(r"C:\Users\ann\AppData\Local\Microsoft\WindowsApps\python.exe")
    assert not is_from_the_store(PER_USER)


def test_a_python_of_the_store_is_refused_before_anything_is_done(
    pc: Pc, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "base_prefix", STORE)
    before = pc.files()
    assert pc.set_up() == 3
    assert "This Python will not do" in capsys.readouterr().out
    assert pc.files() == before


@pytest.mark.parametrize(
    ("folder", "there"), [(r"\\server\home\ann", True), ("//server/a", True), (PER_USER, False)]
)
def test_a_folder_on_a_server(folder: str, there: bool) -> None:
    assert is_on_a_server(folder) is there
