"""The line in the settings file that other people's workbooks read too."""

from __future__ import annotations

import pytest
from finance_pc.settings import copy_of

from tests.install.finance_pc.conftest import Pc
from tests.install.finance_pc.test_set_up import OURS

THEIRS = (
    '"PYTHONPATH","C:\\Caf\xe9"\r\n"Interpreter_Win","C:\\Conda\\python.exe"\n"SHOW CONSOLE","1"'
)


def written(pc: Pc, text: str) -> None:
    pc.places.settings.parent.mkdir(parents=True)
    pc.places.settings.write_bytes(text.encode("latin-1"))


def read(pc: Pc) -> str:
    return pc.places.settings.read_bytes().decode("latin-1")


def test_another_python_is_not_displaced_without_leave(
    pc: Pc, capsys: pytest.CaptureFixture[str]
) -> None:
    written(pc, THEIRS)
    before = pc.files()
    assert pc.set_up() == 4
    assert "C:\\Conda\\python.exe" in capsys.readouterr().out
    assert pc.files() == before


def test_with_leave_one_line_is_changed_and_the_file_kept(pc: Pc) -> None:
    written(pc, THEIRS)
    assert pc.set_up("--replace-interpreter") == 0
    lines = THEIRS.splitlines(keepends=True)
    assert read(pc) == lines[0] + OURS + lines[2]
    assert copy_of(pc.places.settings).read_bytes() == THEIRS.encode("latin-1")


@pytest.mark.parametrize("end", ["", "\r\n", "\n"])
def test_a_line_is_added_where_there_was_none(end: str, pc: Pc) -> None:
    written(pc, f'"SHOW CONSOLE","1"{end}')
    assert pc.set_up() == 0
    assert read(pc) == f'"SHOW CONSOLE","1"{end or chr(13) + chr(10)}{OURS}'


def test_the_copy_is_of_the_file_before_the_first_time(pc: Pc) -> None:
    written(pc, THEIRS)
    pc.set_up("--replace-interpreter")
    pc.set_up()
    assert copy_of(pc.places.settings).read_bytes() == THEIRS.encode("latin-1")


def test_removal_puts_the_old_value_back(pc: Pc) -> None:
    written(pc, THEIRS)
    pc.set_up("--replace-interpreter")
    pc.set_up()
    assert pc.set_up("--uninstall") == 0
    assert '"INTERPRETER_WIN","C:\\Conda\\python.exe"\r\n' in read(pc)
    assert read(pc).replace("INTERPRETER_WIN", "Interpreter_Win").split() == THEIRS.split()
    assert not copy_of(pc.places.settings).exists()


def test_removal_leaves_what_somebody_changed_since(pc: Pc) -> None:
    pc.set_up()
    changed = '"INTERPRETER_WIN","D:\\python.exe"\r\n'
    pc.places.settings.write_bytes(changed.encode("ascii"))
    assert pc.set_up("--uninstall") == 0
    assert read(pc) == changed


def test_removal_keeps_lines_that_were_added_since(pc: Pc) -> None:
    pc.set_up()
    with pc.places.settings.open("ab") as file:
        file.write(b'"SHOW CONSOLE","1"\r\n')
    pc.set_up("--uninstall")
    assert read(pc) == '"SHOW CONSOLE","1"\r\n'
