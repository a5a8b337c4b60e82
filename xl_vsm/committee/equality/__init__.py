"""The equality view: pay and position by protected characteristic, in groups."""

from xl_vsm.committee.equality.equality_view import equality_view

__all__ = ["equality_view"]
