"""The look at what was set up, by the very Python that Excel will start."""

from __future__ import annotations

from finance_pc.stopped import DONE, SOMETHING_WRONG
from finance_pc.work import Work


def check(work: Work) -> int:
    """Run `xl-vsm diagnose` in the private environment, and return the exit code of the set-up."""
    work.journal.say("Looking at what was set up ...\n")
    python = str(work.environments_python)
    ran = work.run([python, "-I", "-X", "utf8", "-m", "xl_vsm", "diagnose"])
    work.journal.say(ran.stdout)
    return SOMETHING_WRONG if ran.returncode else DONE
