"""What xlwings makes of the functions for Excel on Windows: Visual Basic, and words for people."""

from __future__ import annotations

import re
from typing import Any

import pytest

import udfs
from tests.hosts.com import imported
from tests.hosts.write_wrappers import CLASSIC, WRAPPERS
from xl_vsm.excel import REGISTRY
from xl_vsm.excel.errors import LONGEST
from xl_vsm.excel.names import check_argument_names, check_function_name

Described = list[tuple[str, dict[str, Any]]]


@pytest.fixture(scope="module", params=WRAPPERS)
def made(request: pytest.FixtureRequest) -> tuple[str, str, Described]:
    """The file of wrappers, what xlwings writes now, and what it tells the function wizard."""
    return request.param, *imported(WRAPPERS[request.param])


def test_nobody_forgot_to_write_the_wrappers_again(made: tuple[str, str, Described]) -> None:
    file, visual_basic, _ = made
    kept = (CLASSIC / file).read_bytes().decode()
    assert kept == visual_basic, "run python -m tests.hosts.write_wrappers"


def test_every_function_is_wrapped_with_its_arguments(made: tuple[str, str, Described]) -> None:
    heads = dict(re.findall(r"^Function (\w+)\((.*)\)$", made[1], re.M))
    assert list(heads) == udfs.__all__
    for name, head in heads.items():
        names = [re.sub(r"^(Optional|ParamArray) |\(\)$", "", one) for one in head.split(", ")]
        assert [one for one in names if one] == list(REGISTRY[name].arguments)


def test_an_add_in_serves_the_workbook_in_front(made: tuple[str, str, Described]) -> None:
    file, visual_basic, _ = made
    here, other = ("ActiveWorkbook", "ThisWorkbook")[:: 1 if "addin" in file else -1]
    assert visual_basic.count(f", {here}, Application.Caller)") == len(udfs.__all__)
    assert other not in visual_basic


def test_no_name_means_something_else_to_excel_or_visual_basic() -> None:
    for name in udfs.__all__:
        check_function_name(name)
        check_argument_names(name, list(REGISTRY[name].arguments))


def test_the_function_wizard_is_told_everything(made: tuple[str, str, Described]) -> None:
    file, _, described = made
    about = {macro.partition("!")[2]: words for macro, words in described}
    assert {macro.partition("!")[0] for macro, _ in described} == {f"'{WRAPPERS[file]}'"}
    assert list(about) == udfs.__all__
    for name, words in about.items():
        function = REGISTRY[name]
        assert words["Description"] == function.summary
        assert words["Category"] == function.category
        assert words["Category"].startswith("NHS ")
        assert (words["ArgumentDescriptions"] or []) == list(function.arguments.values())


def test_nothing_told_to_excel_is_cut(made: tuple[str, str, Described]) -> None:
    for _, words in made[2]:
        texts = [words["Description"], words["Category"], *(words["ArgumentDescriptions"] or [])]
        assert all(0 < len(text) < LONGEST for text in texts)


def test_the_button_tells_the_wizard_the_same_words(made: tuple[str, str, Described]) -> None:
    from install.classic.book.macros import macros  # noqa: PLC0415 - is only there in a clone

    source = macros(ribbon=False).replace(" _\n        ", "")
    for macro, words in made[2]:
        name = macro.partition("!")[2]
        given = ", ".join(map(_quoted, words["ArgumentDescriptions"] or []))
        told = ", ".join(map(_quoted, [name, words["Category"]]))
        line = f"Describe {told},{_quoted(words['Description'])}, Array({given})"
        assert line.replace(", ", ",") in source.replace(", ", ",")


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
