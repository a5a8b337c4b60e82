"""A workbook of live formulas: what is in it, and the figure that Python worked out for each."""

from xl_vsm.committee.writing.live.book import Book
from xl_vsm.committee.writing.live.charts import Chart, Series
from xl_vsm.committee.writing.live.page import Cell, Col, Page, Placed, Row, letter

__all__ = ["Book", "Cell", "Chart", "Col", "Page", "Placed", "Row", "Series", "letter"]
