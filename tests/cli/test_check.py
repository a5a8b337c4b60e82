from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.posts import DIRECTOR, TRUST, Book, write
from xl_vsm.checks.check import CHECKS
from xl_vsm.checks.registry import load
from xl_vsm.cli import main
from xl_vsm.findings import Report

ON = ["--effective", "2025-09-30"]
WRONG = DIRECTOR | {"pension_tier": 5}
DOUBTFUL = DIRECTOR | {"band": "B"}


def check(*words: Any) -> int:
    return main(["check", *map(str, words), *ON])


@pytest.fixture
def right(tmp_path: Path) -> Book:
    return write(tmp_path, DIRECTOR, name="right.xlsx")


@pytest.fixture
def wrong(tmp_path: Path) -> Book:
    return write(tmp_path, WRONG, name="wrong.xlsx")


def test_nothing_wrong_is_0(right: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(right.path) == 0
    out, err = capsys.readouterr()
    assert "0 errors, 0 warnings, 1 note in 1 post of 1 workbook" in out
    assert err == ""


def test_something_wrong_is_1(wrong: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(wrong.path) == 1
    out, _ = capsys.readouterr()
    assert "PEN102 contribution-tier-mismatch" in out
    assert wrong.cell("pension_tier") in out


@pytest.mark.parametrize(
    ("post", "codes"),
    [
        (DIRECTOR, {"error": 0, "warning": 0, "note": 1, "never": 0}),
        (DOUBTFUL, {"error": 0, "warning": 1, "note": 1, "never": 0}),
        (WRONG, {"error": 1, "warning": 1, "note": 1, "never": 0}),
    ],
)
def test_fail_on(tmp_path: Path, post: dict[str, Any], codes: dict[str, int]) -> None:
    book = write(tmp_path, post)
    assert {on: check(book.path, "--fail-on", on) for on in codes} == codes
    assert check(book.path) == codes["error"]


def test_a_folder_is_searched(
    tmp_path: Path, right: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = tmp_path / "2025" / "trusts"
    inner.mkdir(parents=True)
    write(inner, WRONG, name="inner.xlsx")
    (tmp_path / "~$right.xlsx").write_bytes(b"lock")
    (tmp_path / "notes.txt").write_text("no workbook", encoding="utf-8")
    assert check(tmp_path, "--format", "json") == 1
    report = Report.model_validate_json(capsys.readouterr().out)
    assert [Path(w.path).name for w in report.workbooks] == ["inner.xlsx", "right.xlsx"]


def test_a_pattern(
    tmp_path: Path, right: Book, wrong: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path / "r*.xlsx", "--format", "json") == 0
    report = Report.model_validate_json(capsys.readouterr().out)
    assert [w.path for w in report.workbooks] == [str(right.path)]


def test_a_pattern_takes_workbooks_only(tmp_path: Path, right: Book) -> None:
    (tmp_path / "~$right.xlsx").write_bytes(b"lock")
    (tmp_path / "notes.txt").write_text("no workbook", encoding="utf-8")
    assert check(tmp_path / "*") == 0


def test_a_name_with_pattern_signs_is_a_name(tmp_path: Path) -> None:
    book = write(tmp_path, DIRECTOR, name="pay [final].xlsx")
    assert check(book.path) == 0


def test_a_workbook_named_twice_is_checked_once(
    right: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(right.path, right.path, right.path.parent, "--format", "json") == 0
    assert Report.model_validate_json(capsys.readouterr().out).summary.workbooks == 1


@pytest.mark.parametrize("word", ["empty", "*.xlsm"])
def test_no_workbook_there(tmp_path: Path, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert check(tmp_path / word) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{word}: no workbook (.xlsx or .xlsm) found there" in err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path / "gone.xlsx") == 2
    assert "WBK001 file-not-found" in capsys.readouterr().out


def test_an_unreadable_file_stops_no_other(
    tmp_path: Path, wrong: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"not a workbook")
    for fail_on in ("error", "never"):
        assert check(bad, wrong.path, "--format", "json", "--fail-on", fail_on) == 2
        report = Report.model_validate_json(capsys.readouterr().out)
        assert [w.findings[0].code for w in report.workbooks] == ["WBK003", "PEN102"]
        assert [w.complete for w in report.workbooks] == [False, True]
        assert report.workbooks[0].sha256 is None
        assert report.summary.error == 2


def test_a_crash_is_2(
    right: Book, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load()

    def fails(_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(CHECKS, "BND101", replace(CHECKS["BND101"], function=fails))
    assert check(right.path, "--fail-on", "never") == 2
    assert "RUN001 check-crashed" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["console", "json"])
def test_output_to_a_file(
    tmp_path: Path, wrong: Book, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "report.out"
    assert check(wrong.path, "--format", form, "--output", to) == 1
    assert capsys.readouterr() == ("", "")
    text = to.read_text(encoding="utf-8")
    assert "PEN102" in text
    assert "£" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("form", ["console", "json"])
def test_output_into_a_folder_that_is_not_there(
    tmp_path: Path, wrong: Book, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "no" / "such" / "report.txt"
    assert check(wrong.path, "--format", form, "--output", to) == 2
    _, err = capsys.readouterr()
    assert f"{to}: cannot be written: No such file or directory" in err


def test_the_report_never_takes_the_workbooks_place(right: Book) -> None:
    before = right.path.read_bytes()
    assert check(right.path, "--output", right.path) == 2
    assert right.path.read_bytes() == before


def test_no_report_is_named_as_a_workbook(tmp_path: Path, right: Book) -> None:
    other = write(tmp_path, WRONG, name="other.xlsm")
    before = other.path.read_bytes()
    assert check(right.path, "--output", other.path) == 2
    assert other.path.read_bytes() == before


def test_a_workbook_is_never_written_to(wrong: Book) -> None:
    before = (wrong.path.read_bytes(), wrong.path.stat().st_mtime_ns)
    check(wrong.path)
    assert (wrong.path.read_bytes(), wrong.path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "pay.xlsx", "--effective", "1 April 2025"],
        ["check", "pay.xlsx", "--known", "2025-13-01"],
        ["check", "pay.xlsx", "--format", "parchment"],
        ["check", "pay.xlsx", "--fail-on", "doubt"],
        ["cheque", "pay.xlsx"],
        [],
    ],
)
def test_bad_usage_is_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "usage: xl-vsm" in capsys.readouterr().err


def test_a_bad_date_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "pay.xlsx", "--effective", "01/04/2025"])
    assert "'01/04/2025' is not a date such as 2025-04-01" in capsys.readouterr().err


def test_the_two_dates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post = {"post": "Secretary", "salary": 64_500, "pensionable_pay": 64_500, "pension_tier": 6}
    stated = TRUST | {"effective": "30/09/2025"}
    book = write(tmp_path, post, organisation=stated)
    words = ["check", str(book.path), "--format", "json"]

    def codes(*more: str) -> tuple[list[str], str | None, str | None]:
        main([*words, *more])
        report = Report.model_validate_json(capsys.readouterr().out)
        p = report.parameters
        dates = (p.effective, p.known)
        return [f.code for f in report.findings], *(str(d) if d else None for d in dates)

    assert codes() == (["PEN104"], "2025-09-30", None)
    assert codes("--known", "2025-06-01") == ([], "2025-09-30", "2025-06-01")
    assert codes("--effective", "2024-09-30") == ([], "2024-09-30", None)
    assert codes("--effective", "2026-09-30") == (["PEN102"], "2026-09-30", None)


def test_a_layout_says_which_column_is_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = write(tmp_path, WRONG)
    layout = tmp_path / "layout.toml"
    layout.write_text("schema = 9\n", encoding="utf-8")
    assert check(book.path, "--layout", layout) == 2
    assert str(layout.name) in capsys.readouterr().err
    assert check(book.path, "--layout", tmp_path / "gone.toml") == 2
    assert "gone.toml" in capsys.readouterr().err


def test_progress_goes_to_a_terminal_only(
    tmp_path: Path,
    right: Book,
    wrong: Book,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check(right.path, wrong.path, "--format", "json") == 1
    quiet = capsys.readouterr()
    assert quiet.err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert check(right.path, wrong.path, "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == json.loads(quiet.out)
