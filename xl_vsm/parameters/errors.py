"""Why there is no figure."""

from __future__ import annotations


class NotInForce(ValueError):
    """No publication answers for the day asked, and the nearest one is not an answer."""


class ParameterFileError(ValueError):
    """A parameter file that cannot be used. The message names the file and what is wrong."""
