"""What begins before a verb's libraries are brought in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, write
from xl_vsm.cli import main
from xl_vsm.cli.early import begin_early
from xl_vsm.sheets import opening
from xl_vsm.sheets.apart import keeper

USUAL = {"jobs": None, "scheduler": None, "resume": False, "journal": None, "recalculate": False}


@pytest.fixture
def began(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was begun: a file by its name, a process by what it does."""
    said: list[Any] = []
    monkeypatch.setattr(keeper, "get_ready", lambda: said.append("reads"))

    def begin(path: Path, *_: object, keep_alike: bool) -> str:
        said.append((path.name, keep_alike))
        return "begun"

    monkeypatch.setattr(opening, "begin", begin)
    return said


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{number}.xlsx" for number in range(2)]
    for path in made:
        path.touch()
    return made


def asked(*paths: Path | str, **changed: Any) -> Namespace:
    return Namespace(paths=[str(path) for path in paths], **(USUAL | changed))


def test_one_file_is_begun(files: list[Path], began: list[Any]) -> None:
    assert begin_early("check", asked(files[0])) == "begun"
    assert begin_early("check", asked(files[1], recalculate=True, jobs=1)) == "begun"
    assert began == [("0.xlsx", True), ("1.xlsx", False)]


@pytest.mark.parametrize("verb", ["layout", "report"])
def test_a_verb_that_reads_has_its_process(verb: str, began: list[Any]) -> None:
    assert begin_early(verb, Namespace()) is None
    assert began == ["reads"]


def test_other_verbs_read_nothing(began: list[Any]) -> None:
    assert begin_early("rates", Namespace()) is None
    assert began == []


def test_where_it_is_not_clear_which_there_is_one_that_reads(
    files: list[Path], began: list[Any]
) -> None:
    for options in (asked(*files), asked(files[0].parent), asked("*.xlsx"), asked("x" * 300)):
        assert begin_early("check", options) is None
    assert began == ["reads"] * 4


@pytest.mark.parametrize("earlier", [{"resume": True}, {"journal": Path("kept.jsonl")}])
def test_what_may_have_been_checked_before_is_not_read(
    files: list[Path], began: list[Any], earlier: dict[str, Any]
) -> None:
    assert begin_early("check", asked(files[0], **earlier)) is None
    assert began == ["reads"]


@pytest.mark.parametrize("elsewhere", [{"scheduler": "tcp://10.0.0.5:8786"}, {"jobs": 2}])
def test_other_processes_read_for_themselves(
    files: list[Path], began: list[Any], elsewhere: dict[str, Any]
) -> None:
    assert begin_early("check", asked(files[0], **elsewhere)) is None
    assert began == []


def test_limits_of_a_settings_file_hold_though_the_file_was_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = write(tmp_path, DIRECTOR)
    (tmp_path / "xl-vsm.toml").write_text("[limits]\ncells = 1\n", encoding="utf-8")
    assert main(["check", str(book.path)]) == 2
    assert "SEC007" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--profile", "none"], []])
def test_what_was_begun_is_given_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    given_up: list[opening.Begun] = []

    def give_up(begun: opening.Begun) -> None:
        given_up.append(begun)

    monkeypatch.setattr(opening.Begun, "give_up", give_up)
    assert main(["check", str(write(tmp_path, DIRECTOR).path), *words]) in (1, 2)
    assert len(given_up) == 1
    given_up[0]._thread.join()
