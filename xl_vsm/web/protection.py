"""What every answer carries and every request must be, whoever asks."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Final

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from xl_vsm.web.refusals import Refusal
from xl_vsm.web.serving import Serving

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
        " base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
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

Next = Callable[[Request], Awaitable[Response]]


class Protection:
    """Holds every request to the rules.

    Args:
        serving: how often one address may ask.
    """

    def __init__(self, serving: Serving) -> None:
        """Take the settings."""
        self._rate: RateLimitItem = parse(serving.rate)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def admit(self, request: Request) -> None:
        """Let a request through that may be answered.

        Raises:
            Refusal: it comes from another site's page, or too often.
        """
        if request.method in SAFE:
            return
        if _from_elsewhere(request):
            raise Refusal(403, "from-elsewhere", "a page of another site sent this: it is refused")
        asker = request.client.host if request.client else ""
        if not await self._limiter.hit(self._rate, asker):
            raise Refusal(429, "too-often", f"no more than {self._rate}: wait a minute")


def dress(response: Response, request: Request) -> Response:
    """Give an answer its headers; what never changes may be kept by the browser."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if "/static/" in request.url.path and response.status_code == 200:
        response.headers["Cache-Control"] = "public, max-age=3600"
    return response


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
        samesite="strict",
        secure=request.url.scheme == "https",
    )


def check_form_key(form: FormData, request: Request) -> None:
    """Let only a form through that was sent to the browser that sends it back.

    Raises:
        Refusal: its key is not the browser's.
    """
    kept, said = request.cookies.get(COOKIE, ""), form.get(FIELD)
    if not kept or not isinstance(said, str) or not secrets.compare_digest(kept, said):
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
