"""The command line as a process of its own, and what it does before any verb."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.posts import DIRECTOR, write
from xl_vsm.cli import main
from xl_vsm.cli.terminal import show_what_it_can, speaks_utf8
from xl_vsm.findings import Report
from xl_vsm.release import VERSION

ON = ("--effective", "2025-09-30")


def run(*words: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "xl_vsm", *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"xl-vsm {VERSION}\n"
    with pytest.raises(SystemExit) as stopped:
        main(["--version", "check"])
    assert stopped.value.code == 0


def test_the_version_brings_nothing_in() -> None:
    slow = {"pydantic", "openpyxl", "rich", "argparse", "typing"}
    watched = (
        "import sys; there = set(sys.modules); from xl_vsm.cli import main; main(['--version']);"
        f"print(sorted({slow} & sys.modules.keys() - there))"
    )
    done = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == [f"xl-vsm {VERSION}", "[]"]


def test_the_module_is_the_command_line(tmp_path: Path) -> None:
    book = write(tmp_path, DIRECTOR | {"pension_tier": 5})
    done = run("check", str(book.path), *ON)
    assert done.returncode == 1
    assert b"PEN102" in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""
    done = run("check", str(tmp_path / "gone.xlsx"), *ON, "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["summary"]["error"] == 1


@pytest.mark.parametrize("form", ["console", "json"])
def test_a_terminal_of_few_letters(tmp_path: Path, form: str) -> None:
    # What a pipe is on Windows, where a Welsh letter of a cell has no place.
    book = write(tmp_path, DIRECTOR | {"reference": "Pen-yr-Ŵyddfa", "pension_tier": 5})
    done = run("check", str(book.path), *ON, "--format", form, encoding="cp1252")
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1
    assert b"PEN102" in done.stdout
    if form == "json":
        found = Report.model_validate_json(done.stdout).findings[0]
        assert found.row_key == "Pen-yr-Ŵyddfa"


def test_only_a_terminal_of_few_letters_is_changed() -> None:
    few = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    every = io.TextIOWrapper(io.BytesIO(), encoding="UTF-8")
    for file in (few, every, io.StringIO()):
        show_what_it_can(file)
    assert (few.errors, every.errors) == ("replace", "strict")
    assert (speaks_utf8(few), speaks_utf8(every)) == (False, True)
    few.close()
    every.close()


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_names_each_verb(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    for verb in ("check", "layout", "rates", "explain", "template", "diagnose"):
        assert f"    {verb} " in out


@pytest.mark.parametrize(
    ("verb", "says"),
    [
        ("check", ["--effective", "--known", "--layout", "--format", "--output", "--fail-on"]),
        ("rates", ["--effective", "--known", "--json", "diff", "lint"]),
        ("explain", ["CODE"]),
    ],
)
def test_help_of_each_verb(verb: str, says: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([verb, "--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert all(word in out for word in says)


def test_a_reader_that_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = write(tmp_path, DIRECTOR)

    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    out, err = Closed(), Closed()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", err)
    assert main(["check", str(book.path), *ON, "--format", "json"]) == 2
    assert err.closed


@pytest.mark.parametrize("words", [["chek", "pay.xlsx"], ["--format", "json"]])
def test_an_unknown_verb_is_told_all_that_there_are(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "check" in capsys.readouterr().err


def test_a_name_that_no_file_may_have(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a" * 300 + ".xlsx"]) == 2
    assert ".xlsx: cannot be looked for: " in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_a_link_that_leads_in_a_circle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = tmp_path / "pay.xlsx"
    link.symlink_to(link)
    assert main(["check", str(link)]) == 2
    out, err = capsys.readouterr()
    assert f"xl-vsm: {link}: " in err or "WBK001" in out  # newer Pythons call it no file
