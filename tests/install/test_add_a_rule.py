"""The page on adding a rule, followed to the letter in a copy of the project."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.blocks import blocks

sys.path.insert(0, str(ROOT / "install"))

import new_rule
from skeletons.left import TO_FILL, left
from skeletons.pieces import Asked, Piece, pieces

PAGE = ROOT / "docs" / "how-to" / "add-a-rule.md"
COPIED = ("docs", "install", "tests", "udfs", "workbooks", "xl_vsm")
BESIDES = ("CHANGELOG.md", "README.md", "pyproject.toml")
OF_THE_RULE = "london or LONDON or PAY106 or left_to_fill or every_rule_has or every_function"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, without what git does not keep."""
    copy = tmp_path_factory.mktemp("clone") / "xl_vsm"
    for name in COPIED:
        passed_over = shutil.ignore_patterns("__pycache__", "node_modules", "images")
        shutil.copytree(ROOT / name, copy / name, ignore=passed_over)
    for name in BESIDES:
        shutil.copy(ROOT / name, copy / name)
    return copy


def runs(tree: Path, command: str, **besides: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the page by this Python, on what is in the copy."""
    words = shlex.split(command)
    assert words[0] == "python"
    # What is run of the copy is not to be counted as run of the project.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment = {**kept, "PYTHONPATH": str(tree), "PYTHONUTF8": "1", **besides}
    return subprocess.run(
        [sys.executable, *words[1:]],
        cwd=tree,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def commands() -> list[str]:
    """Return the lines of the page that begin with python."""
    shown = [line for each in blocks(PAGE) if each.language == "sh" for line in each.commands()]
    return [line for line in shown if line.startswith("python ") and " pip " not in line]


def filled_in() -> Iterator[tuple[str, str]]:
    """Give each file that the page shows, with what it shows of it, in order."""
    path = ""
    text = PAGE.read_text(encoding="utf-8")
    for named, language, block in re.findall(
        r"^\*\*`([^`]+)`\*\*|^```(\w+)\n(.*?)^```", text, re.M | re.S
    ):
        path = named or path
        if not named and language != "sh":
            yield path, block


def asked_for(tree: Path, *words: str) -> Asked:
    """Return what is asked of a copy."""
    return new_rule.asked_for(new_rule.command_line().parse_args(words), tree)


def fill_in(tree: Path, to_fill: list[Piece]) -> None:
    """Put what the page shows in the place of each skeleton."""
    for path, block in filled_in():
        piece = next(each for each in to_fill if each.path == path)
        to_fill.remove(piece)
        file = tree / path
        if piece.place is None:
            whole = block
        else:
            held, was = file.read_text(encoding="utf-8"), piece.text.strip("\n")
            assert held.count(was) == 1, path
            whole = held.replace(was, block.strip("\n"))
        file.write_text(whole, encoding="utf-8")


def test_the_page_adds_a_rule_that_works(tree: Path) -> None:
    writes, finishes, *explains = commands()
    written = list(pieces(asked_for(tree, *shlex.split(writes)[2:])))
    to_fill = [each for each in written if TO_FILL.search(each.text)]
    skeleton = runs(tree, writes)
    assert skeleton.returncode == 0, skeleton.stderr
    assert skeleton.stdout.splitlines() == left(tree)
    assert runs(tree, finishes).returncode == 1, "nothing is filled in yet"

    fill_in(tree, to_fill)
    assert (to_fill, left(tree)) == ([], [])
    done = runs(tree, finishes, PYTEST_ADDOPTS=f"-p no:cacheprovider -k '{OF_THE_RULE}'")
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(re.findall(r"(\d+) passed", done.stdout)[0]) > 30

    function, check = (runs(tree, each).stdout for each in explains)
    assert "spills £ a year and status" in function
    assert "5% of nothing" in function
    assert "london-weighting-mismatch" in check
    for page, anchor in (("functions", "vsm_london_weighting"), ("checks", "pay106")):
        text = (tree / "docs" / "reference" / f"{page}.md").read_text(encoding="utf-8")
        assert f'<a id="{anchor}">' in text
    code = " ".join({each.path for each in written if each.path.endswith(".py")})
    for tidy in ("check", "format --check"):
        found = runs(tree, f"python -m ruff {tidy} -q {code}")
        assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("a_rule --topic pay --source x --check PAY101 a-fault", "PAY101 is taken"),
        ("a_rule --topic pay --source x --check PAY1 a-fault", "code is 'PAY1'"),
        ("A-Rule --topic pay --source x", "name is 'A-Rule'"),
        ("a_rule --topic pay --source x --letter Q", "letter is 'Q'"),
        ("position --topic pay --source x --table pay-ranges", "position.py is there already"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    tree: Path, words: str, says: str
) -> None:
    before = left(tree)
    with pytest.raises(SystemExit, match=re.escape(says)):
        new_rule.write(asked_for(tree, *words.split()))
    assert left(tree) == before


def test_a_rule_by_figures_that_there_are_without_a_check_or_a_function(tree: Path) -> None:
    words = "a_rule --topic premia --source vsm-framework --table pay-ranges --letter N"
    written = {each.path: each.text for each in pieces(asked_for(tree, *words.split()))}
    assert list(written) == [
        "xl_vsm/rules/premia/__init__.py",
        "xl_vsm/rules/premia/a_rule.py",
        "xl_vsm/rules/__init__.py",
        "tests/rules/examples.py",
        "tests/golden/rules/a_rule.csv",
        "docs/making/statements.toml",
        "CHANGELOG.md",
    ]
    assert 'carried_by = ["rule:a_rule", "figures:pay-ranges"]' in "".join(written.values())


def test_the_example_is_no_part_of_the_package() -> None:
    assert not (ROOT / "xl_vsm" / "parameters" / "data" / "london-weighting.toml").exists()
