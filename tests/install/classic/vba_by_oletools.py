"""Visual Basic as oletools reads it. Imported late: it makes its parsers in a way that warns."""

from __future__ import annotations

import warnings
from pathlib import Path
from types import ModuleType


def decompressed(container: bytes) -> bytes:
    """Return what a container of [MS-OVBA] holds."""
    return bytes(_olevba().decompress_stream(bytearray(container)))


def modules_in(path: Path) -> dict[str, str]:
    """Return the source of each module of a workbook, by the name it is shown under."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = _olevba().VBA_Parser(str(path))
        try:
            return {name: code for _, _, name, code in parser.extract_macros()}
        finally:
            parser.close()


def suspicions(path: Path) -> dict[str, set[str]]:
    """Return what a scanner for harmful macros notes, by kind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = _olevba().VBA_Parser(str(path))
        try:
            found: dict[str, set[str]] = {}
            for kind, keyword, _ in parser.analyze_macros():
                found.setdefault(kind, set()).add(keyword)
            return found
        finally:
            parser.close()


def _olevba() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from oletools import olevba  # noqa: PLC0415 - see above
    return olevba
