"""Bands as stated."""
