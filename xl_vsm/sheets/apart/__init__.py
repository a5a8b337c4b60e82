"""A workbook's file is parsed in a process of its own, held to a time and a memory.

A file of two kilobytes can make a parser fill the memory, run for hours or end the whole process.
The process that does the parsing can be lost; what asked for it then says what happened.
"""
