"""One typed function -> one worksheet function on every Excel host."""

from xl_vsm.excel.coerce import Rate
from xl_vsm.excel.definition import ExcelFunction
from xl_vsm.excel.errors import CellError
from xl_vsm.excel.function import REGISTRY, excel_function

__all__ = ["REGISTRY", "CellError", "ExcelFunction", "Rate", "excel_function"]
