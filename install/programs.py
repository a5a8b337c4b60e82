"""The programs that some tests need besides Python, and how they come onto a Debian machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from environment import say


@dataclass(frozen=True)
class Program:
    """A program that some tests run.

    Attributes:
        commands: what it is called, or where it is; any of which will do.
        package: Debian's package of it.
        does: what the tests do with it, in words.
    """

    commands: tuple[str, ...]
    package: str
    does: str

    @property
    def is_here(self) -> bool:
        """Whether it is on the path, or where Debian keeps servers."""
        path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
        return any(
            shutil.which(command, path=path) or Path(command).is_file() for command in self.commands
        )


PROGRAMS = (
    Program(("soffice",), "libreoffice-calc-nogui", "opens and recalculates workbooks"),
    # It is no command of its own: `soffice` opens documents where this part of it is there.
    Program(
        ("/usr/lib/libreoffice/program/libswlo.so",),
        "libreoffice-writer-nogui",
        "opens the papers that are Word documents",
    ),
    Program(("pdftoppm",), "poppler-utils", "turns what LibreOffice shows into pictures"),
    Program(
        ("chromium", "chromium-browser", "google-chrome"),
        "chromium",
        "runs the worksheet functions as Excel on the web does, and shows the pages",
    ),
    Program(("node",), "nodejs", "runs Python as Excel's own add-in does, in WebAssembly"),
    Program(("npm",), "npm", "fetches that Python, and the judge of accessibility"),
    Program(("nginx",), "nginx-light", "stands before the upload page, as it would in a trust"),
    Program(("strace",), "strace", "watches that an upload is written nowhere"),
)


def programs() -> None:
    """Install what is missing on Debian where this user may; else say what is left out."""
    missing = [program for program in PROGRAMS if not program.is_here]
    may = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if missing and may:
        packages = [program.package for program in missing]
        say(f"Installing {', '.join(packages)}, which the tests run ...")
        _quietly("apt-get", "update")
        _quietly("apt-get", "install", "-y", "--no-install-recommends", *packages)
    for program in missing:
        if not program.is_here:
            say(f"{program.commands[0]} is not here. It {program.does}: those tests are skipped.")


def _quietly(*command: str) -> None:
    subprocess.run(
        command,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
