"""Typed rows and rules in, findings out: one fault a file, every check on every cell."""

from xl_vsm.checks.session import check

__all__ = ["check"]
