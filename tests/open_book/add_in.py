"""Excel with an add-in: what it sends to xlwings Server or Lite, and how it does as it is told.

Written after the add-in's own script in xlwings-server 1.20 (`static/js/custom-scripts`): what
`getBookData` sends of a workbook, and what its callbacks do with each action.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from tests.open_book.model import Held, Open, Page, Rule, a1, serial

ROOT = Path(__file__).parents[2]
KEY = "XLWINGS_LICENSE_KEY"
DAYS_TO_1970 = 25_569


class Refused(Exception):
    """Excel would not do an action; those before it are done, those after it are not."""


class Server:
    """xlwings' own code for Server and Lite, in a process of its own, with its own licence key."""

    def __init__(self) -> None:
        environment = {**os.environ, "XLWINGS_ON_SERVER": "true"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.open_book.add_in_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment,
        )

    def ask(self, script: str, payload: dict[str, Any], **options: Any) -> dict[str, Any]:
        """Run a script on what the add-in sends; return its actions, or the error's words."""
        assert self._process.stdin
        assert self._process.stdout
        question = {"script": script, "payload": payload, "options": options}
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))

    def press(self, book: Open, script: str = "check_this_workbook", **options: Any) -> Any:
        """Press the button: send the workbook, run the script, and do what it answers.

        Returns:
            What the script returned, where it was called directly with options.
        """
        answer = self.ask(script, sent(book), **options)
        if "error" in answer:
            book.said.append(answer["error"])
            return None
        for action in answer["actions"]:
            do(book, action)
        return answer["report"]

    def stop(self) -> None:
        """End the process."""
        self._process.communicate("", timeout=60)


def sent(book: Open) -> dict[str, Any]:
    """Return what the add-in sends of a workbook."""
    return {
        "client": "Office.js",
        "version": "0.37.8",
        "book": {"name": book.name, "active_sheet_index": book.active, "selection": "A1"},
        "names": [],
        "sheets": [_sheet(page) for page in book.pages],
    }


def _sheet(page: Page) -> dict[str, Any]:
    rows, columns = page.used(looks=False)
    is_empty = not any(cell.value is not None for cell in page.cells.values())
    return {
        "name": page.name,
        "visibility": "Hidden" if page.hidden else "Visible",
        "used_range_address": None if is_empty else f"A1:{a1(rows, columns)}",
        "values": [
            [_value(page.at(row, column)) for column in range(1, columns + 1)]
            for row in range(1, rows + 1)
        ],
        "notes": [],
        "notes_supported": True,
        "tables": [],
    }


def _value(cell: Held) -> Any:
    """Return a value as the add-in sends it: dates by their format, in ISO form and in UTC."""
    value = cell.value
    if isinstance(value, date | datetime | time | timedelta):
        milliseconds = round((serial(value) - DAYS_TO_1970) * 86_400_000)
        moment = datetime(1970, 1, 1) + timedelta(milliseconds=milliseconds)  # noqa: DTZ001
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"
    return "" if value is None else value


def do(book: Open, action: dict[str, Any]) -> None:
    """Do one action.

    Raises:
        Refused: Excel would not; the add-in stops and shows why.
    """
    name, args = action["func"], action["args"]
    if name == "addSheet":
        if book.locked:
            raise Refused(name)
        book.pages.insert(args[0], Page(args[1]))
        return
    if name == "activateSheet":
        assert not book.pages[args[0]].hidden
        book.active = args[0]
        return
    page = book.pages[action["sheet_position"]]
    if name == "setSheetVisibility":
        page.hidden = args[0] != "Visible"
        return
    if name == "sheetClear":
        page.clear()
        page.rules.clear()
        return
    top, left = action["start_row"] + 1, action["start_column"] + 1
    if name == "addConditionalFormat":
        if page.protected:
            raise Refused(name)
        assert (action["row_count"], action["column_count"]) == (1_048_576, 16_384)
        assert args[0]["type"] == "Custom"
        page.rules.insert(0, Rule(args[0]["formula"], args[0]["fill_color"]))
        return
    rows = range(top, top + action["row_count"])
    columns = range(left, left + action["column_count"])
    if name == "setColumnHidden":
        page.hidden_columns.update(columns)
        return
    if name == "setColumnWidth":
        page.widths[left] = args[0]
        return
    if name in ("setFontProperty", "setVerticalAlignment", "setWrapText", "setAutofit"):
        return  # how our own sheet looks, which nothing rests on
    for down, row in enumerate(rows):
        for across, column in enumerate(columns):
            _cell(page, (row, column), action, (down, across))


def _cell(page: Page, place: tuple[int, int], action: dict[str, Any], at: tuple[int, int]) -> None:
    name = action["func"]
    if name in ("setValues", "setFormula"):
        page.enter(*place, action["values"][at[0]][at[1]])
    elif name == "setRangeColor":
        page.own(*place).fill = action["args"][0]
    elif name == "rangeClearContents":
        page.enter(*place, None)
    else:
        raise AssertionError(f"an action that this stand-in does not know: {name}")
