"""The set-up as it is, but for Windows: a real environment, the real packages, the real check."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.diagnosis.machines import windows_environ
from xl_vsm.diagnosis.places import Places
from xl_vsm.parameters.own import VARIABLE


def run(profile: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # Whatever tells pip of a mirror stays; figures loaded on this machine do not count.
    ours = {name: value for name, value in os.environ.items() if name != VARIABLE}
    environ = {**ours, **windows_environ(profile)}
    script = ROOT / "install" / "finance-pc" / "set_up.py"
    return subprocess.run(
        [sys.executable, "-I", str(script), *words],
        check=False,
        capture_output=True,
        text=True,
        env=environ,
        cwd=profile,
    )


def test_set_up_answer_and_remove(tmp_path: Path) -> None:
    environ = windows_environ(tmp_path)
    for name in ("LOCALAPPDATA", "APPDATA"):
        Path(environ[name]).mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ok                   The functions answer" in done.stdout
    places = Places.of(environ)
    assert (places.environment / "pyvenv.cfg").is_file()
    assert places.add_in.read_bytes() == (ROOT / "install/classic/xl_vsm.xlam").read_bytes()
    gone = run(tmp_path, "--uninstall")
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert sorted(tmp_path.rglob("*")) == before
