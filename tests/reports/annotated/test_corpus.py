"""The run over other people's workbooks, here over our own; the docs have the real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.reports.annotated.books import changed, plain, rich
from tests.reports.annotated.corpus import run
from tests.reports.annotated.readers import opened_by_office
from xl_vsm.reports.annotated import Annotated, annotate

EXAMPLES = ROOT / "workbooks" / "examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES, tmp_path / "books")
    (tmp_path / "books" / "rich.xlsx").write_bytes(rich())
    (tmp_path / "books" / "macros.xlsm").write_bytes(rich(macros=True))
    signed = changed(plain(), added={"_xmlsignatures/origin.sigs": b""})
    (tmp_path / "books" / "signed.xlsx").write_bytes(signed)
    (tmp_path / "books" / "cut.xlsx").write_bytes(plain()[:900])
    return tmp_path / "books"


def test_nothing_is_lost_from_these(folder: Path) -> None:
    tally = run(sorted(folder.glob("*.xls?")), keep=False)
    counts = dict(tally.counts)
    assert counts.pop("warned", 0) >= 2
    assert counts == {
        "workbooks": 8,
        "annotated": 6,
        "refused by the guard": 1,
        "not annotated": 1,
        "read by openpyxl": 6,
        "read by calamine": 6,
    }


def test_what_is_lost_is_seen(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def careless(data: bytes, report: object) -> Annotated:
        copy = annotate(data, report)  # type: ignore[arg-type]
        wrong = changed(copy.data, {"docProps/app.xml": lambda part: part + b" "})
        return Annotated(wrong, copy.sheet, 0, copy.touched, copy.added, ())

    monkeypatch.setattr("tests.reports.annotated.corpus.annotate", careless)
    assert run([folder / "rich.xlsx"], keep=False).counts["parts altered"] == 1


def test_it_runs_as_its_help_says(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.reports.annotated.corpus", str(folder), "--list"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "| annotated | 6 |" in done.stdout
    assert "signed.xlsx it is digitally signed" in done.stdout


@pytest.mark.libreoffice
def test_libreoffice_opens_copies(folder: Path, tmp_path: Path) -> None:
    paths = [folder / "rich.xlsx", folder / "trust_board_pay_faults.xlsx"]
    tally = run(paths, keep=True)
    assert [seen for _, seen in opened_by_office(tally.copies, tmp_path)] == [True, True]
