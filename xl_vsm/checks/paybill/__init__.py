"""Employer costs as stated."""
