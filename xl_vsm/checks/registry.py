"""Every check, found by walking the folders in order: a new file is a new check."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from xl_vsm.checks.check import CHECKS, WHOLE_CHECKS, Check, PostCheck, WholeCheck
from xl_vsm.checks.troubles import TROUBLES

AT_ONCE = "at_once"
"""The one folder that holds no checks."""


@cache
def load() -> None:
    """Import every module below this folder, so that every check is known."""
    here = Path(__file__).parent
    for path in sorted(here.glob("*/*.py")):
        if path.stem != "__init__" and path.parent.name != AT_ONCE:
            import_module(f"xl_vsm.checks.{path.parent.name}.{path.stem}")


def post_checks() -> list[PostCheck]:
    """Return the checks of one post, by code."""
    load()
    return [CHECKS[code] for code in sorted(CHECKS)]


def whole_checks() -> list[WholeCheck]:
    """Return the checks of a whole workbook, by code."""
    load()
    return [WHOLE_CHECKS[code] for code in sorted(WHOLE_CHECKS)]


def all_checks() -> list[Check]:
    """Return every check, by code."""
    return sorted([*post_checks(), *whole_checks()], key=lambda check: check.code)


@cache
def what_codes_hold() -> Mapping[str, str]:
    """Return what each code of a finding holds to be true, or means, in one line."""
    checks = {each.code: each.doc for each in all_checks()}
    troubles = {each.code: each.doc for each in TROUBLES}
    return {
        code: doc.partition("\n\n")[0].replace("\n", " ")
        for code, doc in (checks | troubles).items()
    }
