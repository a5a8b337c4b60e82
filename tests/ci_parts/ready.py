"""xl-vsm ready to be run: all that it is made of is brought in once, and each run is a copy of it.

A job runs xl-vsm three times, and a test a job. What is tested is what a host's script makes of it,
not the time that Python takes to start. Standard output, the folder, the environment, the words and
the exit code are those of a program of its own. A system that cannot copy a process starts one.
"""

from __future__ import annotations

import atexit
import io
import marshal
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from socket import AF_UNIX, recv_fds, socket

from tests.conftest import ROOT

STARTS = f"""\
#!{sys.executable}
import sys
from xl_vsm.cli import main
sys.exit(main())
"""
ASKS = """\
#!{python} -IS
import marshal, os, sys
from socket import AF_UNIX, SHUT_WR, send_fds, socket
asking = socket(AF_UNIX)
asking.connect({address!r})
send_fds(asking, [b"?"], [0, 1, 2])
asking.sendall(marshal.dumps((sys.argv, os.getcwd(), dict(os.environ))))
asking.shutdown(SHUT_WR)
sys.exit(asking.recv(1)[0])
"""
WARM = ROOT / "workbooks" / "examples" / "trust_board_pay_faults.xlsx"


def program() -> str:
    """Return a script that runs the xl-vsm of this environment."""
    if not hasattr(os, "fork"):
        return STARTS
    return ASKS.format(python=sys.executable, address=_ready())


@cache
def _ready() -> str:
    """Start what copies itself, and return where it is asked to."""
    # Not in a folder of a test: the system takes no address that is longer than a hundred letters.
    folder = tempfile.mkdtemp(prefix="xl-vsm-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(Path(folder, "asked"))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ci_parts.ready", address],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(process.communicate, timeout=60)
    atexit.register(process.terminate)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return address


def serve(address: str) -> None:
    """Run xl-vsm for whoever asks, one after the other."""
    from xl_vsm.cli import main  # noqa: PLC0415 - the tests themselves have no need of it
    from xl_vsm.parameters import in_use  # noqa: PLC0415

    with redirect_stdout(io.StringIO()):
        main(["check", str(WARM), "--fail-on", "never"])
    # Each run has figures of its own to look for.
    in_use.cache_clear()
    with socket(AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        print("ready", flush=True)
        while True:
            connection, _ = listening.accept()
            with connection:
                _, given, _, _ = recv_fds(connection, 1, 3)
                with connection.makefile("rb") as file:
                    words, folder, environment = marshal.loads(file.read())
                copy = os.fork()
                if not copy:
                    _run(main, given, words, folder, environment)
                for each in given:
                    os.close(each)
                code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
                connection.sendall(bytes([code % 256]))


def _run(
    main: Callable[[], int],
    given: list[int],
    words: list[str],
    folder: str,
    environment: dict[str, str],
) -> None:
    """Be the program that was asked for, and end."""
    code = 1
    try:
        for number, file in enumerate(given):
            os.dup2(file, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = words
        code = main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException:  # as Python itself says it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
