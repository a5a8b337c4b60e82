"""`xl-vsm check` over many workbooks, and what is made of the findings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.batch.estate import estate
from tests.hostile.attacks import book
from xl_vsm.cli import main

SECRETS = ("Chief Executive", "195000", "£195,000", "10.7%")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    estate(tmp_path / "estate")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    try:
        return main(["check", *words])
    except SystemExit as ended:  # as argparse ends
        return int(str(ended.code))


def reported(*words: str, code: int) -> dict[str, Any]:
    assert run(*words, "--format", "json", "--output", "out.json") == code
    report: dict[str, Any] = json.loads(Path("out.json").read_text(encoding="utf-8"))
    return report


def codes(report: dict[str, Any]) -> list[list[str]]:
    return [[f["code"] for f in each["findings"]] for each in report["workbooks"]]


def test_two_processes_report_what_one_does(folder: Path) -> None:
    one = reported("estate", "--jobs", "1", code=2)
    two = reported("estate", "--jobs", "2", code=2)
    assert one == two
    assert [Path(each["path"]).stem for each in one["workbooks"]] == list("abcde")


def test_a_profile_sets_severities_and_from_where_the_run_fails(folder: Path) -> None:
    wrong = "estate/c.xlsx"
    assert reported(wrong, code=1)["profile"] is None
    draft = reported(wrong, "--profile", "draft", code=1)
    assert draft["profile"] == "draft"
    severities = {f["code"]: f["severity"] for f in draft["workbooks"][0]["findings"]}
    assert (severities["APR101"], severities["WBK102"]) == ("note", "note")
    assert run("estate/a.xlsx", "--profile", "submission") == 0
    assert run("estate/a.xlsx", "--profile", "submission", "--fail-on", "note") == 1
    assert run("estate/e.xlsx", "--profile", "draft", "--fail-on", "note") == 0


def test_settings_beside_the_workbooks_count(folder: Path) -> None:
    said = 'profile = "draft"\n[severity]\nPEN101 = "note"\n'
    Path("estate/xl-vsm.toml").write_text(said, encoding="utf-8")
    report = reported("estate/c.xlsx", code=1)
    assert report["profile"] == "draft"
    severities = {f["code"]: f["severity"] for f in report["workbooks"][0]["findings"]}
    assert severities["PEN101"] == "note"
    Path("none.toml").write_text("", encoding="utf-8")
    assert reported("estate/c.xlsx", "--config", "none.toml", code=1)["profile"] is None


def test_limits_are_settings(folder: Path) -> None:
    Path("xl-vsm.toml").write_text("[limits]\nfile_megabytes = 0.001\n", encoding="utf-8")
    assert codes(reported("estate/a.xlsx", code=2)) == [["SEC001"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--profile", "auditt"], "there is no profile 'auditt'; there are draft, submission"),
        (["--config", "none.toml"], "none.toml: cannot be read as TOML"),
        (["--baseline", "none.json"], "none.json: cannot be read: No such file"),
        (["--journal", "estate/a.xlsx"], "--journal would write over a workbook that is checked"),
        (["--summary", "estate/a.xlsx"], "--summary would write over a workbook that is checked"),
        (["--summary", "estate/c.xlsx"], "estate/c.xlsx: is a workbook that was not made here"),
        (["--output", "o.xlsx"], "--output writes no workbook"),
        (["--output", "o", "--journal", "o"], "--journal would write over what --output writes"),
        (["--output", "o.html", "--summary", "o.html"], "write over what --output writes"),
        (["--config", "o", "--output", "o"], "--output would write over what --config reads"),
        (["--journal", "estate"], "estate: is no file; name another"),
        (["--summary", "sums.pdf"], "'sums.pdf' must end in one of .html, .xlsx, .txt"),
        (["--output", "none/out.json"], "none/out.json: cannot be written: No such file"),
        (["--jobs", "0"], "'0' is not a number of processes, such as 4"),
        (["--jobs", "two"], "'two' is not a number of processes, such as 4"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path("estate/a.xlsx").read_bytes()
    assert run("estate/a.xlsx", *words) == 2
    assert said in capsys.readouterr().err.replace(os.sep, "/")
    assert Path("estate/a.xlsx").read_bytes() == before


def test_a_broken_settings_file_stops_the_run_before_it_begins(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("estate/xl-vsm.toml").write_text("profil = 'draft'", encoding="utf-8")
    assert run("estate") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "xl-vsm.toml: profil: there is no such setting" in told.err


def test_only_what_is_new_since_an_accepted_run_is_reported(folder: Path) -> None:
    first = reported("estate/c.xlsx", code=1)
    Path("out.json").rename("accepted.json")
    clean = reported("estate/c.xlsx", "--baseline", "accepted.json", code=0)
    found = len(codes(first)[0])
    assert (codes(clean), clean["summary"]["accepted"]) == ([[]], found)
    book = openpyxl.load_workbook("estate/a.xlsx")
    book.save("estate/c.xlsx")  # another workbook under the name: nothing of it is known
    assert reported("estate/c.xlsx", "--baseline", "accepted.json", code=0)["summary"]


@pytest.mark.parametrize("form", ["console", "json", "csv", "html", "sarif", "junit"])
def test_a_redacted_report_tells_no_figure_and_no_post(folder: Path, form: str) -> None:
    assert run("estate/c.xlsx", "--format", form, "--no-redact", "--output", "told") == 1
    told = Path("told").read_text(encoding="utf-8")
    assert any(secret in told for secret in SECRETS)
    assert run("estate/c.xlsx", "--format", form, "--redact", "--output", "kept") == 1
    kept = Path("kept").read_text(encoding="utf-8")
    assert [secret for secret in SECRETS if secret in kept] == []
    assert "PEN101" in kept


@pytest.mark.parametrize(("form", "redacted"), [("sarif", True), ("junit", True), ("json", False)])
def test_what_goes_to_code_hosts_is_redacted_unless_asked(
    folder: Path, form: str, redacted: bool
) -> None:
    run("estate/c.xlsx", "--format", form, "--output", "out")
    assert ("Chief Executive" not in Path("out").read_text(encoding="utf-8")) is redacted


@pytest.mark.parametrize("ending", ["html", "xlsx", "txt"])
def test_a_summary_of_many(folder: Path, ending: str) -> None:
    assert run("estate", "--summary", f"sums.{ending}", "--output", "out.txt") == 2
    said = Path(f"sums.{ending}")
    if ending == "xlsx":
        book = openpyxl.load_workbook(said)
        text = " ".join(str(c.value) for sheet in book for row in sheet.rows for c in row)
    else:
        text = said.read_text(encoding="utf-8")
    assert "Northmoor Vale NHS Foundation Trust" in text
    assert "PEN101" in text


def test_the_console_ends_with_the_estate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("estate")
    assert "By organisation" in capsys.readouterr().out
    run("estate/a.xlsx")
    assert "By organisation" not in capsys.readouterr().out


def test_a_later_run_goes_on_from_what_was_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = reported("estate", "--resume", code=2)
    assert Path("xl-vsm-run.jsonl").is_file()
    capsys.readouterr()
    assert reported("estate", "--resume", code=2) == first
    assert "3 of 5 workbooks are unchanged since an earlier run" in capsys.readouterr().err
    assert reported("estate", "--journal", "mine.jsonl", code=2) == first
    assert Path("mine.jsonl").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a console, not a process")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_a_valid_report_of_a_part(folder: Path, jobs: str) -> None:
    for number in range(40):
        estate(Path("many") / str(number))
    words = [sys.executable, "-m", "xl_vsm", "check", "many", "--jobs", jobs, "--resume"]
    words += ["--format", "json", "--output", "part.json"]
    # What is started in the background, as tests may be, has Ctrl-C switched off.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    asked = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, preexec_fn=heeding)  # noqa: PLW1509
    kept = Path("xl-vsm-run.jsonl")
    for _ in range(600):  # until something is done
        if kept.is_file() and kept.stat().st_size:
            break
        time.sleep(0.05)
    asked.send_signal(signal.SIGINT)
    _, said = asked.communicate(timeout=60)
    assert asked.returncode == 2
    assert "Traceback" not in said
    report = json.loads(Path("part.json").read_text(encoding="utf-8"))
    done = len(report["workbooks"])
    assert report["interrupted"]
    assert 0 < done < 200
    assert report["summary"]["workbooks"] == done
    assert f"stopped: the report has the {done:,} workbooks checked by then" in said


def test_a_summary_kept_among_the_workbooks_is_passed_over_and_written_anew(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("estate", "--summary", "estate/sums.xlsx", "--output", "out.txt")
    assert (run(*words), run(*words)) == (2, 2)
    assert "sums.xlsx: passed over: made by xl-vsm" in capsys.readouterr().err
    assert "5 workbooks" in Path("out.txt").read_text(encoding="utf-8")


def test_a_workbook_of_two_names_is_one(folder: Path) -> None:
    named = ("estate/a.xlsx", str(Path("estate/a.xlsx").resolve()), "estate/../estate/a.xlsx")
    assert reported(*named, code=0)["summary"]["workbooks"] == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor devices among files")
def test_a_pipe_or_a_device_holds_nobody_up(folder: Path) -> None:
    os.mkfifo("estate/f.xlsx")
    Path("estate/g.xlsx").symlink_to("/dev/zero")
    found = codes(reported("estate", "--journal", "kept", code=2))
    assert [each for each in found if "WBK001" in each] == [["WBK001"], ["WBK001"]]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("form", ["console", "json", "csv", "html"])
def test_a_full_disk_is_said(folder: Path, form: str) -> None:
    words = [sys.executable, "-m", "xl_vsm", "check", "estate/a.xlsx", "--format", form]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert "cannot be written: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_what_is_written_may_be_read_as_the_umask_says(folder: Path) -> None:
    before = os.umask(0o022)
    try:
        run("estate/c.xlsx", "--output", "out.txt", "--annotate", "copies")
    finally:
        os.umask(before)
    modes = [path.stat().st_mode & 0o777 for path in (Path("out.txt"), *Path("copies").iterdir())]
    assert modes == [0o644, 0o644]


def test_each_folder_of_a_run_fails_its_own_tests(folder: Path) -> None:
    estate(Path("other"))
    Path("other/xl-vsm.toml").write_text('fail_on = "never"', encoding="utf-8")
    run("estate/c.xlsx", "other/c.xlsx", "--format", "junit", "--output", "out.xml")
    first, second = Path("out.xml").read_text(encoding="utf-8").split("<testsuite ")[2:]
    assert "<failure" in first
    assert "<failure" not in second


def test_a_pattern_begins_at_the_folder_before_its_first_sign(tmp_path: Path) -> None:
    from xl_vsm.cli.found import top_of  # noqa: PLC0415 - for this test alone

    assert top_of(str(tmp_path / "a" / "**" / "*.xlsx")) == tmp_path / "a"
    assert top_of(str(tmp_path / "a" / "pay*.xlsx")) == tmp_path / "a"
    assert top_of("*.xlsx") == Path()
    assert top_of(str(tmp_path)) == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is in one encoding")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_name_in_no_encoding_stops_no_other_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    good = tmp_path / "good.xlsx"
    good.write_bytes(book())
    for name, data in ((b"n\xff.xlsx", good.read_bytes()), (b"o\xff.xlsx", b"no workbook")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(data)
    words = ["check", str(tmp_path), "--jobs", jobs, "--format", "json", "--fail-on", "never"]
    assert main(words) == 2
    said = json.loads(capsys.readouterr().out)["workbooks"]
    assert {(Path(each["path"]).name, each["complete"]) for each in said} == {
        ("n\N{REPLACEMENT CHARACTER}.xlsx", True),
        ("o\N{REPLACEMENT CHARACTER}.xlsx", False),
        (good.name, True),
    }
