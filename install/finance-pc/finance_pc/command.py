"""The words of the command line, and the steps in their order."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from finance_pc.add_in import is_on_a_server, put_add_in
from finance_pc.check import check
from finance_pc.environment import make_environment
from finance_pc.journal import Journal
from finance_pc.note import missing_folders, write_note
from finance_pc.remove import remove, to_remove
from finance_pc.settings import check_settings, interpreter_before, write_setting
from finance_pc.source import Source
from finance_pc.start import write_command
from finance_pc.stopped import DONE, NOT_WINDOWS, WRONG_PYTHON, Stopped
from finance_pc.work import Run, Work, run
from xl_vsm.diagnosis.interpreter import unfit
from xl_vsm.diagnosis.places import INTERPRETER_VALUE, NoProfile, Places

ROOT = Path(__file__).resolve().parents[3]
_ABOUT = """\
Set up the worksheet functions for this person on this Windows PC. No administrator is needed, and
nothing outside this person's own folders is touched. Run it again to update or to mend.
"""


def main(
    words: list[str],
    environ: Mapping[str, str] = os.environ,
    root: Path = ROOT,
    runner: Run = run,
) -> int:
    """Set up, or show what would be done, or remove; return the exit code.

    Args:
        words: the command line.
        environ: the variables that name this person's folders.
        root: the project's folder.
        runner: what runs a program.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a console of few letters shows a mark for the others
    options = _parser().parse_args(words)
    try:
        places = Places.of(environ)
    except NoProfile as error:
        print(f"This is for Windows: {error}.")
        return NOT_WINDOWS
    journal = Journal(None if options.what_if else places.log)
    wheelhouse = options.wheelhouse and options.wheelhouse.resolve()
    source = Source(root, wheelhouse, options.digest)
    work = Work(places, source, journal, sys.executable, runner, options.replace_interpreter)
    try:
        return _removed(work, options) if options.uninstall else _set_up(work, options)
    except Stopped as stopped:
        journal.say(f"{stopped}.")
        return stopped.code


def _set_up(work: Work, options: Namespace) -> int:
    why_not = unfit(sys.version_info[:3], sys.base_prefix, is_64_bit=sys.maxsize > 2**32)
    if why_not:
        raise Stopped(WRONG_PYTHON, f"This Python will not do: {why_not}")
    work.source.check()
    check_settings(work)
    if options.what_if:
        print("\n".join(_would(work)))
        return DONE
    write_note(work)
    if work.source.wheelhouse is not None:
        work.journal.say(f"The wheelhouse has the digest {work.source.wheelhouse_digest}")
    make_environment(work)
    write_command(work)
    put_add_in(work)
    write_setting(work)
    code = check(work)
    _tell(work)
    if is_on_a_server(work.places.start_folder):
        work.journal.say(
            f"{work.places.start_folder} is on a server, where Excel does not trust add-ins by"
            " default. If Excel blocks it, ask IT to make that folder a trusted location."
        )
    work.journal.say(
        "Close Excel and open it again; then type =VSM_STATUS() in a cell.\n"
        "To check a workbook without Excel, type in a command prompt:\n"
        '  "%LOCALAPPDATA%\\xl_vsm\\xl-vsm" check pay.xlsx\n'
        "If a cell shows an error, press Windows+R and type:\n"
        r'  cmd /k "%LOCALAPPDATA%\xl_vsm\python\Scripts\xl-vsm.exe" diagnose'
    )
    return code


def _removed(work: Work, options: Namespace) -> int:
    if options.what_if:
        print("\n".join(["Would remove:", *(f"  {path}" for path in to_remove(work))]))
        return DONE
    remove(work)
    _tell(work)
    work.journal.say("Figures that you have loaded yourself are kept.")
    return DONE


def _would(work: Work) -> list[str]:
    places, source = work.places, work.source
    lines = ["Would, and nothing else:"]
    lines += [f"  make the folder {path}" for path in missing_folders(places)]
    lines += [
        f"  make a private Python environment in {places.environment}, with {work.python}",
        f"  install the packages of {source.pins} from {source.wheelhouse or 'the package index'}",
        f"  install xl_vsm {source.release} from {source.wheelhouse or source.root}",
        f"  write the add-in {places.add_in}",
        f"  write {places.command}, which starts xl-vsm",
    ]
    if interpreter_before(places) != INTERPRETER_VALUE:
        lines.append(f"  write one line in {places.settings}")
    return [*lines, f"  write {places.receipt} and {places.log}"]


def _tell(work: Work) -> None:
    work.journal.say("\n".join(["What was touched:", *(f"  {w}" for w in work.journal.touched)]))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="set_up.py", description=_ABOUT)
    parser.add_argument(
        "--wheelhouse",
        type=Path,
        metavar="DIR",
        help="install from this folder of packages, made with wheelhouse.py, and not the internet",
    )
    parser.add_argument(
        "--digest",
        metavar="SHA256",
        help="go on only if the wheelhouse has this digest, which wheelhouse.py printed",
    )
    parser.add_argument("--what-if", action="store_true", help="show what would be done")
    parser.add_argument("--uninstall", action="store_true", help="remove what was set up")
    parser.add_argument(
        "--replace-interpreter",
        action="store_true",
        help="even if the settings of xlwings name another Python",
    )
    return parser
