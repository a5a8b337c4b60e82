"""Findings as people and machines read them. Knows findings, and nothing else."""
