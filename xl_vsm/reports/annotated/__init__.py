"""The annotated copy: a trust's own workbook, with what was found in it."""

from xl_vsm.reports.annotated.copy import Annotated, annotate
from xl_vsm.reports.annotated.origin import is_made_here
from xl_vsm.reports.annotated.own_workbook import own_workbook
from xl_vsm.reports.annotated.refused import CannotAnnotate

__all__ = ["Annotated", "CannotAnnotate", "annotate", "is_made_here", "own_workbook"]
