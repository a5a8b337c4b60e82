"""The check of a long list as it is written with pandas and pandera.

python with_pandera.py WORKBOOK FIGURES ENGINE

It runs in an environment of its own and knows nothing of this project: the figures are a file.
Prints the wrong cells as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa

HEADINGS_AT = 2
FIRST_ROW = HEADINGS_AT + 2


def main() -> int:
    """Read, check and print. Return 0."""
    workbook, figures, engine = sys.argv[1:]
    frame = pd.read_excel(workbook, sheet_name="Board pay", header=HEADINGS_AT, engine=engine)
    wrong = list(_wrong(frame, _schema(json.loads(Path(figures).read_text("utf-8")))))
    print(json.dumps(wrong))
    return 0


def _wrong(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> Iterator[tuple[str, int]]:
    """Give the heading and the row of each wrong cell."""
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as found:
        cases = found.failure_cases.drop_duplicates(["check", "index"])
        for case in cases.itertuples():
            yield case.check, int(case.index) + FIRST_ROW


def _schema(figures: dict[str, Any]) -> pa.DataFrameSchema:
    number, word = pa.Column(float, pa.Check.ge(0), coerce=True), pa.Column(str)
    return pa.DataFrameSchema(
        {
            "Ref": pa.Column(int, unique=True),
            "Post": word,
            "Role": pa.Column(str, pa.Check.isin(["Director", "Chief Executive"])),
            "In post from": pa.Column("datetime64[ns]", coerce=True),
            "WTE": pa.Column(float, pa.Check.in_range(0, 1, include_min=False), coerce=True),
            "Salary": number,
            "Pay band": word,
            "Position in range": word,
            "Approved by": word,
            "Pensionable pay": number,
            "Tier": pa.Column(int),
            "Rate": number,
            "Contribution": number,
            "Employer pension": number,
            "Employer NI": number,
        },
        checks=[pa.Check(_is(heading, due, figures), name=heading) for heading, due in DUE.items()],
    )


Due = Callable[[pd.DataFrame, dict[str, Any]], Any]


def _is(heading: str, due: Due, figures: dict[str, Any]) -> Callable[[pd.DataFrame], Any]:
    """Hold a column to what is due, amounts to the penny."""
    near = 1e-6 if heading == "Rate" else 0.006

    def check(frame: pd.DataFrame) -> Any:
        stated, wanted = frame[heading], due(frame, figures)
        if pd.api.types.is_numeric_dtype(stated):
            return pd.Series(np.isclose(stated, wanted, rtol=0, atol=near), index=frame.index)
        return stated == wanted

    return check


def _tier(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    return np.searchsorted(figures["tiers"], frame["Pensionable pay"], side="right")


def _rate(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    return np.array(figures["rates"])[_tier(frame, figures) - 1]


def _contribution(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    return (frame["Pensionable pay"] * _rate(frame, figures)).round(2)


def _pension(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    return (frame["Pensionable pay"] * figures["employer_pension"]).round(2)


def _insurance(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    above = (frame["Pensionable pay"] - figures["secondary_threshold"]).clip(lower=0)
    return (above * figures["employer_insurance"]).round(2)


def _position(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    minimum, maximum, zone = figures["range"]
    salary = frame["Salary"]
    return np.select(
        [salary < minimum, salary <= maximum, salary <= zone],
        ["below range", "in range", "exception zone"],
        "above range",
    )


def _approver(frame: pd.DataFrame, figures: dict[str, Any]) -> Any:
    _, maximum, zone = figures["range"]
    salary = frame["Salary"]
    return np.select(
        [salary > zone, (salary > maximum) | (salary > figures["central_approval"])],
        ["NHS England and DHSC", "NHS England"],
        "remuneration committee",
    )


DUE: dict[str, Due] = {
    "Pay band": lambda _, figures: figures["band"],
    "Position in range": _position,
    "Approved by": _approver,
    "Tier": _tier,
    "Rate": _rate,
    "Contribution": _contribution,
    "Employer pension": _pension,
    "Employer NI": _insurance,
}

if __name__ == "__main__":
    sys.exit(main())
