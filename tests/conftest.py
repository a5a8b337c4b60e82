"""What every test may rely on."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.slow import mark_slow
from xl_vsm.parameters import in_use
from xl_vsm.parameters.own import VARIABLE

settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile("long", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

ROOT = Path(__file__).parent.parent
NUMBERS = count()


@pytest.fixture(autouse=True)
def rates_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep each test from the figures that somebody has loaded on this machine.

    Returns:
        The folder that stands in for theirs. It is not there yet.
    """
    folder = tmp_path_factory.getbasetemp() / "rates" / str(next(NUMBERS))
    monkeypatch.setenv(VARIABLE, str(folder))
    forget_figures()
    return folder


def forget_figures() -> None:
    """Let the figures be read anew, as when a program is started again."""
    in_use.cache_clear()
    view = sys.modules.get("xl_vsm.excel.view")
    if view is not None:  # only some tests need it, and bringing it in is slow
        view._figures.cache_clear()


def pytest_collection() -> None:
    """Look for nothing to throw away while what is collected is kept: a third of the time."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for it again, but not among what stays until the end."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)  # before slow ones are left out by -m
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which tests are slow; leave out, with the reason, what needs a program not here."""
    mark_slow(items)
    if shutil.which("soffice"):
        return
    skip = pytest.mark.skip(reason="LibreOffice's soffice is not on the path")
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(skip)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that may not skip anything, and did."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("XL_VSM_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
