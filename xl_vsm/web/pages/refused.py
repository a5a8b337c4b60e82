"""A refusal as a page: what is wrong, and what to do about it."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from xl_vsm.web.pages.render import render
from xl_vsm.web.refusals import Refusal

TO_DO: Final = {
    "WBK004": (
        "In Excel choose File, Info, Protect Workbook, Encrypt with Password, and empty the box. "
        "Save a copy and check that."
    ),
    "WBK005": "In Excel choose File, Save As, Excel Workbook (.xlsx). Check the new file.",
    "busy": "Nothing is wrong with your workbook. Wait a minute and send it again.",
    "too-often": "Wait a minute and send it again.",
    "too-slow": "Try again on a faster connection, or with a copy that has only the pay sheets.",
    "gone": "Send it again.",
    "form-expired": "Start again, choose the workbook and send it.",
    "fault": "Tell whoever runs this page what you did. They cannot see your workbook.",
}
"""What to do next, beside what a refusal itself says."""

_TITLES: Final = {
    403: "This form cannot be used any more",
    404: "There is no such page",
    405: "There is nothing to see here",
    429: "Too many requests",
    500: "Something went wrong in this tool",
    503: "The server is busy",
}


def refused(request: Request, refusal: Refusal) -> Response:
    """Return a refusal as a page, with its own status."""
    return render(
        request,
        "refused.html",
        status=refusal.status,
        current="",
        title=_TITLES.get(refusal.status, "This could not be checked"),
        refusal=refusal,
        to_do=TO_DO.get(refusal.code, ""),
    )
