"""How quick it is, as a ratio to a floor measured in the same run. Not tests: `functions.py`."""
