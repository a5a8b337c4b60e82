from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.posts import DIRECTOR, Book, write
from tests.reports.annotated.books import changed
from tests.reports.annotated.readers import opened
from xl_vsm.cli import main
from xl_vsm.cli.annotate import Copies

ON = ["--effective", "2025-09-30"]
WRONG = DIRECTOR | {"pension_tier": 5}


def check(*words: Any) -> int:
    return main(["check", *map(str, words), *ON])


@pytest.fixture
def wrong(tmp_path: Path) -> Book:
    return write(tmp_path, WRONG, name="pay.xlsx")


def saved_by_somebody(path: Path) -> bytes:
    """Save a copy as another program would, which names its parts itself."""
    opened(path.read_bytes()).save(path)
    return path.read_bytes()


def test_the_wrong_cell_is_marked_in_a_copy(
    tmp_path: Path, wrong: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wrong.path.read_bytes()
    assert check(wrong.path, "--annotate", tmp_path / "out" / "copies") == 1
    target = tmp_path / "out" / "copies" / "pay annotated.xlsx"
    out, err = capsys.readouterr()
    assert f"{wrong.path}: annotated copy: {target}" in err
    assert "contribution-tier-mismatch" in out
    book = opened(target.read_bytes())
    cell = book.worksheets[0][wrong.cell("pension_tier")]
    assert "PEN102" in cell.comment.text
    assert book.sheetnames[-1] == "VSM findings"
    assert wrong.path.read_bytes() == before


def test_every_workbook_of_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, copies = tmp_path / "examples", tmp_path / "copies"
    shutil.copytree(ROOT / "workbooks" / "examples", folder)
    (folder / "broken.xlsx").write_bytes(b"Post,Salary\n")
    assert check(folder, "--annotate", copies, "--format", "json") == 2
    made = sorted(path.name for path in copies.iterdir())
    assert made == [
        "afc_2025_26 annotated.xlsx",
        "broken findings.xlsx",
        "icb_pay annotated.xlsx",
        "trust_board_pay annotated.xlsx",
        "trust_board_pay_faults annotated.xlsx",
    ]
    alone = opened((copies / "broken findings.xlsx").read_bytes())["VSM findings"]
    said = " ".join(str(cell.value) for row in alone.iter_rows() for cell in row)
    assert "There is no annotated copy of the workbook: it could not be read" in said
    assert "WBK003 not-a-workbook" in said
    assert "no annotated copy, as it could not be read. Its findings: " in capsys.readouterr().err


def test_a_signed_workbook_gets_its_findings_alone(
    tmp_path: Path, wrong: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = changed(wrong.path.read_bytes(), added={"_xmlsignatures/origin.sigs": b""})
    wrong.path.write_bytes(signed)
    assert check(wrong.path, "--annotate", tmp_path / "out") == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["pay findings.xlsx"]
    assert "it is digitally signed" in capsys.readouterr().err


def test_an_earlier_copy_is_written_anew(tmp_path: Path, wrong: Book) -> None:
    for _ in range(2):
        assert check(wrong.path, "--annotate", tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "pay annotated.xlsx",
        "pay.xlsx",
    ]


@pytest.mark.parametrize("signed", [False, True])
def test_what_somebody_has_saved_since_is_kept(tmp_path: Path, wrong: Book, signed: bool) -> None:
    if signed:
        data = changed(wrong.path.read_bytes(), added={"_xmlsignatures/origin.sigs": b""})
        wrong.path.write_bytes(data)
    kind = "findings" if signed else "annotated"
    target = tmp_path / f"pay {kind}.xlsx"
    check(wrong.path, "--annotate", tmp_path)
    theirs = saved_by_somebody(target)
    check(wrong.path, "--annotate", tmp_path)
    assert target.read_bytes() == theirs
    assert (tmp_path / f"pay {kind} 2.xlsx").exists()


def test_something_else_of_that_name_is_kept(tmp_path: Path, wrong: Book) -> None:
    theirs = tmp_path / "pay annotated.xlsx"
    theirs.write_bytes(b"not even a workbook")
    check(wrong.path, "--annotate", tmp_path)
    assert theirs.read_bytes() == b"not even a workbook"
    assert (tmp_path / "pay annotated 2.xlsx").exists()


def test_workbooks_of_one_name_get_two_copies(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, WRONG, name="pay.xlsx")
    check(tmp_path / "a", tmp_path / "b", "--annotate", tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["pay annotated 2.xlsx", "pay annotated.xlsx"]


def test_a_copy_is_not_written_over_a_workbook_that_is_checked(tmp_path: Path, wrong: Book) -> None:
    check(wrong.path, "--annotate", tmp_path)
    ours = tmp_path / "pay annotated.xlsx"
    before = ours.read_bytes()
    check(wrong.path, ours, "--annotate", tmp_path)
    assert ours.read_bytes() == before
    assert (tmp_path / "pay annotated 2.xlsx").exists()


def test_a_search_passes_copies_over_and_says_so(
    tmp_path: Path, wrong: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    check(wrong.path, "--annotate", tmp_path)
    capsys.readouterr()
    check(tmp_path, "--format", "json")
    out, err = capsys.readouterr()
    assert out.count('"path"') == 1
    assert "pay annotated.xlsx: passed over: made by xl-vsm" in err


def test_macros_keep_the_name_of_their_kind(tmp_path: Path, wrong: Book) -> None:
    other = wrong.path.rename(tmp_path / "pay.xlsm")
    check(other, "--annotate", tmp_path / "out")
    assert (tmp_path / "out" / "pay annotated.xlsm").exists()


def test_a_folder_that_cannot_be_made(
    tmp_path: Path, wrong: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert check(wrong.path, "--annotate", tmp_path / "file") == 2
    assert "no folder for copies" in capsys.readouterr().err


def test_a_workbook_changed_meanwhile_is_not_marked(
    tmp_path: Path, wrong: Book, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save = Copies.write

    def later(self: Copies, path: Path, report: Any) -> None:
        path.write_bytes(path.read_bytes() + b"\0")
        save(self, path, report)

    monkeypatch.setattr(Copies, "write", later)
    check(wrong.path, "--annotate", tmp_path / "out")
    assert "it was changed while it was checked" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["pay findings.xlsx"]
