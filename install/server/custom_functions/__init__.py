"""What xlwings Server offers as worksheet functions: those of `udfs`, and nothing else."""

from __future__ import annotations

from udfs import *  # noqa: F403 - xlwings Server offers what it finds in this module

from .discreet_log import keep_values_out

keep_values_out()
