from __future__ import annotations

from pathlib import Path

import pytest
from finance_pc.download import VERSIONS, fill
from finance_pc.pins import for_windows, read_pins
from finance_pc.source import SUMS, Source, check_sums, sha256
from finance_pc.stopped import Stopped

from tests.conftest import ROOT
from tests.install.finance_pc.conftest import Pc, Pretended

PINS = """\
# a comment
appscript==1.5.0 ; sys_platform == 'darwin' \\
    --hash=sha256:aa
    # via xlwings
pywin32==312 ; sys_platform == 'win32' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via xlwings
tomli==2.0 ; python_full_version < '3.12' \\
    --hash=sha256:dd
xlwings==0.37.8 \\
    --hash=sha256:ee
"""


def made(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a-1-py3-none-any.whl").write_bytes(b"a package")
    (folder / "xl_vsm-2026.1-py3-none-any.whl").write_bytes(b"the project")
    sums = [f"{sha256(path)}  {path.name}\n" for path in folder.iterdir()]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")
    return folder


def test_the_pins_are_those_of_windows_wherever_this_runs() -> None:
    older = for_windows(read_pins(PINS), "3.11")
    assert [pin.requirement for pin in older] == ["pywin32==312", "tomli==2.0", "xlwings==0.37.8"]
    later = for_windows(read_pins(PINS), "3.14")
    assert later[0].stem == "pywin32-312"
    assert str(later[0]) == "pywin32==312 --hash=sha256:bb --hash=sha256:cc"
    assert [pin.requirement for pin in later] == ["pywin32==312", "xlwings==0.37.8"]


def test_the_projects_own_pins_are_all_read() -> None:
    text = Source(ROOT).pins.read_text(encoding="utf-8")
    pins = list(read_pins(text))
    assert len(pins) == text.count("==") - text.count(" == ")
    assert sum(len(pin.digests) for pin in pins) == text.count("--hash=")
    assert all(pin.digests for pin in pins)
    assert "pywin32" in {pin.requirement.split("==")[0] for pin in for_windows(iter(pins), "3.12")}


def test_a_wheelhouse_is_used_and_the_index_is_not(pc: Pc, tmp_path: Path) -> None:
    folder = made(tmp_path / "wheelhouse")
    assert pc.set_up("--wheelhouse", str(folder)) == 0
    for asked in pc.runner.asked[1:3]:
        assert asked[asked.index("--find-links") + 1] == str(folder)
        assert "--no-index" in asked
    assert pc.runner.asked[2][-1] == "xl-vsm==2026.1"


@pytest.mark.parametrize("fault", ["changed", "missing", "more", "no list"])
def test_a_damaged_wheelhouse_is_refused(
    fault: str, pc: Pc, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(tmp_path / "wheelhouse")
    package = folder / "a-1-py3-none-any.whl"
    if fault == "changed":
        package.write_bytes(b"another package")
    elif fault == "missing":
        package.unlink()
    elif fault == "more":
        (folder / "b-1-py3-none-any.whl").write_bytes(b"slipped in")
    else:
        (folder / SUMS).unlink()
    assert pc.set_up("--wheelhouse", str(folder)) == 7
    out = capsys.readouterr().out
    assert ("has no SHA256SUMS" if fault == "no list" else "-1-py3-none-any.whl") in out
    assert pc.runner.asked == []


def test_the_approved_wheelhouse_is_taken_and_its_digest_told(
    pc: Pc, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(tmp_path / "wheelhouse")
    digest = sha256(folder / SUMS)
    assert pc.set_up("--wheelhouse", str(folder), "--digest", digest.upper()) == 0
    assert digest in capsys.readouterr().out
    assert digest in pc.places.log.read_text(encoding="utf-8")


def test_a_whole_wheelhouse_that_nobody_approved_is_refused(
    pc: Pc, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approved = sha256(made(tmp_path / "approved") / SUMS)
    other = tmp_path / "other"
    other.mkdir()
    (other / "xl_vsm-2026.1-py3-none-any.whl").write_bytes(b"another project")
    sums = f"{sha256(next(other.iterdir()))}  xl_vsm-2026.1-py3-none-any.whl\n"
    (other / SUMS).write_text(sums, encoding="utf-8")
    check_sums(other)
    assert pc.set_up("--wheelhouse", str(other), "--digest", approved) == 7
    assert "is not the one that was approved" in capsys.readouterr().out
    assert pc.runner.asked == []


def test_a_digest_without_a_wheelhouse_is_refused(pc: Pc) -> None:
    assert pc.set_up("--digest", "00") == 7
    assert pc.runner.asked == []


def test_a_folder_with_other_files_is_not_emptied(pc: Pc, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"theirs")
    with pytest.raises(Stopped, match="holds other files already"):
        fill(tmp_path, Source(pc.root), ["3.12"], pc.runner)
    assert (tmp_path / "thesis.docx").exists()


def test_a_package_that_cannot_be_had_is_told(pc: Pc, tmp_path: Path) -> None:
    with pytest.raises(Stopped, match=r"packages for Python 3\.12 could not be had") as caught:
        fill(tmp_path / "new", Source(pc.root), ["3.12"], Pretended(failing="download"))
    assert "It did not work." in str(caught.value)


def test_the_index_has_every_package_for_windows(tmp_path: Path) -> None:
    """Downloads them all: the pins, their digests and the versions of Python hold together."""
    folder = tmp_path / "wheelhouse"
    number = fill(folder, Source(ROOT), list(VERSIONS))
    check_sums(folder)
    names = [path.name for path in folder.glob("*.whl")]
    assert len(names) == number
    for version in VERSIONS:
        tag = f"cp{version.replace('.', '')}-win_amd64.whl"
        compiled = {name.split("-")[0] for name in names if name.endswith(tag)}
        assert compiled == {"markupsafe", "pydantic_core", "pywin32", "xlwings"}
    plain = [name for name in names if not name.endswith("win_amd64.whl")]
    assert all(name.endswith("-none-any.whl") for name in plain)
    assert [name for name in plain if name.startswith("xl_vsm-")] != []
