"""VSM_EXPLAIN and VSM_STATUS: why an answer is so, and what the answers rest on."""

from __future__ import annotations

from xl_vsm.excel import excel_function
from xl_vsm.excel.explanation import explained, status


@excel_function(
    category="NHS VSM pay",
    arguments={
        "function_name": "the function to explain, such as VSM_BAND",
        "argument": "what that function was given, in its own order",
    },
)
def VSM_EXPLAIN(function_name: str, *argument: object) -> str:
    """Why a function answers as it does, in words, with the source and its paragraph."""
    return explained(function_name, argument)


@excel_function(category="NHS VSM pay", arguments={})
def VSM_STATUS() -> str:
    """The release, its newest publication, and what is illustrative or pending today."""
    return status()
