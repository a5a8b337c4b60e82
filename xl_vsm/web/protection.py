"""What every answer carries and every request must be, whoever asks."""

from __future__ import annotations

import secrets
import time
from typing import Final

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.datastructures import FormData, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Scope

from xl_vsm.web.asker import asker_of
from xl_vsm.web.refusals import Refusal, too_often
from xl_vsm.web.serving import Serving

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
        " base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": over plain HTTP browsers would then send a form without saying whence.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
"""No page of ours runs or loads anything that we did not send, or is kept by anybody."""

COOKIE: Final = "xl-vsm-form"
FIELD: Final = "form_key"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
MONTH: Final = 60 * 60 * 24 * 30


class Protection:
    """Holds every request to the rules.

    Args:
        serving: by which names it may be asked for, and how often one address may ask.
    """

    def __init__(self, serving: Serving) -> None:
        """Take the settings."""
        self._hosts = frozenset(name.lower() for name in serving.hosts)
        self._rate: RateLimitItem = parse(serving.rate)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def admit(self, request: Request) -> None:
        """Let a request through that may be answered.

        Raises:
            Refusal: it asks for another server, comes from another site's page, or too often.
        """
        if _without_port(request.headers.get("host", "")) not in self._hosts:
            raise Refusal(400, "wrong-host", "this server does not go by the name it was asked by")
        if request.method in SAFE:
            return
        if _from_elsewhere(request):
            raise Refusal(403, "from-elsewhere", "a page of another site sent this: it is refused")
        asker = asker_of(request)
        if not await self._limiter.hit(self._rate, asker):
            window = await self._limiter.get_window_stats(self._rate, asker)
            raise too_often(str(self._rate), window.reset_time - time.time())


def dress(start: Message, scope: Scope) -> None:
    """Give an answer its headers; what never changes may be kept by the browser."""
    headers = MutableHeaders(raw=start["headers"])
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    if path.startswith("/static/") and start["status"] == 200:
        headers["Cache-Control"] = "public, max-age=3600"


def form_key(request: Request) -> str:
    """Return the key that a form sent to this browser carries, a new one if it has none."""
    kept = request.cookies.get(COOKIE, "")
    return kept if len(kept) >= 32 and kept.isalnum() else secrets.token_hex(32)


def keep_form_key(response: Response, key: str, request: Request) -> None:
    """Have the browser keep the key of its forms, and send it to nobody else."""
    response.set_cookie(
        COOKIE,
        key,
        max_age=MONTH,
        httponly=True,
        # Not "strict": whoever follows a link to the page from elsewhere would come without it and
        # be given another, and the forms that are open would be no good.
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def check_form_key(form: FormData, request: Request) -> None:
    """Let only a form through that was sent to the browser that sends it back.

    Raises:
        Refusal: its key is not the browser's.
    """
    kept, said = request.cookies.get(COOKIE, ""), form.get(FIELD)
    same = isinstance(said, str) and secrets.compare_digest(kept.encode(), said.encode())
    if not kept or not same:
        raise Refusal(
            403, "form-expired", "this form is no longer good: go back, load the page and try again"
        )


def _from_elsewhere(request: Request) -> bool:
    """Say whether another site's page made the browser send this, as the browser itself tells."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is not None and origin.partition("://")[2] != request.headers.get("host")


def _without_port(host: str) -> str:
    """Return the name in a Host header: of `[::1]:8000` it is `[::1]`."""
    name, bracket, _ = host.partition("]")
    return (name + bracket if bracket else name.partition(":")[0]).lower()
