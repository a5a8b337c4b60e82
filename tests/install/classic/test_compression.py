"""What is compressed here is decompressed by oletools, and the other way round."""

from __future__ import annotations

import random
from zipfile import ZipFile

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from install.classic.vba.compression import CHUNK, compress, decompress

from .vba_by_oletools import decompressed

REPETITIVE = st.lists(st.sampled_from([b"a", b"ab\r\n", b"Function ", b"\0", b"xyz" * 50])).map(
    b"".join
)


@given(st.one_of(st.binary(max_size=CHUNK // 2), REPETITIVE))
def test_comes_back(data: bytes) -> None:
    assert decompress(compress(data)) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a",
        b"a" * CHUNK,
        b"ab" * 5000,
        b"Function VSM_BAND(organisation_type, size)\r\n" * 200,
        random.Random(1).randbytes(CHUNK),
        bytes(random.Random(2).choices(b"abc ", k=20_000)),
    ],
    ids=["nothing", "a byte", "one run", "two bytes", "lines", "noise", "many copies"],
)
def test_others_read_what_is_written(data: bytes) -> None:
    assert decompressed(compress(data)) == data
    assert decompress(compress(data)) == data


def test_repetition_takes_less_room() -> None:
    assert len(compress(b"a" * CHUNK)) < 20


def test_noise_that_fills_no_chunk_is_refused() -> None:
    with pytest.raises(ValueError, match="the last 4000 bytes cannot be compressed"):
        compress(random.Random(1).randbytes(4000))


def test_what_is_no_container_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with the byte 1"):
        decompress(b"\x02abc")


def test_others_and_this_read_a_real_one_alike() -> None:
    import xlwings  # noqa: PLC0415 - slow, and only its files are wanted

    path = f"{xlwings.__path__[0]}/quickstart_standalone.xlsm"
    with ZipFile(path) as package, package.open("xl/vbaProject.bin") as project:
        stream = olefile.OleFileIO(project.read()).openstream("VBA/dir").read()
    assert decompress(stream) == decompressed(stream)
