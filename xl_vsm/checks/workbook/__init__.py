"""Cells that cannot be used as they are."""
