"""The server, as its own process: python -m tests.web.serve [more a minute than any test asks]."""

from __future__ import annotations

import socket
from dataclasses import fields
from sys import argv

import uvicorn

from xl_vsm.web.app import make_app
from xl_vsm.web.serving import Serving

NUMBERS = {each.name: float for each in fields(Serving) if each.name.endswith("_seconds")} | {
    each.name: int for each in fields(Serving) if each.type == "int"
}


def main(settings: list[str]) -> None:
    """Serve on a free port, and print it first. Settings are such as workers=1."""
    named = dict(each.split("=", 1) for each in settings)
    chosen = {name: NUMBERS.get(name, str)(said) for name, said in named.items()}
    app = make_app(Serving(**{"rate": "100000/minute", "workers": 2, **chosen}))
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(app, access_log=False, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":  # the processes that work bring this file in too
    main(argv[1:])
