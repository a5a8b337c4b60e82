"""The page that says what each folder is for, and which part may know of which."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from making.markdown import GENERATED, code, page, sentence, table

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = "xl_vsm"
HEAD = """\
# Where things are

What each folder is for, in a line. Those of the package say it themselves, in the first line of
their `__init__.py`; a test holds that no folder is left out.

A part may bring in what stands below it in the list of layers, and nothing that stands above or
beside it; `lint-imports` holds them to it. What was decided, and why, is under
[decisions](../decisions/README.md). A new rule begins with [its page](../how-to/add-a-rule.md).
"""
FOLDERS: Final = {
    "xl_vsm": "the package: all that is installed",
    "udfs": "the worksheet functions, as Excel on Windows and a server look for them",
    "workbooks": "workbooks to try, what makes them, and messy ones as people keep them",
    "tests": "the tests, in folders named as what they test; `tests/slow.py` has the slow ones",
    "install": "setting up: trying it, testing, a finance PC, servers, locks and licences",
    "docs": "these pages, and what makes those that are generated",
    "benchmarks": "how long things take, each beside the least that it could be",
    ".ci": "what CI runs",
    ".github": "the same for a hosted service",
}
BESIDE: Final = {
    "benchmarks/side_by_side": "the same check written with other libraries, and timed beside ours",
    "docs/decisions": "what was decided, and why",
    "docs/explanation": "why things are as they are, and how quick they are",
    "docs/how-to": "one thing to do, a page",
    "docs/images": "pictures, drawn by `docs/make_pictures.py`",
    "docs/making": "what the generated pages are made by",
    "docs/reference": "pages to look things up in, generated from the code",
    "docs/site": "how the site looks",
    "docs/start": "ten minutes to begin with, for each of three users",
    "install/ci": "actions and jobs that put the check into other people's CI",
    "install/classic": "the add-in and the workbook for Excel on Windows",
    "install/finance-pc": "setting up a finance PC without an administrator",
    "install/lite": "the project for xlwings Lite",
    "install/nhsuk": "how the NHS design system's files are taken over",
    "install/server": "the project for xlwings Server",
    "install/skeletons": "what a new rule is begun from",
    "install/web": "serving the upload page: a proxy, a sign-in, a service",
    "workbooks/examples": "four workbooks, one with fifteen planted faults",
    "workbooks/making": "what writes them",
    "workbooks/messy": "workbooks laid out in every way that people lay them out",
}
INSIDE: Final = {
    "xl_vsm/parameters/data": "the figures: one TOML file for each series, and the documents",
    "xl_vsm/web/templates": "the pages' HTML",
    "xl_vsm/web/static": "their style, their one script, and the NHS design system's own files",
    "xl_vsm/reports/html/templates": "the report's HTML",
    "xl_vsm/reports/html/assets": "the report's style and script, which are put into the page",
}


def house_page() -> str:
    """Return the page."""
    lines = [GENERATED.format(what="docs/making/house_page.py or a package's own first line"), HEAD]
    lines += ["## The top", ""]
    lines += table(("folder", "what it is for"), ((code(n), s) for n, s in FOLDERS.items()))
    lines += ["## The layers, from the top", "", *_layers(), ""]
    lines += ["## Beside the package", ""]
    lines += table(("folder", "what it is for"), ((code(n), s) for n, s in BESIDE.items()))
    lines += ["## The package", ""]
    lines += table(("folder", "what it is for"), _packages())
    return page(lines)


def folders() -> Iterator[str]:
    """Give the folders of the package, as paths from the root."""
    for path in sorted((ROOT / PACKAGE).rglob("*")):
        if path.is_dir() and path.name != "__pycache__" and any(map(Path.is_file, path.iterdir())):
            yield path.relative_to(ROOT).as_posix()


def purpose(folder: str) -> str:
    """Return what a folder of the package is for; empty where nobody says it."""
    init = ROOT / folder / "__init__.py"
    if not init.is_file():
        near = (named for named in INSIDE if folder == named or folder.startswith(f"{named}/"))
        return INSIDE.get(next(near, ""), "")
    said = ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0]


def _packages() -> Iterator[tuple[str, str]]:
    for folder in folders():
        if folder in INSIDE or (ROOT / folder / "__init__.py").is_file():
            yield code(folder), sentence(purpose(folder))


def _layers() -> Iterator[str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    for number, layer in enumerate(layers, start=1):
        parts = (part.strip(" ()") for part in layer.split(":"))
        yield f"{number}. {', '.join(code(part) for part in parts)}"
