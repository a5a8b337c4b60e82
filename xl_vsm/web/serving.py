"""How the page is served: what a request may take, and who may ask."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Final

from xl_vsm.sheets import Caps, Limits

LOCAL: Final = ("127.0.0.1", "localhost", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Serving:
    """What the server allows. Every figure is a setting.

    Attributes:
        hosts: the names by which browsers may ask for it; any other is refused, so that no page
            elsewhere can reach a server on somebody's own machine under a name of its own.
        limits: how large one workbook may be.
        caps: how much time and memory reading one may take.
        files: how many workbooks one request may bring.
        head_seconds: how long a request's first lines may take to arrive, in however many pieces.
        upload_seconds: how long a request may take to arrive.
        work_seconds: how long one request may be worked on before its process is ended.
        workers: how many processes work. One address has all but one of them at the most, so
            that there is one more than there are cores.
        waiting: how many requests may wait for one of them; one more is told to come again.
        held_bytes: how much of all uploads together is held at once; of those of one address no
            more than half of it.
        rate: how often one address may ask for work.
        behind_proxy: the addresses of proxies, with commas between them, whose word is taken for
            who asks; of no other.
        root_path: the path under which a proxy shows the page.
    """

    hosts: tuple[str, ...] = LOCAL
    limits: Limits = field(default_factory=Limits)
    caps: Caps = field(default_factory=Caps)
    files: int = 20
    head_seconds: float = 20
    upload_seconds: float = 120
    work_seconds: float = 180
    workers: int = field(default_factory=lambda: max(2, os.cpu_count() or 2) + 1)
    waiting: int = 200
    held_bytes: int = 1_000_000_000
    rate: str = "120/minute"
    behind_proxy: str = ""
    root_path: str = ""
