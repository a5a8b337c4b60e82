"""Write the skeleton of a rule, with its table, check and worksheet function, where each belongs.

python install/new_rule.py NAME --topic pay --source KEY [--check CODE FAULT] [--function NAME]
python install/new_rule.py --left       what is still to be filled in, and where
python install/new_rule.py --finish     write what is generated, and run the tests near a rule

Whatever only a person can fill in says so, and a test fails while a place is left.
docs/how-to/add-a-rule.md follows one rule from here to the end.
"""

from __future__ import annotations

import re
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from skeletons.left import left
from skeletons.pieces import Asked, pieces

ROOT = Path(__file__).resolve().parent.parent
GENERATED = (
    ("docs/make_reference.py",),
    ("-m", "tests.hosts.write_wrappers"),
    ("install/classic/make_workbooks.py",),
)
"""What writes files from the code: the pages, and the functions' names in Visual Basic."""
NEAR = (
    *("tests/test_conventions.py", "tests/parameters/test_lint.py", "tests/udfs/test_golden.py"),
    *("tests/rules/test_every_rule.py", "tests/rules/test_newer_rules_golden.py"),
    *("tests/udfs/test_explain.py", "tests/hosts/test_parity_plain.py"),
    *("tests/checks/test_each_check.py", "tests/sheets/test_headers.py"),
    *("tests/docs/test_coverage.py", "tests/committee/annual/test_compliance.py"),
)
"""The tests that a new rule by itself can fail; the whole suite comes after them."""
SHAPES = {
    "name": r"[a-z]+(_[a-z]+)*",
    "topic": r"[a-z]+(_[a-z]+)*",
    "source": r"[a-z0-9]+(-[a-z0-9]+)*",
    "table": r"[a-z]+(-[a-z]+)*",
    "code": r"([A-Z]{3}\d{3})?",
    "fault": r"([a-z]+(-[a-z]+)*)?",
    "function": r"([A-Z]+(_[A-Z]+)*)?",
    "letter": r"[SFDPN]",
}
"""What each word looks like."""


def write(asked: Asked) -> list[str]:
    """Write the skeleton, tidy the lists that it was put into, and return the paths.

    Raises:
        SystemExit: a word is misshapen, a code or a file is there already, or a list is gone.
    """
    for name, shape in SHAPES.items():
        if not re.fullmatch(shape, getattr(asked, name)):
            raise SystemExit(f"{name} is {getattr(asked, name)!r}; it must look like {shape}")
    checks = (asked.root / "xl_vsm" / "checks").rglob("*.py")
    if asked.code and any(f'"{asked.code}"' in path.read_text(encoding="utf-8") for path in checks):
        raise SystemExit(f"{asked.code} is taken, and a code is never used again")
    written: dict[str, str] = {}
    for piece in pieces(asked):
        written[piece.path] = piece.into(written.get(piece.path) or asked.holds(piece.path))
    for path, text in written.items():
        file = asked.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    code = [path for path in written if path.endswith(".py")]
    for tidies in (["check", "--fix", "--select", "I,RUF022", "-q"], ["format", "-q"]):
        subprocess.run([sys.executable, "-m", "ruff", *tidies, *code], cwd=asked.root, check=True)
    return sorted(written)


def finish(root: Path = ROOT) -> int:
    """Write what is generated, run the tests near a rule, and return their exit code."""
    if still := left(root):
        print(*still, f"{len(still)} places are still to be filled in", sep="\n")
        return 1
    for command in GENERATED:
        subprocess.run([sys.executable, *command], cwd=root, check=True)
    tests = [sys.executable, "-m", "pytest", "-q", *NEAR]
    return subprocess.run(tests, cwd=root, check=False).returncode


def asked_for(words: Namespace, root: Path = ROOT) -> Asked:
    """Return what the command line asks for."""
    code, fault = words.check or ("", "")
    table = words.table or words.name.replace("_", "-")
    return Asked(
        *(root, words.name, words.topic, words.source, table),
        *(code, fault, words.function, words.letter),
    )


def command_line() -> ArgumentParser:
    """Return how the command line is read."""
    made = ArgumentParser(prog="new_rule.py", description=(__doc__ or "").split("\n")[0])
    made.add_argument("name", nargs="?", help="what the rule gives, such as pay_range")
    made.add_argument("--topic", help="its folder in xl_vsm/rules, such as pay")
    made.add_argument("--source", help="key of its document in sources.toml, there or not yet")
    made.add_argument("--table", help="its figures, there or not yet (called like the rule)")
    made.add_argument("--check", nargs=2, metavar=("CODE", "FAULT"), help="a check that asks it")
    made.add_argument("--function", default="", help="a worksheet function that asks it")
    made.add_argument("--letter", default="F", help="of its statement: S, F, D, P or N (F)")
    made.add_argument("--left", action="store_true", help="what is still to be filled in")
    made.add_argument("--finish", action="store_true", help="generate, and run the near tests")
    return made


def main(words: list[str], root: Path = ROOT) -> int:
    """Do what the command line asks, and return the exit code."""
    reads = command_line()
    asked = reads.parse_args(words)
    if asked.finish:
        return finish(root)
    if not asked.left:
        if not (asked.name and asked.topic and asked.source):
            reads.error("a rule needs a name, --topic and --source")
        write(asked_for(asked, root))
    print(*left(root), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
