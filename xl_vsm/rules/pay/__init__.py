"""Ranges, positions in them, and premia."""
