"""Timing calls side by side, so that whatever else the machine does meets all of them alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping


def best_of(asked: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Time each call once in every round, and return its best, in milliseconds.

    Args:
        asked: the calls, by name.
        rounds: how often; the best is kept, for everything else only adds.
    """
    best = dict.fromkeys(asked, float("inf"))
    for call in asked.values():
        call()  # the first call reads the figures
    for _ in range(rounds):
        for name, call in asked.items():
            began = time.perf_counter()
            call()
            best[name] = min(best[name], time.perf_counter() - began)
    return {name: seconds * 1000 for name, seconds in best.items()}
