"""Which tests are slow: they start a browser, an office, a server, Node or a cluster, or fetch.

`pytest -m "not slow"` leaves them out. They are begun first where all are run, so that no worker is
left with a long one at the end. A folder, a file or one test is named as pytest names it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SLOW = (
    "tests/batch/test_cluster.py",
    "tests/batch/test_cluster_refused.py",
    "tests/batch/test_executors.py",
    "tests/batch/test_journal.py",
    "tests/batch/test_run.py",
    "tests/batch/test_thousand.py",
    "tests/ci_parts",
    "tests/cli/test_check_many.py",
    "tests/cli/test_report.py",
    "tests/cli/test_start.py",
    "tests/docs/test_site.py",
    "tests/hosts/test_lite.py",
    "tests/hosts/test_lite_core.py",
    "tests/hosts/test_lite_main.py",
    "tests/hosts/test_lite_texts.py",
    "tests/hosts/test_parity_com.py",
    "tests/hosts/test_parity_lite.py",
    "tests/hosts/test_parity_server.py",
    "tests/hosts/test_server.py",
    "tests/hosts/test_server_sheet.py",
    "tests/install/classic/test_workbooks.py",
    "tests/install/finance_pc/test_for_real.py",
    "tests/install/test_add_a_rule.py",
    "tests/install/finance_pc/test_wheelhouse.py::test_the_index_has_every_package_for_windows",
    "tests/open_book/test_examples.py",
    "tests/open_book/test_findings_sheet.py",
    "tests/open_book/test_marks.py",
    "tests/open_book/test_script.py",
    "tests/packaging",
    "tests/reports/annotated/test_corpus.py",
    "tests/reports/annotated/test_inert.py",
    "tests/reports/annotated/test_schemas.py",
    "tests/reports/html/test_accessible.py",
    "tests/reports/html/test_chart.py",
    "tests/reports/html/test_in_a_browser.py",
    "tests/reports/html/test_policy.py",
    "tests/story",
    "tests/template/test_schemas.py",
    "tests/test_benchmarks.py",
    "tests/test_side_by_side.py",
    "tests/web",
)


def mark_slow(items: list[pytest.Item]) -> None:
    """Mark the slow tests and put them first, in their own order.

    Raises:
        pytest.UsageError: something is named that is not there.
    """
    gone = [each for each in SLOW if not (ROOT / each.partition("::")[0]).exists()]
    if gone:
        raise pytest.UsageError(f"tests/slow.py names what is not there: {', '.join(gone)}")
    for item in items:
        if item.get_closest_marker("libreoffice") or _is_named(item.nodeid):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def _is_named(test: str) -> bool:
    return any(test == each or test.startswith((f"{each}/", f"{each}::")) for each in SLOW)
