"""`xl-vsm serve`."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from argparse import Namespace
from importlib.util import find_spec
from ipaddress import ip_address

from xl_vsm.cli.errors import CommandError

NEEDED = ("fastapi", "uvicorn", "python_multipart", "limits", "pebble")
ROOT = (
    "the page is served by an ordinary user, who can do no harm to the machine, and not by root."
    " Run it as another, or say --as-root where it has a container of its own"
)
OPEN = """\
It can be reached from other machines, without a sign-in and without encryption: what is uploaded
can be read on its way. For more than a trial put it behind your organisation's sign-in
(docs/how-to/serve-the-upload-page.md).
"""


def run_serve(options: Namespace) -> int:
    """Serve the upload page and its HTTP interface until Ctrl-C.

    Returns:
        0 once it was told to end.

    Raises:
        CommandError: a library is missing, the port is taken, it is run as root, or it is to be
            reached from other machines and has no name.
        ParameterFileError: the figures that the organisation loaded cannot be used.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise CommandError(
            f"the upload page needs more than is installed ({', '.join(missing)}):"
            ' pip install "xl-vsm[web]"'
        )
    if hasattr(os, "geteuid") and os.geteuid() == 0 and not options.as_root:
        raise CommandError(ROOT)
    from xl_vsm.batch.executors import nothing_from_here  # noqa: PLC0415 - as below

    with nothing_from_here():  # the processes that work on uploads are new Pythons
        return _serve(options)


def _serve(options: Namespace) -> int:
    # Not brought in before it is known to be there.
    from xl_vsm.web.app import make_app  # noqa: PLC0415
    from xl_vsm.web.run import CannotServe, listen, serve  # noqa: PLC0415
    from xl_vsm.web.serving import LOCAL, Serving  # noqa: PLC0415

    names = (*options.name, *_address_as_name(options))
    chosen = {"workers": options.workers} if options.workers else {}
    serving = Serving(
        hosts=(*LOCAL, *names),
        rate=options.rate,
        work_seconds=options.work_seconds,
        behind_proxy=",".join(options.proxy),
        root_path=options.root_path,
        **chosen,
    )
    app = make_app(serving)
    try:
        listening = listen(options.host, options.port)
    except CannotServe as fault:
        raise CommandError(str(fault)) from fault
    # uvicorn ends in order, and then raises Ctrl-C again for whoever called it.
    with listening, contextlib.suppress(KeyboardInterrupt):
        serve(app, serving, listening, lambda: _say(listening, options))
    print("\nended", file=sys.stderr)
    return 0


def _address_as_name(options: Namespace) -> tuple[str, ...]:
    """Return the address as a name that may be asked for; one for all addresses is none."""
    try:
        address = ip_address(options.host)
    except ValueError:
        return (options.host.lower(),)
    if address.is_unspecified and not options.name:
        raise CommandError(
            f"--host {options.host} is reached by any of this machine's names: say which with"
            " --name, such as --name vsm.example.nhs.uk"
        )
    if address.is_unspecified:
        return ()
    return (f"[{address}]" if address.version == 6 else str(address),)


def _say(listening: socket.socket, options: Namespace) -> None:
    host, port = listening.getsockname()[:2]
    address = ip_address(host)
    if address.is_unspecified:
        shown = options.name[0]
    else:
        shown = f"[{host}]" if address.version == 6 else host
    print(f"http://{shown}:{port}{options.root_path}/", flush=True)
    if not address.is_loopback:
        print(OPEN, end="", file=sys.stderr)
    print("Ctrl-C ends it", file=sys.stderr, flush=True)
