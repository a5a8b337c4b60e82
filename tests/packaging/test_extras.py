"""Each extra brings what its part needs; without it the part says which extra it is."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.old_kinds import ods
from tests.packaging.conftest import Installed
from tests.packaging.visible import closure, show

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="links to packages need leave on Windows"
)


@dataclass(frozen=True)
class Part:
    """What an extra is for, tried in a process that sees the core and, or not, the extra.

    Attributes:
        extra: the extra; empty for the core alone.
        tried: what is run, in Python.
        shown: what that prints with the extra.
        without: what it prints where the extra is not installed.
    """

    extra: str
    tried: str
    shown: str
    without: str


def command(*words: str) -> str:
    return f"import sys; from xl_vsm.cli import main; sys.stderr = sys.stdout; main({[*words]})"


FUNCTIONS = """
import sys
try: import xlwings
except ImportError: print("plain Python:")
from udfs import NHS_PENSION_TIER
print(NHS_PENSION_TIER(50000, "2025-04-01"), "xlwings.main" in sys.modules)
"""
COLUMN = """
import sys
from datetime import date
from decimal import Decimal
try: import pandas
except ImportError: sys.exit(print("no pandas, and so no frame to ask of"))
from xl_vsm.columns import column
from xl_vsm.parameters import Parameters
from xl_vsm.rules import REGISTRY
rule = REGISTRY["contribution_tier"]
frame = pandas.DataFrame({"pensionable_pay": [Decimal(50000), Decimal(90000)]})
print(list(column(rule, frame, Parameters(date(2025, 4, 1)))))
"""
PAGE = """
from xl_vsm.web.app import make_app
from xl_vsm.web.serving import Serving
print("/api/check" in make_app(Serving()).openapi()["paths"])
"""

HOSTED = "import xlwings_server; from udfs import NHS_PENSION_TIER; print(NHS_PENSION_TIER(5))"
SITE = "import furo, myst_parser; from sphinx.application import Sphinx; print(Sphinx.__name__)"
WORD = command("report", "pay-case", "pay.xlsx", "--post", "1011", "--output", "c.docx", "--force")
PARTS = (
    Part("excel", FUNCTIONS, "4 True", "plain Python:\n4 False"),
    Part("columns", COLUMN, "[4, 6]", "no pandas"),
    Part("server", HOSTED, "1", ""),
    Part("dask", command("check", "pay.xlsx", "--scheduler", "x"), "is no address", "xl-vsm[dask]"),
    Part("web", PAGE, "True", ""),
    Part("papers", WORD, "c.docx", 'pip install "xl-vsm[papers]"'),
    Part("xls", command("check", "pay.ods"), "WBK007", 'pip install "xl-vsm[xls]"'),
    Part("docs", SITE, "Sphinx", ""),
)
WITHOUT = (
    *((part.extra, part.tried, part.without) for part in PARTS if part.without),
    ("web", command("serve"), 'pip install "xl-vsm[web]"'),
)
"""What the core alone says."""
MARK = "== next\n"
EACH = f"""
import sys
for tried in sys.argv[1:]:
    print({MARK!r}, end="")
    try: exec(tried, {{}})
    except SystemExit: pass
"""


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory, installed: Installed) -> Path:
    """Where each set of packages is shown; the workbooks that the parts read are there too."""
    examples = ROOT / "workbooks" / "examples"
    shutil.copy(examples / "trust_board_pay.xlsx", installed.elsewhere / "pay.xlsx")
    (installed.elsewhere / "pay.ods").write_bytes(ods())
    folder = tmp_path_factory.mktemp("links")
    show(folder / "core", closure(installed.site))
    return folder


def test_the_core_is_small(installed: Installed) -> None:
    assert len(closure(installed.site)) < 20


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.extra)
def test_an_extra_brings_what_its_part_needs(part: Part, installed: Installed, links: Path) -> None:
    seen = show(links / part.extra, closure(installed.site, part.extra))
    done = installed.run("python", "-W", "error", "-c", part.tried, packages=seen)
    assert part.shown in done.stdout + done.stderr


def test_without_it_the_part_says_what_to_install(installed: Installed, links: Path) -> None:
    # One process for them all: none of them may bring in what another needs.
    tried = [tried for _, tried, _ in WITHOUT]
    done = installed.run("python", "-c", EACH, *tried, packages=links / "core")
    told = done.stdout.split(MARK)[1:]
    assert done.stderr == ""
    assert len(told) == len(WITHOUT)
    for (extra, _, said), shown in zip(WITHOUT, told, strict=True):
        assert said in shown, extra
