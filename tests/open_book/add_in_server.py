"""Runs scripts as xlwings Server does: one question a line on standard input, one answer a line."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import xlwings
import xlwings.server

from xl_vsm import open_book
from xl_vsm.open_book import script


def answer(question: dict[str, Any]) -> dict[str, Any]:
    if question["script"] == "meta":
        return {"scripts": xlwings.server.custom_scripts_meta(script)}
    book = xlwings.Book(json=question["payload"])
    report = None
    try:
        if question["options"]:
            # A button gives no options; a script that an organisation writes may.
            report = getattr(open_book, question["script"])(book, **question["options"])
        else:
            call = xlwings.server.custom_scripts_call(
                script, question["script"], None, {xlwings.Book: book}
            )
            book = asyncio.run(call)
    except xlwings.XlwingsError as refusal:
        return {"error": str(refusal)}
    shown = report and report.model_dump(mode="json", by_alias=True)
    return {"actions": book.json()["actions"], "report": shown}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
