"""The server, as its own process: python -m tests.web.serve [more a minute than any test asks]."""

from __future__ import annotations

from dataclasses import fields
from sys import argv

from xl_vsm.sheets import Caps, Limits
from xl_vsm.web.app import make_app
from xl_vsm.web.run import listen, serve
from xl_vsm.web.serving import LOCAL, Serving

NUMBERS = {each.name: float for each in fields(Serving) if each.name.endswith("_seconds")} | {
    each.name: int for each in fields(Serving) if each.type == "int"
}
NUMBERS |= {"file_bytes": int, "memory_bytes": int}


def main(settings: list[str]) -> None:
    """Serve on a free port, and print it first. Settings are such as workers=1."""
    named = dict(each.split("=", 1) for each in settings)
    chosen = {name: NUMBERS.get(name, str)(said) for name, said in named.items()}
    if "hosts" in chosen:
        chosen["hosts"] = (*LOCAL, *chosen["hosts"].split(","))
    limits = {name: chosen.pop(name) for name in ("file_bytes",) if name in chosen}
    caps = {name: chosen.pop(name) for name in ("memory_bytes",) if name in chosen}
    serving = Serving(
        **{
            "rate": "100000/minute",
            "workers": 2,
            "limits": Limits(**limits),
            "caps": Caps(**caps),
            **chosen,
        }
    )
    listening = listen("127.0.0.1", 0)
    print(listening.getsockname()[1], flush=True)
    serve(make_app(serving), serving, listening, lambda: None)


if __name__ == "__main__":  # the processes that work bring this file in too
    main(argv[1:])
