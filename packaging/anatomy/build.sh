#!/bin/sh
# Rebuild the backgrounds of radiographs and CT stacks into resources/backgrounds: all, or the views named.
#   sh packaging/anatomy/build.sh [VIEW...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -x "$here/.venv/bin/python" ]; then
    python3 -m venv "$here/.venv"
    "$here/.venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
cd "$here/.."
PYTHONPATH=.:.. exec "$here/.venv/bin/python" -m anatomy.build "$@"
