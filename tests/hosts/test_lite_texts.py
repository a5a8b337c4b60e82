"""The texts to paste into xlwings Lite are up to date, and made as they should be."""

from __future__ import annotations

import ast
import base64
import io
import json
import re
import sys
import tarfile
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import udfs
from tests.conftest import ROOT
from tests.hosts.pyodide.running import own_wheel
from tests.hosts.pyodide.set_up import HERE, PYODIDE, missing
from tests.hosts.pyodide.texts import LITE, make_lite
from tests.loading.filled import as_csv, document, lines
from xl_vsm.loading import load_pay_ranges
from xl_vsm.release import VERSION

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
URL = "https://pay.example.nhs.uk"


@pytest.fixture
def own_figures(tmp_path: Path) -> Path:
    folder = tmp_path / "rates"
    table = as_csv(tmp_path / "ranges.csv", lines())
    load_pay_ranges(table, document(), folder, date(2025, 7, 1))
    return folder


def make(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setattr(make_lite(), "set_up", lambda *_: sys.executable)
    monkeypatch.setattr(sys, "argv", ["make_lite.py", *words])
    assert make_lite().main() == 0


def constant(main: str, name: str) -> object:
    """Return what main.py says a constant is."""
    for node in ast.parse(main).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                return ast.literal_eval(value)
            case ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value) if (
                found == name
            ):
                return ast.literal_eval(value)
    raise AssertionError(f"main.py has no {name}")


def test_the_list_in_the_project_names_this_release() -> None:
    (xlwings,) = PROJECT["optional-dependencies"]["excel"]
    text = (LITE / "requirements.txt").read_text(encoding="utf-8")
    assert text == f"{xlwings}\n{URL}/xl_vsm-{VERSION}-py3-none-any.whl\n"
    assert text == make_lite().requirements_text(own_wheel().name, f"{URL}/")


def test_the_main_in_the_project_holds_neither_figures_nor_package() -> None:
    main = (LITE / "main.py").read_text(encoding="utf-8")
    assert constant(main, "OWN_FIGURES") == {}
    assert constant(main, "PACKAGE") == ""
    assert make_lite().main_text({}, "") == main


def test_with_an_address_the_wheel_is_beside_the_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_figures: Path
) -> None:
    out = tmp_path / "out"
    make(monkeypatch, "--url", URL, "--rates", str(own_figures), "--output", str(out))
    assert sorted(path.name for path in out.iterdir()) == [
        "main.py",
        "requirements.txt",
        own_wheel().name,
    ]
    main = (out / "main.py").read_text(encoding="utf-8")
    assert constant(main, "PACKAGE") == ""
    assert constant(main, "OWN_FIGURES") == {
        path.name: path.read_text(encoding="utf-8") for path in own_figures.glob("*.toml")
    }


def test_without_an_address_everything_is_in_main(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(monkeypatch, "--output", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["main.py", "requirements.txt"]
    main = (tmp_path / "main.py").read_text(encoding="utf-8")
    assert max(map(len, main.splitlines())) <= 100
    packed = base64.b64decode(str(constant(main, "PACKAGE")))
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        names = tar.getnames()
    assert {"udfs/pension.py", "xl_vsm/parameters/data/sources.toml"} <= set(names)
    needed = (tmp_path / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert needed == [*PROJECT["optional-dependencies"]["excel"], "pydantic"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--url", "http://pay.example.nhs.uk"], "must begin with https"),
        (["--rates", "nothing-here"], "no figures"),
    ],
)
def test_what_cannot_be_is_said(
    words: list[str],
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        make(monkeypatch, *words, "--output", str(tmp_path / "out"))
    assert left.value.code == 2
    assert why in capsys.readouterr().err


def test_figures_with_a_fault_are_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_figures: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (own_figures / "pay-ranges.toml").write_text("schema = 1\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        make(monkeypatch, "--rates", str(own_figures), "--output", str(tmp_path / "out"))
    assert "cannot be used" in capsys.readouterr().err


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_what_pyodide_brings_itself_is_new_enough() -> None:
    # There the version cannot be chosen: what Pyodide has is what Lite installs.
    brought = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    needed = {each.name: each for each in map(Requirement, PROJECT["dependencies"])}
    both = sorted(needed.keys() & brought.keys())
    assert "pydantic" in both
    for name in both:
        assert needed[name].specifier.contains(brought[name]["version"]), name


def test_the_wheels_of_the_tests_are_those_that_people_get() -> None:
    pinned = (HERE / "wheels.txt").read_text(encoding="utf-8")
    locked = (ROOT / "install" / "requirements-dev.txt").read_text(encoding="utf-8")
    ours = [line.split()[0] for line in pinned.splitlines() if "==" in line]
    assert len(ours) > 10
    for pin in ours:
        assert pin in locked or pin.startswith("micropip=="), pin


def test_the_page_shows_these_texts_and_its_example_is_so() -> None:
    page = (ROOT / "docs" / "how-to" / "excel-with-xlwings-lite.md").read_text(encoding="utf-8")
    assert f"```text\n{(LITE / 'requirements.txt').read_text(encoding='utf-8')}```" in page
    example = re.search(
        r"must show (\d).*?=(\w+)\((\d+), DATE\((\d+),(\d+),(\d+)\)\)", page, re.DOTALL
    )
    assert example is not None
    shown, function, pay, *day = example.groups()
    assert getattr(udfs, function)(int(pay), date(*map(int, day))) == int(shown)
