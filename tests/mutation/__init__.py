"""Mutation testing of the rules and the figures: `python3 install/mutate.py`."""
