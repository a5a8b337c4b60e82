"""Each kind of file is read or refused with clear words, soon, and harms nothing."""

import time

import pytest

from tests.hostile.cases import cases
from xl_vsm.sheets import Caps, Limits, RefusedFile
from xl_vsm.sheets.apart.keeper import read_apart
from xl_vsm.sheets.reader import read_bytes

EVERYDAY = [case for case in cases() if not case.slow]
CAPS = Caps(seconds=30, memory_bytes=1_000_000_000)


@pytest.mark.parametrize("case", EVERYDAY, ids=lambda case: case.what)
def test_what_comes_of_it(case):
    data = case.make()
    start = time.perf_counter()
    if case.read:
        workbook = read_bytes(data, "pay.xlsx", caps=CAPS)
        assert [sheet.name for sheet in workbook.sheets] == ["Pay"]
        assert workbook.rows or case.code
        said = {fault.code: fault.message for fault in workbook.faults}
        assert set(said) <= {case.code, "WBK201"}
        message = said[case.code] if case.code else ""
    else:
        with pytest.raises(RefusedFile) as caught:
            read_bytes(data, "pay.xlsx", caps=CAPS)
        assert caught.value.code == case.code, caught.value.message
        message = caught.value.message
        assert message.startswith("pay.xlsx")
    assert case.words in message
    assert time.perf_counter() - start < 20


def test_the_one_after_a_lost_one_is_read():
    good = next(case for case in EVERYDAY if case.what == "a plain .xlsx")
    bad = next(case for case in EVERYDAY if case.code == "SEC010")
    for _ in range(2):
        book, _ = read_apart(good.make(), "pay.xlsx", Limits(), CAPS)
        assert book.sheets[0].at(2, 2).value == 171250
        with pytest.raises(RefusedFile, match="ended the process"):
            read_apart(bad.make(), "pay.xlsx", Limits(), CAPS)
