"""Which of our functions a formula calls, however the program that saved it wrote the name.

One function has many stored spellings: `_xldudf_XLWINGS_VSM_BAND` (add-ins written in JavaScript,
as xlwings Server and Lite are), `_xll.VSM_BAND`, `[1]!vsm_band` or a path and `!` (an add-in
workbook), `NHSVSM.VSM_BAND` (a namespace), or the plain name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from xl_vsm.excel import REGISTRY, ExcelFunction
from xl_vsm.replay.likely import FAMILIES

_MARKS: Final = re.compile(
    r"(?:'(?:[^']|'')*'!|\[\d+\]!|[^\s'!(]+!|_xldudf_|_xll\.|_xlfn\.|_xlws\.|_xludf\.)+",
    re.IGNORECASE,
)
_JAVASCRIPT: Final = "_xldudf_"


def our_function(stored: str) -> ExcelFunction | None:
    """Return our function that a stored name means, or None if it means another.

    Args:
        stored: the name before the bracket, as the file has it.
    """
    marks = _MARKS.match(stored)
    bare = stored[marks.end() :] if marks else stored
    parts = bare.upper().split(".")
    known = _functions()
    # A dot parts a namespace from a name; JavaScript add-ins store it as an underscore.
    for first in range(len(parts)):
        if found := known.get("_".join(parts[first:])):
            return found
    if marks and _JAVASCRIPT in marks.group().lower():
        name = "_".join(parts)
        return next((made for key, made in known.items() if name.endswith(f"_{key}")), None)
    return None


@cache
def _functions() -> dict[str, ExcelFunction]:
    import udfs  # noqa: F401, PLC0415 - fills the registry, for workbooks that hold a function

    return {name: made for name, made in REGISTRY.items() if name.startswith(FAMILIES)}
