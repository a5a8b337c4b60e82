"""Judge every mutant, say what survived, and keep the figures in the docs.

python -m tests.mutation [--only TEXT] [--resume] [--again] [--thorough] [--write]
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Final

import pydantic

from benchmarks.kept import keep as keep_in_page
from tests.mutation.children import in_a_child
from tests.mutation.explained import expected, explanations, why
from tests.mutation.judging import Verdict, judged
from tests.mutation.mutants import ROOT, Mutant, every_mutant
from tests.mutation.reach import measure, read
from tests.mutation.report import Effort, line, tables

FOLDER: Final = ROOT / "build" / "mutation"
VERDICTS: Final = FOLDER / "verdicts.jsonl"
EFFORT: Final = FOLDER / "effort.json"
PAGE: Final = "mutation-testing.md"
A_DAY: Final = 24 * 60 * 60
BROUGHT_IN: Final = ("coverage", "hypothesis.strategies", "numpy.random", "pandas", "tomllib")
"""What the tests need besides, brought in once for every child."""


def main() -> int:
    """Judge, print, and return 0; 1 where a mutant survived that nobody has explained."""
    options = _options()
    FOLDER.mkdir(parents=True, exist_ok=True)
    effort = Effort.begun()
    for name in BROUGHT_IN:
        import_module(name)
    pydantic.create_model("Any", any=(date | None, None))  # pydantic brings in the rest of itself
    mutants = list(every_mutant(options.only))
    before = _kept(mutants) if options.again else []
    wanted = [n for n in range(len(mutants)) if not before or before[n].survived]
    _say(f"{len(mutants)} mutants, {len(wanted)} to judge")
    gc.freeze()
    gc.disable()  # each child is short, and what it would tidy is gone with it
    if not options.resume:
        for each in ("reach.json", "running.jsonl", "anew.jsonl"):
            (FOLDER / each).unlink(missing_ok=True)
        _say("First every test as it is ...")
        if failed := in_a_child(lambda: measure(FOLDER / "reach.json"), A_DAY):
            _say(f"{failed} fails with nothing changed")
            return 2
    reach = read(FOLDER / "reach.json")
    if not options.thorough:
        reach.expected = expected(mutants)
    new = judged([mutants[n] for n in wanted], reach, FOLDER, _say)
    verdicts = {**dict(enumerate(before)), **dict(zip(wanted, new, strict=True))}
    return _tell(
        [verdicts[n] for n in range(len(mutants))],
        effort.until_now(len(reach.seconds), sum(reach.seconds.values())),
        options,
    )


def _tell(verdicts: list[Verdict], effort: Effort, options: argparse.Namespace) -> int:
    """Keep what was found and print it."""
    if options.again:
        effort = effort.after(Effort(**json.loads(EFFORT.read_text(encoding="utf-8"))))
    EFFORT.write_text(effort.as_json(), encoding="utf-8")
    lines = "".join(each.as_json() + "\n" for each in verdicts)
    VERDICTS.write_text(lines, encoding="utf-8")
    explained = explanations()
    page = "\n".join([effort.words(), "", *tables(verdicts, explained)]) + "\n"
    print(page)
    if options.write:
        keep_in_page(PAGE, page)
    unexplained = [each for each in verdicts if each.survived and not why(each, explained)]
    for each in unexplained:
        print(line(each))
    return 1 if unexplained else 0


def _kept(mutants: Sequence[Mutant]) -> list[Verdict]:
    """Return the verdicts of the last run, which must have been on these same mutants."""
    lines = VERDICTS.read_text(encoding="utf-8").splitlines()
    before = [Verdict(**json.loads(each)) for each in lines]
    if [v.place for v in before] != [m.place for m in mutants]:
        raise SystemExit("the files have changed since the last run: run without --again")
    return before


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--only", default="", help="files whose path has this text in it")
    parser.add_argument(
        "--again", action="store_true", help="judge again only what survived, as after new tests"
    )
    parser.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    parser.add_argument(
        "--thorough", action="store_true", help="try what is explained on every test as well"
    )
    parser.add_argument("--write", action="store_true", help="put the tables into the docs")
    return parser.parse_args()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
