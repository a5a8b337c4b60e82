"""Salaries against their ranges, and premia."""
