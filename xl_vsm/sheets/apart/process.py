"""One process that parses, as the process that asks it sees it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from xl_vsm.sheets.apart.caps import Caps
from xl_vsm.sheets.apart.frames import Ended, receive, send
from xl_vsm.sheets.limits import Limits

# The child finds its libraries where the asker does, and not in the folder that happens to be the
# current one (-P), which may be full of what somebody was sent. Site packages' start-up files are
# left out, which saves half of the time that Python needs to start.
CODE: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from xl_vsm.sheets.apart.child import main; main()"
)
KEPT: Final = ("SYSTEMROOT", "PATH", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")
"""What a process needs of its surroundings to start; the rest is none of its business."""
ROOT: Final = Path(__file__).resolve().parents[3]
OUT_OF_TIME: Final = -int(getattr(signal, "SIGXCPU", 0)) or None
"""How a process ends that has used up the processor's time that it was given."""
LAST_WORDS: Final = 0.5  # seconds, for a process that is ending to have ended
PATIENCE: Final = 5  # seconds, for a process that was killed to be gone


class Lost(Exception):
    """The process did not answer.

    Attributes:
        timed_out: whether it was stopped because its time was up.
        code: how it ended, as the system says it.
    """

    def __init__(self, code: int | None, *, timed_out: bool) -> None:
        super().__init__(code)
        self.code = code
        self.timed_out = timed_out


def can_be_apart() -> bool:
    """Say whether processes can be had here: not in a browser, nor in a frozen program."""
    nowhere = sys.platform in ("emscripten", "wasi") or getattr(sys, "frozen", False)
    return not nowhere and bool(sys.executable)


class Process:
    """A process that parses one file after the other."""

    def __init__(self) -> None:
        """Start it; it brings in its libraries while the asker does other things."""
        self.owner = os.getpid()
        self.answered = 0
        path = [str(ROOT), *(os.path.abspath(each) for each in sys.path if each)]  # noqa: PTH100
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-S", "-E", "-c", CODE, json.dumps(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in KEPT if name in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def alive(self) -> bool:
        """Whether it still runs, and is this process's own and not one that it was forked with."""
        return self.owner == os.getpid() and self._child.poll() is None

    def ask(
        self, data: bytes, name: str, limits: Limits, caps: Caps, *, keep_alike: bool = False
    ) -> tuple[dict[str, Any], bytes]:
        """Have it read a file.

        Raises:
            Lost: it ended, or had to be ended. It is of no more use.
        """
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            self._child.kill()

        clock = threading.Timer(caps.clock(len(data)), stop)
        clock.daemon = True
        clock.start()
        try:
            head = {
                "name": name,
                "limits": asdict(limits),
                "caps": asdict(caps),
                "keep_alike": keep_alike,
            }
            send(self._child.stdin, head, data)
            answer = receive(self._child.stdout)
        except (OSError, Ended) as fault:
            # One that is dying by itself says more by how it dies than one that is killed.
            code = self.end(after=LAST_WORDS)
            timed_out = stopped.is_set() or code == OUT_OF_TIME
            raise Lost(code, timed_out=timed_out) from fault
        finally:
            clock.cancel()
        self.answered += 1
        return answer

    def end(self, *, after: float = 0) -> int | None:
        """Stop it if it still runs after some seconds, and return how it ended."""
        if self.owner != os.getpid():
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            if after:
                self._child.wait(after)
        self._child.kill()
        code = self._child.wait(PATIENCE)
        for stream in (self._child.stdin, self._child.stdout):
            with contextlib.suppress(OSError):  # what was to be sent has nobody to go to
                if stream is not None:
                    stream.close()
        return code
