"""Whether the server can work, for whoever watches it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from xl_vsm.release import VERSION
from xl_vsm.web.refusals import Refused, not_ready
from xl_vsm.web.service import Service, service_of

router = APIRouter(tags=["server"])


class Health(BaseModel):
    """That the server can work, and its release."""

    status: Literal["ok"] = "ok"
    release: str = VERSION


@router.head("/healthz", include_in_schema=False)
@router.get(
    "/healthz",
    responses={503: {"model": Refused, "description": "no process is there to work"}},
    summary="Is it up?",
)
async def healthz(service: Annotated[Service, Depends(service_of)]) -> Health:
    """Say that the server can work.

    Raises:
        Refusal: no process is there to work, as in the first second.
    """
    if not service.workers.ready:
        raise not_ready()
    return Health()
