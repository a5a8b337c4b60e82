"""`xl-vsm template`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from xl_vsm.cli import main
from xl_vsm.template import Settings, template


def test_it_writes_a_workbook_that_can_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pay.xlsx"
    assert main(["template", str(path)]) == 0
    said = capsys.readouterr().out
    assert "room for 50 posts" in said
    assert f"xl-vsm check {path}" in said
    assert path.read_bytes() == template()
    assert main(["check", str(path)]) == 0
    assert main(["layout", str(path)]) == 0


def test_it_begins_with_what_is_given(tmp_path: Path) -> None:
    path = tmp_path / "icb.xlsx"
    words = ["--rows", "12", "--type", "integrated care board", "--effective", "2025-09-30"]
    assert main(["template", str(path), *words]) == 0
    sheet = openpyxl.load_workbook(path)["Start here"]
    assert sheet["B11"].value == "ICB"
    assert sheet["B16"].value.date() == date(2025, 9, 30)


def test_it_writes_over_a_file_only_when_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pay.xlsx"
    path.write_text("filled in by somebody", encoding="utf-8")
    assert main(["template", str(path)]) == 2
    assert "is there already, perhaps filled in" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "filled in by somebody"
    assert main(["template", str(path), "--force", "--rows", "10"]) == 0
    assert path.read_bytes() == template(Settings(rows=10))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pay.xls"], "the template is an .xlsx workbook; call it pay.xlsx"),
        (["pay"], "call it pay.xlsx"),
        (["."], "is a folder: name a file in it"),
        (["no/such/pay.xlsx"], "there is no folder no/such: make it first"),
        (["pay.xlsx", "--rows", "4"], "--rows must be from 5 to 1,000, not 4"),
        (["pay.xlsx", "--type", "hospital"], '--type must be "trust" or "ICB", not \'hospital\''),
    ],
)
def test_what_cannot_be_is_said_in_words(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", *words]) == 2
    assert said in capsys.readouterr().err.replace("\\", "/")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert main(["template", str(tmp_path / "pay.xlsx")]) == 2
    assert "cannot be written (Permission denied): close it in Excel" in capsys.readouterr().err
