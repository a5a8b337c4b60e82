"""The functions run in a browser's Python with nothing but pydantic: no xlwings and no key."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.golden_cases import golden_cases
from tests.hosts.pyodide.running import PYDANTIC, own_wheel, run
from tests.hosts.pyodide.set_up import missing

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

CODE = """
import json, sys
import udfs

def answer(function, arguments):
    try:
        return getattr(udfs, function)(*arguments)
    except ValueError as error:
        return f"error:{error}"

loaded = sorted({name.partition(".")[0] for name in sys.modules} & set(HEAVY))
json.dumps({"answers": [answer(*case) for case in CASES], "loaded": loaded, "on": sys.platform})
"""
HEAVY = ["numpy", "openpyxl", "pandas", "platformdirs", "rich", "tomli_w", "xlwings"]


def asked(cases: list[tuple[str, tuple[str, ...]]]) -> dict[str, Any]:
    facts = f"CASES = {json.dumps(cases)}\nHEAVY = {HEAVY!r}\n"
    report = run("python.mjs", only=PYDANTIC, unpack=own_wheel(), code=facts + CODE)
    answer: dict[str, Any] = report["answer"]
    return answer


def test_the_golden_cases_are_answered_as_the_documents_say() -> None:
    cases = golden_cases()
    said = asked([(case.function, case.arguments) for case in cases])
    assert said["on"] == "emscripten"
    assert said["loaded"] == []
    assert len(said["answers"]) == len(cases) >= 100
    for case, answer in zip(cases, said["answers"], strict=True):
        if case.expected.startswith("error:"):
            words = case.expected.removeprefix("error:")
            assert re.search(f"(?i)^error:.*{words}", str(answer)), str(case)
        elif isinstance(answer, list):
            assert answer == [case.expected_row], str(case)
        else:
            assert str(answer) == case.expected or answer == float(case.expected), str(case)
