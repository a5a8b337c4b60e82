"""The check of a long list as it is written with frictionless.

python with_frictionless.py WORKBOOK FIGURES

It runs in an environment of its own and knows nothing of this project: the figures are a file.
Prints the wrong cells as JSON.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import attrs
from frictionless import Check, Checklist, Dialect, Resource, Schema, errors, fields, formats

HEADINGS_AT = 3
PENNY = Decimal("0.01")
Row = dict[str, Any]
Figures = dict[str, Any]


def main() -> int:
    """Read, check and print. Return 0."""
    workbook, figures = sys.argv[1:]
    path = Path(workbook)
    sheet = formats.ExcelControl(sheet="Board pay")
    resource = Resource(
        path=path.name,
        basepath=str(path.parent),
        dialect=Dialect(header_rows=[HEADINGS_AT], controls=[sheet]),
        schema=_schema(),
    )
    check = AsPublished(
        figures=json.loads(Path(figures).read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    )
    report = resource.validate(Checklist(checks=[check]), limit_errors=sys.maxsize)
    print(json.dumps(report.flatten(["fieldName", "rowNumber"])))
    return 0


def _schema() -> Schema:
    number = {"required": True, "minimum": 0}
    return Schema(
        fields=[
            fields.IntegerField(name="Ref", constraints={"required": True, "unique": True}),
            fields.StringField(name="Post", constraints={"required": True}),
            fields.StringField(name="Role", constraints={"enum": ["Director", "Chief Executive"]}),
            fields.DateField(name="In post from"),
            fields.NumberField(name="WTE", constraints={"minimum": 0, "maximum": 1}),
            fields.NumberField(name="Salary", constraints=number),
            fields.StringField(name="Pay band"),
            fields.StringField(name="Position in range"),
            fields.StringField(name="Approved by"),
            fields.NumberField(name="Pensionable pay", constraints=number),
            fields.IntegerField(name="Tier"),
            fields.NumberField(name="Rate", constraints=number),
            fields.NumberField(name="Contribution", constraints=number),
            fields.NumberField(name="Employer pension", constraints=number),
            fields.NumberField(name="Employer NI", constraints=number),
        ]
    )


class NotAsPublished(errors.CellError):
    """A cell that the published figures do not bear out."""

    type = "not-as-published"
    title = "Not as published"
    template = "{rowNumber}: {fieldName} is {cell}; {note} is due"


@attrs.define(kw_only=True, repr=False)
class AsPublished(Check):
    """Hold every row to the published figures, amounts to the penny."""

    type = "as-published"
    Errors = [NotAsPublished]  # noqa: RUF012 - as frictionless has it
    figures: Figures

    def validate_row(self, row: Row) -> Iterator[NotAsPublished]:
        """Give what is wrong in a row."""
        for name, due in DUE.items():
            wanted = due(row, self.figures)
            stated = row[name]
            near = isinstance(wanted, Decimal) and abs(stated - wanted) < NEAR[name]
            if stated != wanted and not near:
                yield NotAsPublished.from_row(row, note=str(wanted), field_name=name)


def _tier(row: Row, figures: Figures) -> int:
    return bisect_right(figures["tiers"], row["Pensionable pay"])


def _rate(row: Row, figures: Figures) -> Decimal:
    return figures["rates"][_tier(row, figures) - 1]


def _contribution(row: Row, figures: Figures) -> Decimal:
    return _penny(row["Pensionable pay"] * _rate(row, figures))


def _pension(row: Row, figures: Figures) -> Decimal:
    return _penny(row["Pensionable pay"] * figures["employer_pension"])


def _insurance(row: Row, figures: Figures) -> Decimal:
    above = max(row["Pensionable pay"] - figures["secondary_threshold"], Decimal(0))
    return _penny(above * figures["employer_insurance"])


def _position(row: Row, figures: Figures) -> str:
    names = ("below range", "in range", "exception zone", "above range")
    minimum, maximum, zone = figures["range"]
    salary = row["Salary"]
    return names[(salary >= minimum) + (salary > maximum) + (salary > zone)]


def _approver(row: Row, figures: Figures) -> str:
    _, maximum, zone = figures["range"]
    salary = row["Salary"]
    if salary > zone:
        return "NHS England and DHSC"
    central = salary > maximum or salary > figures["central_approval"]
    return "NHS England" if central else "remuneration committee"


def _penny(amount: Decimal) -> Decimal:
    return amount.quantize(PENNY, ROUND_HALF_UP)


Due = Callable[[Row, Figures], Any]
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
NEAR = {
    "Rate": Decimal("0.000001"),
    **dict.fromkeys(("Contribution", "Employer pension", "Employer NI"), Decimal("0.006")),
}

if __name__ == "__main__":
    sys.exit(main())
