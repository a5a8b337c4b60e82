"""Member contributions as stated."""
