"""Which tests are slow, and which take long: tests/README.md says who runs them, and when.

A slow one starts a program: a browser, an office, a server, Node. One that takes long makes an
environment or a site, boots another system's Python, starts a cluster, or waits for limits to pass.
Slow ones are begun first, so that no worker is left with one at the end. A folder, a file or one
test is named as pytest names it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SLOW = (
    "tests/batch/test_executors.py",
    "tests/batch/test_journal.py",
    "tests/batch/test_run.py",
    "tests/batch/test_thousand.py",
    "tests/ci_parts",
    "tests/cli/test_check_many.py",
    "tests/cli/test_report.py",
    "tests/cli/test_start.py",
    "tests/hostile/test_apart.py",
    "tests/hostile/test_cases.py",
    "tests/hostile/test_time.py",
    "tests/hosts/test_lite_main.py",
    "tests/hosts/test_lite_texts.py",
    "tests/hosts/test_parity_com.py",
    "tests/hosts/test_parity_server.py",
    "tests/hosts/test_server.py",
    "tests/hosts/test_server_set_up.py",
    "tests/hosts/test_server_sheet.py",
    "tests/install/classic/test_workbooks.py",
    "tests/open_book/test_examples.py",
    "tests/open_book/test_findings_sheet.py",
    "tests/open_book/test_marks.py",
    "tests/open_book/test_script.py",
    "tests/packaging",
    "tests/reports/annotated/test_corpus.py",
    "tests/reports/annotated/test_inert.py",
    "tests/reports/html/test_accessible.py",
    "tests/reports/html/test_chart.py",
    "tests/reports/html/test_in_a_browser.py",
    "tests/reports/html/test_policy.py",
    "tests/story",
    "tests/test_benchmarks.py",
    "tests/test_side_by_side.py",
    "tests/web",
)
LONG = (
    # real schedulers and workers of Dask, which are killed
    "tests/batch/test_cluster.py",
    "tests/batch/test_cluster_refused.py",
    # Sphinx reads every page
    "tests/docs/test_site.py",
    # Python as WebAssembly is booted, with every package; the same calls go to the other hosts
    "tests/hosts/test_lite.py",
    "tests/hosts/test_lite_core.py",
    "tests/hosts/test_parity_lite.py",
    # a set-up as on a finance PC, and an index asked for every package for Windows
    "tests/install/finance_pc/test_for_real.py",
    "tests/install/finance_pc/test_wheelhouse.py::test_the_index_has_every_package_for_windows",
    # what a page says is done in a copy of the whole project
    "tests/install/test_add_a_rule.py",
    # the wheel in an environment of its own, alone and with each extra's packages
    "tests/packaging/test_extras.py",
    "tests/packaging/test_wheel.py",
    # Microsoft's Open XML SDK, which is .NET as WebAssembly, judges what is written
    "tests/reports/annotated/test_schemas.py",
    "tests/template/test_schemas.py",
    # schemathesis asks whatever the description allows; other tests of the API ask what matters
    "tests/web/api/test_openapi.py::test_it_answers_as_it_says",
    # limits of seconds pass, processes are killed and traced
    "tests/web/hostile/test_nothing_kept.py",
    "tests/web/hostile/test_slow_clients.py",
    "tests/web/hostile/test_work.py",
)


def mark_slow(items: list[pytest.Item]) -> None:
    """Mark the slow tests and put them first, in their own order; what takes long is slow too.

    Raises:
        pytest.UsageError: something is named that is not there.
    """
    gone = [each for each in (*SLOW, *LONG) if not (ROOT / each.partition("::")[0]).exists()]
    if gone:
        raise pytest.UsageError(f"tests/slow.py names what is not there: {', '.join(gone)}")
    for item in items:
        long = _is_named(item.nodeid, LONG)
        if long:
            item.add_marker(pytest.mark.long)
        if long or item.get_closest_marker("libreoffice") or _is_named(item.nodeid, SLOW):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def _is_named(test: str, names: tuple[str, ...]) -> bool:
    return any(test == each or test.startswith((f"{each}/", f"{each}::")) for each in names)
