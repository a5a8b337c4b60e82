"""Approvals shown."""
