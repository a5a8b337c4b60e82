"""The script that makes the texts to paste into xlwings Lite, as a module."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

from tests.conftest import ROOT

LITE = ROOT / "install" / "lite"


@cache
def make_lite() -> ModuleType:
    """Load `install/lite/make_lite.py`, which is no part of a package."""
    spec = spec_from_file_location("make_lite", LITE / "make_lite.py")
    assert spec is not None
    assert spec.loader is not None
    path = list(sys.path)
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = path  # the script puts its neighbours there
    return module
