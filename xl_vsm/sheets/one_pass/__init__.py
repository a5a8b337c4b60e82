"""The reader of ordinary .xlsx and .xlsm files: one pass over each part, and only for its cells.

openpyxl is the reference. It reads a workbook twice, once for its formulas and once for their
values, and makes an object of everything else as well. Whatever is out of the ordinary is left
to it: see `Unusual`.
"""
