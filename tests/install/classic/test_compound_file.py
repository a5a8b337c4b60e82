"""What is written here is read by olefile."""

from __future__ import annotations

import random

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from install.classic.vba.compound_file import compound_file

NAMES = st.text("abcXYZ_01é", min_size=1, max_size=31)
STREAMS = st.dictionaries(NAMES, st.binary(max_size=300), max_size=9).filter(
    lambda tree: len({name.upper() for name in tree}) == len(tree)
)


def read(data: bytes) -> dict[str, bytes]:
    with olefile.OleFileIO(data) as file:
        assert file.parsing_issues == []
        return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


@given(STREAMS, STREAMS.filter(bool))
def test_others_read_what_is_written(top: dict[str, bytes], inner: dict[str, bytes]) -> None:
    streams = {**top, "a storage": inner}
    expected = top | {f"a storage/{name}": data for name, data in inner.items()}
    assert read(compound_file(streams)) == expected


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000, 900_000])
def test_every_size_on_both_sides_of_a_small_stream(size: int) -> None:
    data = random.Random(size).randbytes(size)
    assert read(compound_file({"one": data, "two": b"small"})) == {"one": data, "two": b"small"}


def test_the_same_streams_make_the_same_bytes() -> None:
    assert compound_file({"a": b"1", "b": b"2"}) == compound_file({"b": b"2", "a": b"1"})


@pytest.mark.parametrize("name", ["", "x" * 32])
def test_a_name_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot name a stream"):
        compound_file({name: b""})


def test_too_much_is_refused() -> None:
    with pytest.raises(ValueError, match="too much"):
        compound_file({"a": bytes(8_000_000)})
