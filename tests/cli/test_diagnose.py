from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest

from xl_vsm.cli import diagnose
from xl_vsm.cli.diagnose import run_diagnose
from xl_vsm.cli.errors import CommandError
from xl_vsm.diagnosis.look import Seen
from xl_vsm.diagnosis.trouble import Trouble
from xl_vsm.diagnosis.troubles import all_troubles
from xl_vsm.release import VERSION


def asked(*shown: str, as_json: bool = False) -> Namespace:
    return Namespace(shown=list(shown), json=as_json)


def test_what_a_cell_shows_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_diagnose(asked("#SPILL!")) == 0
    out = capsys.readouterr().out
    assert out.startswith("#SPILL!\n")
    assert "  1. Cells below or to the right" in out
    assert "     - Click the cell" in out


def test_words_without_quotation_marks_are_taken_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_diagnose(asked("Permission", "denied")) == 0
    assert capsys.readouterr().out.startswith("Permission denied")


@pytest.mark.parametrize("trouble", all_troubles(), ids=lambda each: each.title)
def test_every_word_of_a_trouble_is_told(
    trouble: Trouble, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = trouble.shows[0] if trouble.shows else "=VSM_BAND(A1, B1)"
    assert run_diagnose(asked(shown)) == 0
    out = capsys.readouterr().out
    told = [trouble.title, trouble.means]
    told += [words for cause in trouble.causes for words in (cause.why, *cause.do)]
    assert [words for words in told if words not in out] == []


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_diagnose(asked("#BUSY!", as_json=True)) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == 1
    assert data["shown"] == "#BUSY!"
    assert data["troubles"][0]["causes"][0]["do"]


def test_the_unknown_is_said_with_what_is_known() -> None:
    with pytest.raises(CommandError, match="nothing is known of 'bananas'") as caught:
        run_diagnose(asked("bananas"))
    assert all(trouble.title in str(caught.value) for trouble in all_troubles())


def test_a_machine_in_order(capsys: pytest.CaptureFixture[str], rates_folder: Path) -> None:
    rates_folder.mkdir(parents=True)
    assert run_diagnose(asked()) == 0
    out = capsys.readouterr().out
    assert "ok                   The functions answer" in out
    assert "Nothing wrong was found." in out


def test_a_machine_with_a_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [("One", Seen("wrong", "Gone.", ("Find it.",))), ("Two", Seen("ok", "There."))]
    monkeypatch.setattr(diagnose, "look_at", lambda _: seen)
    assert run_diagnose(asked()) == 1
    out = capsys.readouterr().out
    assert "                     - Find it." in out
    assert out.endswith("\n1 thing wrong.\n")
    assert run_diagnose(asked(as_json=True)) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == VERSION
    assert data["looks"][0] == {
        "look": "One",
        "state": "wrong",
        "words": "Gone.",
        "do": ["Find it."],
    }
