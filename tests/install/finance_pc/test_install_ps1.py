"""install.ps1, read by a PowerShell grammar. No PowerShell runs it here."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
import tree_sitter_powershell
from finance_pc import command, download, stopped
from tree_sitter import Language, Node, Parser

from tests.conftest import ROOT
from xl_vsm.diagnosis.interpreter import NEWEST, OLDEST

SCRIPT = ROOT / "install" / "finance-pc" / "install.ps1"
TEXT = SCRIPT.read_text(encoding="utf-8")
PARSER = Parser(Language(tree_sitter_powershell.language()))
TREE = PARSER.parse(TEXT.encode("utf-8"))

HARMLESS = {
    "ForEach-Object",
    "Get-Command",
    "Get-ItemProperty",
    "Select-Object",
    "Set-StrictMode",
    "Test-Path",
    "Where-Object",
    "Write-Output",
}
"""All that it may call of PowerShell's own: nothing that changes anything or needs more rights."""
APPROVED_VERBS = {"Find", "Get", "Show", "Test"}


def nodes(kind: str) -> Iterator[str]:
    """Return the text of every node of a kind."""
    waiting = [TREE.root_node]
    while waiting:
        node: Node = waiting.pop()
        if node.type == kind and node.text is not None:
            yield node.text.decode("utf-8")
        waiting.extend(node.children)


def test_it_is_powershell() -> None:
    assert not TREE.root_node.has_error
    assert PARSER.parse(TEXT.replace("}", "", 1).encode()).root_node.has_error


def test_it_is_ascii_which_every_powershell_reads_alike() -> None:
    assert TEXT.isascii()
    assert not TEXT.startswith("\ufeff")


def test_it_is_strict() -> None:
    assert "#Requires -Version 5.1" in TEXT
    assert "Set-StrictMode -Version 2.0" in TEXT
    assert "$ErrorActionPreference = 'Stop'" in TEXT


def test_it_calls_nothing_that_changes_anything() -> None:
    own = set(nodes("function_name"))
    called = set(nodes("command_name"))
    assert called <= HARMLESS | own
    assert called >= own
    assert {name.partition("-")[0] for name in own} <= APPROVED_VERBS


def test_it_runs_in_the_constrained_language_mode() -> None:
    # Where AppLocker or its successor is in force, methods of .NET may not be called.
    assert list(nodes("invokation_expression")) == []
    assert PARSER.parse(b"[IO.File]::Delete('x')").root_node.child(0) is not None
    assert "New-Object" not in TEXT
    assert "Add-Type" not in TEXT


def test_programs_are_given_their_words_in_single_quotes() -> None:
    # Windows PowerShell 5.1 loses double quotes inside a word for a program.
    probes = [text for text in nodes("string_literal") if "import sys" in text]
    assert len(probes) == 2
    assert all(text.startswith("'") and '"' not in text for text in probes)


def test_every_parameter_is_described() -> None:
    declared = re.search(r"\nparam\((.*?)\n\)", TEXT, re.DOTALL)
    assert declared is not None
    names = re.findall(r"\$(\w+)", declared[1])
    assert re.findall(r"\.PARAMETER (\w+)", TEXT) == names
    assert "SupportsShouldProcess" in TEXT  # which brings -WhatIf


def test_every_word_that_it_passes_on_is_known() -> None:
    passed = set(re.findall(r"'(--[\w-]+)'", TEXT))
    known = {word for action in command._parser()._actions for word in action.option_strings}
    assert passed == known - {"-h", "--help"}


def test_the_exit_codes_are_those_of_the_set_up() -> None:
    told = TEXT.partition("Exit codes:")[2].partition("\n\n")[0]
    codes = {value for value in vars(stopped).values() if isinstance(value, int)}
    own = {int(number) for number in re.findall(r"\$NoPython = (\d+)", TEXT)}
    usage = {2}
    assert {int(number) for number in re.findall(r"\b(\d+) [a-z]", told)} == codes | own | usage


def test_the_versions_are_those_that_the_set_up_takes() -> None:
    wanted = re.search(r"\$Wanted = @\((.*?)\)", TEXT)
    assert wanted is not None
    assert sorted(re.findall(r"[\d.]+", wanted[1])) == list(download.VERSIONS)
    ends = [tuple(int(part) for part in download.VERSIONS[end].split(".")) for end in (0, -1)]
    assert ends == [OLDEST, NEWEST]


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ("D:\\my wheels\\", "D:\\my wheels"),
        ("D:\\my wheels\\\\", "D:\\my wheels"),
        ("\\\\server\\a share\\", "\\\\server\\a share"),
        (".\\my wheels", ".\\my wheels"),
        ("D:\\", "D:\\"),
        ("", ""),
    ],
)
def test_a_folder_is_passed_on_without_a_backslash_at_its_end(given: str, passed: str) -> None:
    # .NET and Python read this pattern alike. Quoted, what is left does not end in a backslash.
    (pattern,) = re.findall(r"\$Wheelhouse = \$Wheelhouse -replace '(.+)', ''", TEXT)
    assert re.sub(pattern, "", given) == passed
    assert TEXT.index("-replace") < TEXT.index("'--wheelhouse'")


@pytest.mark.parametrize(
    ("version", "fit"),
    [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False)],
)
def test_the_question_that_it_puts_to_a_python(version: tuple[int, int], fit: bool) -> None:
    found = re.search(r"\$Probe = '(.*)'", TEXT)
    assert found is not None
    pretend = f"import sys; sys.version_info = ({version[0]}, {version[1]}, 0); {found[1]}"
    ran = subprocess.run([sys.executable, "-I", "-c", pretend], check=False)
    assert (ran.returncode == 0) is fit
