"""Bands, by turnover or weighted population."""
