"""An announced change that the table in use does not hold yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xl_vsm
from tests.cli.test_rates_import import imported
from tests.conftest import ROOT
from tests.loading.filled import filled_template
from xl_vsm.parameters import Parameters, Series, shipped
from xl_vsm.parameters.standing import standing

BOARD = ROOT / "workbooks" / "examples" / "trust_board_pay.xlsx"
BEFORE, AFTER = date(2026, 3, 31), date(2026, 4, 1)


def real() -> Series:
    """The pay ranges as if the table of 2025/26 were a published one."""
    series = shipped().series("pay-ranges")
    (made_up,) = series.publication
    update = {"illustrative": False, "certainty": "primary"}
    return series.model_copy(update={"publication": (made_up.model_copy(update=update),)})


def test_a_table_is_overtaken_from_the_day_of_the_change() -> None:
    assert real().overtaken(BEFORE) is None
    change = real().overtaken(AFTER)
    assert change is not None
    assert "3.0% from 1 April 2026" in change.words


def test_only_by_what_was_known() -> None:
    assert real().overtaken(AFTER, known=date(2026, 5, 1)) is None
    assert real().overtaken(AFTER, known=date(2026, 6, 1)) is not None


def test_made_up_figures_are_never_overtaken() -> None:
    assert shipped().series("pay-ranges").overtaken(AFTER) is None


def test_the_status_and_the_check_say_so(tmp_path: Path) -> None:
    assert imported(filled_template(tmp_path / "t.xlsx")) == 0
    assert "not loaded" in standing(Parameters(AFTER))
    assert "not loaded" not in standing(Parameters(BEFORE))
    codes = {f.code for f in xl_vsm.check(BOARD, effective=date(2026, 6, 1)).findings}
    assert "BND002" in codes
    assert "BND002" not in {f.code for f in xl_vsm.check(BOARD).findings}


def test_without_pay_ranges_nothing_is_out_of_date(tmp_path: Path) -> None:
    assert imported(filled_template(tmp_path / "t.xlsx")) == 0
    afc = ROOT / "workbooks" / "examples" / "afc_2025_26.xlsx"
    assert "BND002" not in {f.code for f in xl_vsm.check(afc, effective=AFTER).findings}
