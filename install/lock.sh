#!/bin/sh
# Pin every dependency again, with hashes, for every platform. Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet "$@"; }
lock pyproject.toml install/build.in -o install/requirements.txt
lock pyproject.toml --all-extras --group dev install/build.in -o install/requirements-dev.txt
lock pyproject.toml --extra excel install/build.in -o install/requirements-excel.txt
lock pyproject.toml --extra server install/build.in -o install/server/requirements.txt
