"""Microsoft's Open XML SDK as a judge of workbooks, started once in each process of the tests."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

from tests.template.ooxml.set_up import HERE, MODULE

LONGEST = 240
"""Seconds after which a question has hung."""


def faults(version: str, *paths: Path) -> dict[str, list[str]]:
    """Return what is wrong with each workbook, by its name."""
    found = _judge().ask({"version": version, "files": [str(path) for path in paths]})
    return {path.name: found[str(path)] for path in paths}


@cache
def _judge() -> _Judge:
    judge = _Judge()
    atexit.register(judge.stop)
    return judge


class _Judge:
    """Node, with the SDK brought in."""

    def __init__(self) -> None:
        node = shutil.which("node")
        assert node is not None
        self._process = subprocess.Popen(
            [node, str(HERE / "validate.mjs"), str(MODULE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, question: dict[str, Any]) -> dict[str, list[str]]:
        assert self._process.stdin
        assert self._process.stdout
        hung = Timer(LONGEST, self._process.kill)
        hung.start()
        try:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        finally:
            hung.cancel()
        assert answer, "the judge of workbooks has ended; what it said is above"
        return dict(json.loads(answer))

    def stop(self) -> None:
        """End the process."""
        self._process.communicate("", timeout=60)
