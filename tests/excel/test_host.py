from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import xl_vsm
import xl_vsm.excel.host as host_module
from xl_vsm import clock
from xl_vsm.excel.errors import LONGEST
from xl_vsm.excel.host import host

from . import toys
from .conftest import FakeXlwings, XlwingsError

off_windows = pytest.mark.skipif(os.name == "nt", reason="there xlwings may matter")

Put = Callable[..., FakeXlwings]


def test_plain_without_xlwings(on: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlwings", None)
    importlib.reload(host_module)
    assert host() == "plain"
    assert toys.band()("trust", 1) == "trust A"


def test_plain_with_decorators_that_do_nothing(on: Put) -> None:
    on("plain")
    assert host() == "plain"
    assert toys.band()("trust", 1) == "trust A"


@off_windows
def test_xlwings_is_left_alone_where_it_does_nothing(
    on: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "xlwings", raising=False)
    monkeypatch.delenv("XLWINGS_ON_SERVER", raising=False)
    importlib.reload(host_module)
    assert "xlwings" not in sys.modules
    assert host() == "plain"


@pytest.mark.parametrize("name", ["com", "server", "lite"])
def test_each_host_is_told_everything_but_the_hints(on: Put, name: str) -> None:
    fake = on(name)
    assert host() == name
    band = toys.band()
    assert fake.told == [
        ("arg", "organisation_type", "raw", {"doc": "trust or ICB"}),
        (
            "arg",
            "size",
            "raw",
            {"doc": "annual turnover in £ (trust) or weighted population (ICB)"},
        ),
        ("arg", "effective", "raw", {"doc": "the day the answer is for; today when left blank"}),
        ("func", {"category": "NHS VSM pay", "help_url": "https://example.org/band"}),
    ]
    for function, hints, doc in fake.seen:
        assert function is band
        assert hints == {}
        assert doc == "The pay band of an organisation."
    assert list(inspect.signature(band).parameters) == ["organisation_type", "size", "effective"]
    toys.status()
    assert fake.told[-1] == ("func", {"category": "toys"})


def test_a_script_on_a_pc_with_excel_is_plain_python(on: Put) -> None:
    on("com", serving=False)
    assert host() == "plain"
    with pytest.raises(ValueError, match="size must be a number"):
        toys.band()("trust", "abc")


def test_pyodide_is_ruled_out_on_the_server_only(on: Put) -> None:
    assert "pyodide" not in sys.modules
    on("com")
    assert "pyodide" not in sys.modules
    on("server")
    assert sys.modules["pyodide"] is None


def test_classic_excel_gets_every_error_as_text(on: Put) -> None:
    on("com")
    band = toys.band()
    assert band("trust", "abc") == "#VSM! size must be a number, not 'abc'"
    assert band("trust", ((-1.0,), (None,), (-2146826281,))) == [
        ["#VSM! no band is published for less than £0"],
        ["#VSM! size is blank and must be given"],
        ["#DIV/0!"],
    ]
    assert band(((1,), (2,)), ((1, 2),)).startswith("#VSM! organisation_type is 2 rows by 1")
    assert toys.row()(((1.0, 2.0),)).startswith("#VSM! each answer takes several cells")
    assert len(band("x" * 300, 1)) <= LONGEST


@pytest.mark.parametrize("name", ["server", "lite"])
def test_other_hosts_raise_the_words_for_a_single_cell(on: Put, name: str) -> None:
    on(name)
    band = toys.band()
    assert band([["trust"]], [[1]]) == [["trust A"]]
    assert band([["#N/A"]], [[1]]) == [["#N/A"]]
    for size in ("abc", [["abc"]]):
        with pytest.raises(XlwingsError, match=r"^size must be a number, not 'abc'$"):
            band([["trust"]], size)
    with pytest.raises(XlwingsError, match=r"^no band is published"):
        band([["trust"]], [[-1]])
    with pytest.raises(XlwingsError, match=r"^size is 1 row by 2 columns but effective is 2 rows"):
        band([["trust"]], [[1, 2]], [[None], [None]])
    with pytest.raises(XlwingsError, match=r"^each answer takes several cells"):
        toys.row()([[1, 2]])


@pytest.mark.parametrize("name", ["server", "lite"])
def test_other_hosts_make_real_errors_in_a_range(on: Put, name: str) -> None:
    on(name)
    not_available = {"type": "Error", "errorType": "NotAvailable", "basicValue": "#N/A"}
    assert toys.band()([["trust"]], [["abc"], [not_available], [1]]) == [
        ["#VALUE!"],
        ["#N/A"],
        ["trust A"],
    ]


def test_a_bug_is_told_as_one_and_logged_without_figures(
    on: Put, caplog: pytest.LogCaptureFixture
) -> None:
    words = "TOY_BAND could not answer: internal fault, please report"
    on("com")
    assert toys.band()("trust", [[13], [1]]) == [[f"#VSM! {words}"], ["trust A"]]
    on("server")
    with pytest.raises(XlwingsError, match=f"^{words}$"):
        toys.band()("trust", [[13]])
    assert "ZeroDivisionError in TOY_BAND line " in caplog.text
    assert "£13" not in caplog.text


@pytest.mark.parametrize(
    "setting", ["sys.modules['xlwings'] = None", pytest.param("pass", marks=off_windows)]
)
def test_importing_loads_nothing_heavy(setting: str) -> None:
    code = (
        f"import sys; {setting}; import xl_vsm.excel; "
        "print([m for m in ('pandas', 'numpy', 'openpyxl') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(xl_vsm.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"


def test_the_clock() -> None:
    now = datetime.now().astimezone()
    assert isinstance(clock.today(), date)
    assert abs(clock.today() - now.date()) <= timedelta(days=1)
