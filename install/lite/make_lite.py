"""Make the two texts to paste into xlwings Lite: main.py and requirements.txt.

python3 install/lite/make_lite.py --url https://pay.example.nhs.uk/
    The package is fetched from there: put the wheel, which this makes too, at that address.

python3 install/lite/make_lite.py
    The package goes into main.py itself, so that nothing need be put on the web.

Either takes `--rates FOLDER`, the figures that `xl-vsm rates import` keeps, into main.py.
"""

from __future__ import annotations

import argparse
import base64
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from environment import ROOT, say, set_up, stop  # noqa: E402 - beside the folder of this script

WIDTH = 96
LIST = HERE / "requirements.txt"


def main() -> int:
    """Make the wheel and the two texts, and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--url", help="the https address of the folder that will have the wheel")
    parser.add_argument("--rates", type=Path, help="a folder of your organisation's own figures")
    parser.add_argument("--output", type=Path, default=ROOT / "dist" / "lite")
    given = parser.parse_args()
    if given.url is not None and not given.url.startswith("https://"):
        stop(f"the address must begin with https://, as Excel loads nothing else: {given.url}")
    figures = figures_in(given.rates) if given.rates else {}
    python = str(set_up(".venv-xl-vsm", "requirements.txt"))
    if given.rates:
        _check_figures(python, given.rates)
    wheel = build_wheel(python, given.output)
    packed = ""
    if given.url is None:
        packed = packed_text(wheel)
        wheel.unlink()  # all of it is in main.py
    (given.output / "main.py").write_text(main_text(figures, packed), encoding="utf-8")
    (given.output / "requirements.txt").write_text(
        requirements_text(wheel.name, given.url), encoding="utf-8"
    )
    if given.url:
        say(f"Put {wheel} at {given.url}")
    say(f"Paste main.py and requirements.txt of {given.output} into xlwings Lite.")
    return 0


def build_wheel(python: str, folder: Path) -> Path:
    """Build the package's wheel into a folder, which then has no other."""
    folder.mkdir(parents=True, exist_ok=True)
    for older in folder.glob("xl_vsm-*.whl"):
        older.unlink()
    command = [python, "-I", "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder.resolve())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"the wheel could not be built:\n{done.stderr}")
    (wheel,) = folder.glob("xl_vsm-*.whl")
    return wheel


def figures_in(folder: Path) -> dict[str, str]:
    """Return an organisation's own figures: each file of a folder, and its text."""
    files = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))
    if not files:
        stop(f"{folder} has no figures: `xl-vsm rates import` says where it keeps them")
    return {path.name: path.read_text(encoding="utf-8") for path in files}


def packed_text(wheel: Path) -> str:
    """Return the packages of a wheel as text that main.py unpacks."""
    packed = io.BytesIO()
    with zipfile.ZipFile(wheel) as built, tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name in built.namelist():
            if ".dist-info/" in name:
                continue
            entry = tarfile.TarInfo(name)
            content = built.read(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return base64.b64encode(packed.getvalue()).decode("ascii")


def main_text(figures: Mapping[str, str], package: str) -> str:
    """Return main.py with figures and a package in it, or with neither."""
    text = (HERE / "main.py").read_text(encoding="utf-8")
    if figures:
        text = _filled(text, "OWN_FIGURES: dict[str, str] = {}", _written(figures))
    if package:
        lines = [package[start : start + WIDTH] for start in range(0, len(package), WIDTH)]
        text = _filled(text, 'PACKAGE = ""', "\n".join(['PACKAGE = """', *lines, '"""']))
    return text


def requirements_text(wheel: str, url: str | None) -> str:
    """Return requirements.txt: xlwings, and the package or what it needs."""
    xlwings = LIST.read_text(encoding="utf-8").splitlines()[0]
    # Pyodide brings its own pydantic, and no other can be chosen there.
    package = "pydantic" if url is None else f"{url.rstrip('/')}/{wheel}"
    return f"{xlwings}\n{package}\n"


def _written(figures: Mapping[str, str]) -> str:
    """Write a dictionary of texts as Python, line by line, for people to read in main.py."""
    lines = ["OWN_FIGURES: dict[str, str] = {"]
    for name, text in figures.items():
        quoted = [f"        {line!r}" for line in text.splitlines(keepends=True)]
        lines += [f"    {name!r}: (", *quoted, "    ),"]
    return "\n".join([*lines, "}"])


def _filled(text: str, empty: str, full: str) -> str:
    before, found, after = text.partition(f"\n{empty}\n")
    if not found:
        stop(f"main.py has no line {empty!r}")
    return f"{before}\n{full}\n{after}"


def _check_figures(python: str, folder: Path) -> None:
    """Stop where the figures cannot be used, rather than have Excel say so in every cell."""
    command = [python, "-I", "-m", "xl_vsm", "rates", "lint", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"the figures in {folder} cannot be used:\n{(done.stdout + done.stderr).strip()}")


if __name__ == "__main__":
    sys.exit(main())
