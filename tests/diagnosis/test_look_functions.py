"""The looks that apply on every machine: the functions, and the figures that they rest on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import udfs
from tests.conftest import forget_figures
from tests.diagnosis.machines import LINUX
from xl_vsm.diagnosis.looks import figures, functions
from xl_vsm.parameters.own import VARIABLE


def test_a_wrong_answer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(udfs, functions.FUNCTION, lambda **_: 7)
    seen = functions.look(LINUX)
    assert seen.state == "wrong"
    assert "is 7; 1 is right" in seen.words


def test_a_refusal_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: str) -> None:
        raise ValueError("no tables")

    monkeypatch.setattr(udfs, functions.FUNCTION, refuse)
    assert "is refused: no tables" in functions.look(LINUX).words


def test_functions_that_cannot_be_brought_in_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ImportError("No module named 'udfs'")

    monkeypatch.setattr(functions, "import_module", fail)
    assert "No module named 'udfs'" in functions.look(LINUX).words


def test_made_up_ranges_are_worth_knowing() -> None:
    seen = figures.look(LINUX)
    assert seen.state == "worth knowing"
    assert "pay ranges: illustrative" in seen.words


def test_a_team_folder_that_is_not_there_is_wrong(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    assert figures.look(LINUX).state == "worth knowing"
    seen = figures.look(replace(LINUX, environ={VARIABLE: gone}))
    assert (seen.state, gone in seen.words) == ("wrong", True)


def test_a_damaged_file_is_wrong_and_named(
    rates_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates_folder.mkdir(parents=True)
    (rates_folder / "pay-ranges.toml").write_text("not = [toml", encoding="utf-8")
    forget_figures()
    seen = figures.look(LINUX)
    assert seen.state == "wrong"
    assert "pay-ranges.toml" in seen.words


def test_a_folder_that_may_not_be_read_is_wrong(
    rates_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates_folder.mkdir(parents=True)
    # The superuser may read everything, so that taking the right away would not do.
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != rates_folder)
    seen = figures.look(LINUX)
    assert (seen.state, seen.words) == ("wrong", f"{rates_folder} may not be read.")
