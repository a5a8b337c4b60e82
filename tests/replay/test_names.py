from __future__ import annotations

import pytest

import udfs
from xl_vsm.replay.likely import FAMILIES, may_call_ours
from xl_vsm.replay.names import our_function

SPELLINGS = [
    "VSM_BAND",
    "vsm_band",
    "Vsm_Band",
    "VSM.BAND",
    "NHSVSM.VSM_BAND",
    "NHSVSM.VSM.BAND",
    "_xldudf_VSM_BAND",
    "_xldudf_XLWINGS_VSM_BAND",
    "_xldudf_XLWINGS_DEV_VSM_BAND",
    "_XLDUDF_NHSVSM_VSM_BAND",
    "_xll.VSM_BAND",
    "_xll.VSM.BAND",
    "_xlfn.VSM_BAND",
    "_xlfn._xldudf_VSM_BAND",
    "[1]!vsm_band",
    "[12]!VSM_BAND",
    "xl_vsm.xlam!vsm_band",
    r"'C:\Users\a b\xl_vsm.xlam'!VSM_BAND",
    r"'C:\it''s\xl_vsm.xlam'!VSM_BAND",
    "'[xl_vsm.xlam]'!VSM_BAND",
]
OTHERS = [
    "SUM",
    "_xlfn._xlws.SORT",
    "_xll.NLP.VLOOKUP",
    "MY_VSM_BAND",
    "VSM_BANDS",
    "VSM_BAND_2",
    "VSM_",
    "_xldudf_XLWINGS_BAND",
    "_xldudf_MYVSM_BAND",
    "",
]


@pytest.mark.parametrize("stored", SPELLINGS)
def test_a_name_however_it_is_stored(stored: str) -> None:
    found = our_function(stored)
    assert found is not None
    assert found.name == "VSM_BAND"
    assert may_call_ours(f"=IF(A1,{stored}(B1,C1),0)")


@pytest.mark.parametrize("stored", OTHERS)
def test_the_name_of_another_function(stored: str) -> None:
    assert our_function(stored) is None


@pytest.mark.parametrize("name", udfs.__all__)
def test_every_function_is_known_by_its_name_in_any_namespace(name: str) -> None:
    for stored in (name, f"_xldudf_XLWINGS_{name}", f"_xll.{name.lower()}", f"ANY.{name}"):
        found = our_function(stored)
        assert found is not None
        assert found.name == name


def test_no_name_ends_as_another_does_and_all_are_of_a_family() -> None:
    for name in udfs.__all__:
        assert name.startswith(FAMILIES)
        assert not [other for other in udfs.__all__ if other.endswith(f"_{name}")]
