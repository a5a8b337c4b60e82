"""Whom a request is from, as far as shares and rates are counted."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from starlette.requests import Request

OF_ONE_LINE: Final = 64
"""Bits that the addresses of one connection have in common in IPv6: each has all that follow."""


def asker_of(request: Request) -> str:
    """Return the address that asks; in IPv6 what all the addresses of one connection begin with."""
    said = request.client.host if request.client else ""
    try:
        address = ip_address(said)
    except ValueError:  # no address: a pipe of the system's own, say
        return said
    if not isinstance(address, IPv6Address):
        return said
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), OF_ONE_LINE), strict=False))
