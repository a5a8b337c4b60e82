"""The pictures of the HTML report, as Chromium shows it. Needs playwright and Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from xl_vsm.findings import Report
from xl_vsm.reports.html import write

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 960, 1_330
CHART = 560
"""How far below its heading the picture of the chart goes: half of it shows what there is."""


def draw(report: Report, folder: Path) -> None:
    """Draw the beginning of the report, and the chart of pay.

    Args:
        report: on a workbook with findings and posts.
        folder: where the pictures go.
    """
    with _shown(report) as page:
        page.screenshot(path=folder / "report-findings.png")
        heading = page.get_by_role("heading", name="Pay beside its range")
        top = heading.evaluate("heading => heading.getBoundingClientRect().top + scrollY")
        clip = {"x": 0, "y": top - 12, "width": WIDTH, "height": CHART}
        page.screenshot(path=folder / "report-chart.png", full_page=True, clip=clip)


@contextmanager
def _shown(report: Report) -> Iterator[Page]:
    # Chromium's sandbox refuses to be run by root, as in most containers.
    unboxed = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        with path.open("w", encoding="utf-8") as out:
            write(report, out)
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS))),
            args=["--disable-dev-shm-usage", *unboxed],
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(path.as_uri())
        yield page
        browser.close()
