"""One run of pytest over the tests that matter here, for whoever wants to go on from inside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.mutation.mutants import ROOT

TESTS: Final = ("tests/rules", "tests/parameters", "tests/udfs", "tests/test_conventions.py")
"""The tests that a mutant has to get past."""

SAME_EACH_TIME: Final = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
"""Few examples, and the same ones in every run; nobody reads the smallest that fails."""

_ARGUMENTS: Final = (
    *("-q", "-s", "-x", "--tb=no", "--no-header", "--no-summary"),
    *("-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin"),
    # it looks through all of the memory, which takes longer than most tests
    *("-p", "no:unraisableexception"),
    # hypothesis is here before pytest could rewrite it, as it is needed to say the above
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


class Session:
    """A plugin: the examples are the same each time, and the tests run as one is told to.

    Args:
        run: what is done with the tests once they are collected; returns nothing.
        order: the tests wanted, first to last; all of them, in their own order, where left out.
        known: every test there is where nothing is changed. Any other is run besides.
    """

    def __init__(
        self,
        run: Callable[[pytest.Session], None],
        order: Sequence[str] | None = None,
        known: Collection[str] = (),
    ) -> None:
        self.run = run
        self.order = order
        self.known = known

    @pytest.hookimpl
    def pytest_configure(self) -> None:
        settings.register_profile("mutation", SAME_EACH_TIME)
        settings.load_profile("mutation")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.order is not None:
            by_name = {item.nodeid: item for item in items}
            wanted = [by_name[name] for name in self.order if name in by_name]
            items[:] = wanted + [item for item in items if item.nodeid not in self.known]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if not session.testsfailed:
            self.run(session)
        return True


def pytest_with(plugin: Session, tests: Iterable[str] = TESTS) -> int:
    """Run pytest with a plugin in this process, and return its exit code."""
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # none is needed, and each takes its time
    return int(pytest.main([*_ARGUMENTS, *tests], plugins=[plugin]))


def first_failure(items: Sequence[pytest.Item]) -> str:
    """Run tests until one fails, and return its name; empty where all pass."""
    for number, item in enumerate(items):
        session = item.session
        following = items[number + 1] if number + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return item.nodeid
    return ""


def be_quiet() -> None:
    """Say nothing from here on: what a failing test has to say interests nobody."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def keep_apart(folder: Path) -> None:
    """Let the temporary folders of tests be made in one of this process's own."""
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
