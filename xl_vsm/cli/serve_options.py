"""The options of `xl-vsm serve`."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError
from ipaddress import ip_network


def add_serve_options(serve: ArgumentParser) -> None:
    """Add them all."""
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="H",
        help="the address to be reached on (127.0.0.1: from this machine alone)",
    )
    serve.add_argument("--port", type=_port, default=8000, metavar="P", help="its port (8000)")
    serve.add_argument(
        "--as-root",
        action="store_true",
        help="serve as root all the same, as in a container of its own",
    )
    behind = serve.add_argument_group("behind a proxy, or reached from other machines")
    behind.add_argument(
        "--name",
        action="append",
        default=[],
        type=_name,
        metavar="HOSTNAME",
        help="a name that browsers know it by, such as vsm.example.nhs.uk; may be repeated",
    )
    behind.add_argument(
        "--proxy",
        action="append",
        default=[],
        type=_network,
        metavar="ADDRESS",
        help="a proxy, or a network of them, whose word is taken for who asks; may be repeated",
    )
    behind.add_argument(
        "--root-path",
        default="",
        type=_path,
        metavar="PATH",
        help="the path under which a proxy shows the page, such as /pay",
    )
    limits = serve.add_argument_group("limits")
    limits.add_argument(
        "--workers",
        type=_number,
        metavar="N",
        help="processes that look at uploads (default: one for each core and one more)",
    )
    limits.add_argument(
        "--rate",
        default="120/minute",
        type=_rate,
        metavar="N/UNIT",
        help="how often one address may send something (120/minute)",
    )
    limits.add_argument(
        "--work-seconds",
        type=_number,
        default=180,
        metavar="N",
        help="after which a workbook is given up (180)",
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:
        raise ArgumentTypeError(f"{text!r} is not a port, such as 8000")
    return int(text)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 100_000:
        raise ArgumentTypeError(f"{text!r} is not a number such as 4")
    return int(text)


def _name(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", text):
        raise ArgumentTypeError(f"{text!r} is not a name such as vsm.example.nhs.uk: no port, no /")
    return text.lower()


def _network(text: str) -> str:
    try:
        ip_network(text)
    except ValueError as fault:
        raise ArgumentTypeError(f"{text!r} is not an address such as 10.0.0.5: {fault}") from fault
    return text


def _path(text: str) -> str:
    path = text.rstrip("/")
    if not re.fullmatch(r"(/[A-Za-z0-9][A-Za-z0-9._~-]*)*", path):
        raise ArgumentTypeError(f"{text!r} is not a path such as /pay")
    return path


def _rate(text: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,8}/(second|minute|hour|day)", text):
        raise ArgumentTypeError(f"{text!r} is not a rate such as 120/minute")
    return text
