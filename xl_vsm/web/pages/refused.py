"""A refusal as a page: what is wrong, and what to do about it."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from xl_vsm.web.pages.carried import NotSentAgain
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
    "too-much": "Nothing is wrong with your workbook. Wait half a minute and send it again. "
    "If you sent several, wait for their answers first.",
    "too-slow": "Try again on a faster connection, or with a copy that has only the pay sheets.",
    "gone": "Send it again.",
    "form-expired": "Start again, choose the workbook and send it.",
    "not-here": "The address may have been typed wrongly, or is of another release.",
    "not-so": "A page that was made from a workbook cannot be kept as a bookmark or loaded anew.",
    "fault": "Tell whoever runs this page what you did. They cannot see your workbook.",
}
"""What to do next, beside what a refusal itself says."""

_INSTEAD: Final = {"not-so": "This page is shown only after a workbook was sent"}
"""What a page says in place of a message that is for programs."""

_TITLES: Final = {
    403: "This form cannot be used any more",
    404: "There is no such page",
    405: "This page cannot be opened by its address",
    429: "Too much at once",
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
        message=_INSTEAD.get(refusal.code, refusal.message),
        to_do=TO_DO.get(refusal.code, ""),
    )


def not_sent_again(request: Request, refusal: NotSentAgain) -> Response:
    """Return the page that asks once more for workbooks that no page keeps, with all else kept."""
    root = request.scope.get("root_path", "").rstrip("/")
    return render(
        request,
        "sent_again.html",
        status=refusal.status,
        current="check",
        action=request.scope["path"].removeprefix(root),
        fault=refusal.message,
        fields=refusal.fields,
        names=refusal.names,
    )
