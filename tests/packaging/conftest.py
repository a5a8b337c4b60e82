"""The package as a user has it: built, installed in an environment of its own, elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from xl_vsm.parameters.own import VARIABLE

PATIENCE = 120
PIP = (sys.executable, "-I", "-m", "pip", "--disable-pip-version-check", "--quiet")


@dataclass(frozen=True)
class Installed:
    """An environment that has the package, from its wheel, and nothing else.

    Attributes:
        folder: the environment.
        elsewhere: a folder outside the project, in which everything is run.
    """

    folder: Path
    elsewhere: Path

    @property
    def commands(self) -> Path:
        """Where its Python and its commands are."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def site(self) -> Path:
        """Where its packages are."""
        return Path(sysconfig.get_path("purelib", vars={"base": str(self.folder)}))

    def environ(self, packages: Path | None) -> dict[str, str]:
        """Return the variables of a process that sees these packages besides.

        What the tests measure coverage with is not among them, so nothing may start it.
        """
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("COV", "PYTHON"))}
        kept[VARIABLE] = str(self.elsewhere / "rates")
        return kept | ({"PYTHONPATH": str(packages)} if packages else {})

    def run(self, *words: str, packages: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run one of its commands, and return how it ended."""
        name, *rest = words
        return subprocess.run(
            [str(self.commands / name), *rest],
            cwd=self.elsewhere,
            env=self.environ(packages),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def build(source: Path, folder: Path, *kinds: str) -> None:
    """Build the package into a folder, without any network."""
    words = [word for kind in kinds for word in ("-t", kind)]
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder), *words],
        cwd=source,
        check=True,
        capture_output=True,
    )


def once(base: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that one of pytest's workers makes, for which the others wait.

    Args:
        base: this worker's folder for temporary files, which lies beside the others'.
        name: the folder's.
        make: fills it.
    """
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    done = folder.with_suffix(".made")
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            assert time.monotonic() < end, f"the worker that makes {name} has failed"
            time.sleep(0.1)
    else:
        make(folder)
        done.touch()
    return folder


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The wheel, as `.whl`, and the source archive, as `.gz`."""
    folder = once(
        tmp_path_factory.getbasetemp(), "built", lambda to: build(ROOT, to, "sdist", "wheel")
    )
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="session")
def installed(files: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own."""

    def make(folder: Path) -> None:
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        python = str(Installed(folder, folder).commands / "python")
        into = ["--python", python, "install", "--no-deps", "--no-index", "--no-compile"]
        subprocess.run([*PIP, *into, str(files[".whl"])], check=True)

    folder = once(tmp_path_factory.getbasetemp(), "environment", make)
    return Installed(folder, tmp_path_factory.mktemp("elsewhere"))
