"""The set-up and the add-in that it puts in place fit together."""

from __future__ import annotations

import re
from zipfile import ZipFile

from finance_pc.source import Source

from tests.conftest import ROOT
from tests.install.classic.vba_by_oletools import modules_in
from xl_vsm.diagnosis.places import INTERPRETER, PROJECT

SOURCE = Source(ROOT)


def macros() -> str:
    return "\n".join(modules_in(SOURCE.add_in).values())


def test_the_macros_are_of_the_pinned_version() -> None:
    assert f'XLWINGS_VERSION As String = "{SOURCE.xlwings}"' in macros()
    libraries = set(re.findall(r"xlwings(?:64|32)-([\d.]+)\.dll", macros()))
    assert libraries == {SOURCE.xlwings}


def test_the_macros_read_the_settings_that_are_written() -> None:
    assert f'PROJECT_NAME As String = "{PROJECT}"' in macros()
    assert f'GetConfig("{INTERPRETER}"' in macros()
    # The variable in the value is filled in by this.
    assert "ExpandEnvironmentStrings(GetConfig)" in macros()


def test_no_setting_in_the_add_in_goes_before_them() -> None:
    with ZipFile(SOURCE.add_in) as package:
        texts = package.read("xl/sharedStrings.xml").decode("utf-8")
        sheets = package.read("xl/workbook.xml").decode("utf-8")
    assert f'name="{PROJECT}.conf"' in sheets
    assert "<t>ADD_WORKBOOK_TO_PYTHONPATH</t>" in texts
    assert f"<t>{INTERPRETER}</t>" not in texts
