"""A blank pay workbook: lists, input messages, checks, and this package's worksheet functions."""

from xl_vsm.template.workbook import MOST_POSTS, Settings, template

__all__ = ["MOST_POSTS", "Settings", "template"]
