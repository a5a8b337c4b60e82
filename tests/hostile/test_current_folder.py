"""Nothing is brought in from the folder where somebody keeps the workbooks they were sent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.attacks import book

PLANTED = ("decimal", "json", "multiprocessing", "pickle", "signal", "struct", "xl_vsm")
AS_INSTALLED = """
import sys
if __name__ == "__main__":
    sys.path.insert(0, {root!r})
    from xl_vsm.cli import main
    sys.exit(main())
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_module_among_the_workbooks_is_never_run(tmp_path: Path, jobs: str) -> None:
    received, elsewhere = tmp_path / "received", tmp_path / "bin"
    received.mkdir()
    elsewhere.mkdir()
    command = elsewhere / "xl-vsm.py"
    command.write_text(AS_INSTALLED.format(root=str(ROOT)), encoding="utf-8")
    for name in PLANTED:
        ran = f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r}); raise ImportError('planted')"
        (received / f"{name}.py").write_text(ran, encoding="utf-8")
    for number in range(3):
        (received / f"{number}.xlsx").write_bytes(book())
    done = subprocess.run(
        [sys.executable, str(command), "check", ".", "--jobs", jobs, "--fail-on", "never"],
        cwd=received,
        env={name: said for name, said in os.environ.items() if name != "PYTHONSAFEPATH"},
        capture_output=True,
        check=False,
    )
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text("utf-8")
    assert done.returncode == 0, done.stderr
    assert b"of 3 workbooks" in done.stdout
