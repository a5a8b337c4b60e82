"""One line in the settings file of the add-in's macros: which Python to start.

No other line is touched. `UDF MODULES`, which other people's workbooks may rely on too, is not
written: our macros name their module themselves.
"""

from __future__ import annotations

from pathlib import Path

from finance_pc.stopped import SETTINGS_OF_ANOTHER, Stopped
from finance_pc.work import Work
from xl_vsm.diagnosis.places import INTERPRETER, INTERPRETER_VALUE, Places
from xl_vsm.diagnosis.settings_file import ENCODING, read_lines, setting_in, value_of

LINE = f'"{INTERPRETER}","{INTERPRETER_VALUE}"\r\n'


def interpreter_before(places: Places) -> str | None:
    """Return which Python the settings name now."""
    return value_of(read_lines(places.settings), INTERPRETER)


def check_settings(work: Work) -> None:
    """Make sure that no other Python is displaced without leave.

    Raises:
        Stopped: the settings name another Python, which other workbooks may need.
    """
    before = interpreter_before(work.places)
    if before in (None, "", INTERPRETER_VALUE) or work.replace_interpreter:
        return
    raise Stopped(
        SETTINGS_OF_ANOTHER,
        f"{work.places.settings} names another Python, {before}. Other workbooks of yours may need"
        " it. If not, run this again with -ReplaceInterpreter; the old line is kept and comes back"
        " with -Uninstall",
    )


def write_setting(work: Work) -> None:
    """Name our Python, and keep a copy of the file as it was before the first time."""
    path = work.places.settings
    lines = read_lines(path)
    if value_of(lines, INTERPRETER) == INTERPRETER_VALUE:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = copy_of(path)
    if path.is_file() and not copy.exists():
        copy.write_bytes(path.read_bytes())
        work.journal.touch("copied the settings to", copy)
    _write(path, _with_line(lines, LINE))
    work.journal.touch("wrote one line in", path)


def restore_setting(work: Work, before: str | None) -> None:
    """Put back the line as it was, unless somebody has changed it since."""
    path = work.places.settings
    lines = read_lines(path)
    if value_of(lines, INTERPRETER) == INTERPRETER_VALUE:
        lines = _with_line(lines, f'"{INTERPRETER}","{before}"\r\n' if before is not None else None)
        if lines or copy_of(path).exists():
            _write(path, lines)
            work.journal.touch("put back one line in", path)
        else:
            path.unlink()
            work.journal.touch("removed", path)
    copy_of(path).unlink(missing_ok=True)


def copy_of(path: Path) -> Path:
    """Return where the settings are kept as they were before."""
    return path.with_name(f"{path.name}.before-xl_vsm")


def _with_line(lines: list[str], new: str | None) -> list[str]:
    """Return the lines with the one that counts replaced, or taken out, or added last."""
    for number, line in enumerate(lines):
        pair = setting_in(line)
        if pair and pair[0].casefold() == INTERPRETER.casefold():
            return [*lines[:number], *([new] if new else []), *lines[number + 1 :]]
    if new and lines and not lines[-1].endswith(("\r", "\n")):
        lines = [*lines[:-1], f"{lines[-1]}\r\n"]
    return [*lines, new] if new else lines


def _write(path: Path, lines: list[str]) -> None:
    path.write_bytes("".join(lines).encode(ENCODING))
