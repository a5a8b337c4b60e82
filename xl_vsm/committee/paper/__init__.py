"""What a paper holds, whatever it is written as."""

from xl_vsm.committee.paper.blocks import (
    Bar,
    Block,
    Column,
    Fact,
    Facts,
    Level,
    Lines,
    PayBeside,
    Picture,
    Prompts,
    Table,
    ToComplete,
    Words,
)
from xl_vsm.committee.paper.figure import Figure, Kind, Value, shown
from xl_vsm.committee.paper.notes import Note, Notes, Source
from xl_vsm.committee.paper.paper import Opening, Paper, Section

__all__ = [
    "Bar",
    "Block",
    "Column",
    "Fact",
    "Facts",
    "Figure",
    "Kind",
    "Level",
    "Lines",
    "Note",
    "Notes",
    "Opening",
    "Paper",
    "PayBeside",
    "Picture",
    "Prompts",
    "Section",
    "Source",
    "Table",
    "ToComplete",
    "Value",
    "Words",
    "shown",
]
