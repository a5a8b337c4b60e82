"""One argument of a worksheet function: how its cells are read, and what a blank one stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from inspect import Parameter
from typing import Final, cast

from xl_vsm.excel.coerce import LARGEST, Reader, as_number, is_zero_date, reader_of, without_none
from xl_vsm.excel.errors import CellError, fault
from xl_vsm.excel.normalise import normalise

_MUST_BE_GIVEN: Final = object()


@dataclass(frozen=True, slots=True)
class Argument:
    """How one argument is read.

    Attributes:
        name: what messages call it.
        reader: reads a plain value as the argument's type.
        blank: what a blank cell stands for.
        is_date: whether 0 is a blank too: some hosts send it for one, and it is no date.
    """

    name: str
    reader: Reader
    blank: object
    is_date: bool

    @classmethod
    def of(cls, parameter: Parameter) -> Argument:
        """Read a parameter of the typed function: its hint and its default.

        Raises:
            TypeError: it cannot be told from a cell.
        """
        if parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
            raise TypeError("can only be given by name, which Excel cannot do")
        if parameter.kind is Parameter.POSITIONAL_ONLY:
            raise TypeError("is positional only, which xlwings does not take")
        if parameter.annotation is Parameter.empty:
            raise TypeError("has no type hint")
        kind, allows_none = without_none(parameter.annotation)
        reader = reader_of(kind)
        blank = parameter.default
        if blank is Parameter.empty:
            blank = None if allows_none or kind is object else _MUST_BE_GIVEN
        return cls(parameter.name, reader, blank, is_date=kind is date)

    def numbered(self, number: int) -> Argument:
        """Return one of a run of arguments, such as `size 2`."""
        return replace(self, name=f"{self.name} {number}")

    def take(self, raw: object) -> object:
        """Return what a cell means, or the error that it is or makes."""
        try:
            value = normalise(raw)
            if isinstance(value, CellError):
                return value
            if value is not None and not (self.is_date and is_zero_date(value)):
                return self.reader(value)
        except ValueError as error:
            return fault(f"{self.name} {error}")
        if self.blank is _MUST_BE_GIVEN:
            return fault(f"{self.name} is blank and must be given")
        return self.blank

    def take_all(self, cells: Sequence[object]) -> list[object]:
        """Return what each cell means. Equal texts and numbers are read once: columns repeat."""
        known: dict[object, object] = {}
        taken = []
        is_number = self.reader is as_number
        for raw in cells:
            kind = raw.__class__
            # Not TRUE, which a dictionary takes for 1.
            if kind is not float and kind is not str and kind is not int:
                taken.append(self.take(raw))
                continue
            if raw not in known:
                # A column of amounts is what there is most of, so it takes the short way.
                short = is_number and kind is float and 0 < abs(cast("float", raw)) <= LARGEST
                known[raw] = Decimal(repr(raw)) if short else self.take(raw)
            taken.append(known[raw])
        return taken
