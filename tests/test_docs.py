"""What the documents say is so: their examples run, and the generated pages are fresh."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from xl_vsm.sheets import Layout, read


def test_the_readme_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert result.attempted >= 5
    assert result.failed == 0


def test_the_readme_opens_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert [len(block.splitlines()) for block in blocks[:2]] == [1, 1]
    for block in blocks[:2]:
        script = block.split()[1]
        assert (ROOT / script).is_file()


def test_the_generated_pages_are_fresh(tmp_path: Path) -> None:
    maker = ROOT / "docs" / "make_reference.py"
    code = (
        f"import sys; sys.path.insert(0, {str(maker.parent)!r})\n"
        f"from pathlib import Path; import make_reference as m; m.main(Path({str(tmp_path)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    pages = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert pages
    for page in pages:
        kept = ROOT / "docs" / page.relative_to(tmp_path)
        assert kept.read_bytes() == page.read_bytes(), f"{kept.name}: run docs/make_reference.py"


def test_every_link_in_the_documents_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_layout_in_the_how_to_is_a_layout(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "correct-a-layout.md").read_text(encoding="utf-8")
    (toml,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "pay.toml"
    path.write_text(toml, encoding="utf-8")
    layout = Layout.load(path)
    found = Layout.of(read(ROOT / "workbooks" / "examples" / "trust_board_pay.xlsx"))
    assert layout.tables[0].columns.items() <= found.tables[0].columns.items()
    assert layout.particulars["turnover"] == found.particulars["turnover"]
