"""Set the server up beside the project: pinned packages, and settings of its own.

python3 install/server/set_up.py vsm.example.nhs.uk
"""

from __future__ import annotations

import argparse
import re
import sys
import uuid
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE / ".env.example"

_HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?")
_FILLED_IN = ("XLWINGS_HOSTNAME", "XLWINGS_MANIFEST_ID_PROD")


def main() -> int:
    """Make the environment and the settings, say what is next, and return the exit code."""
    arguments = _arguments()
    if not arguments.settings_only:
        # The folder above is on the path only where its programs are started from there.
        sys.path.insert(0, str(HERE.parent))
        from environment import set_up  # noqa: PLC0415

        set_up(".venv-server", "server/requirements.txt")
    try:
        write_settings(arguments.host, arguments.settings)
    except FileExistsError:
        print(f"{arguments.settings} is there already and is left as it is.", file=sys.stderr)
        return 0
    except ValueError as why:
        print(f"Set-up stopped: {why}.", file=sys.stderr)
        return 2
    print(f"Next: put your licence key into {arguments.settings}", file=sys.stderr)
    return 0


def write_settings(host: str, to: Path) -> None:
    """Write settings for one organisation's server, which only their owner may read.

    Args:
        host: where people's Excel reaches the server, such as vsm.example.nhs.uk.
        to: the file to write.

    Raises:
        ValueError: that is no host.
        FileExistsError: the file is there. Its identity must outlive a second set-up.
    """
    host = host.strip().lower().removeprefix("https://").rstrip("/")
    if not _HOST.fullmatch(host):
        raise ValueError(f"{host!r} is not the name of a host, such as vsm.example.nhs.uk")
    values = dict(zip(_FILLED_IN, (host, str(uuid.uuid4())), strict=True))
    lines = [
        f"{line}{values.get(line.removesuffix('='), '')}"
        for line in EXAMPLE.read_text(encoding="utf-8").splitlines()
    ]
    # Made with these rights, as it would otherwise be open to all for a moment.
    to.touch(mode=0o600, exist_ok=False)
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("host", help="where people's Excel reaches it, such as vsm.example.nhs.uk")
    parser.add_argument("--settings", type=Path, default=HERE / ".env", help="the file to write")
    parser.add_argument(
        "--settings-only", action="store_true", help="install nothing, as for a container"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
