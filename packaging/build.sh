#!/bin/sh
# Builds the installers into dist/: sh packaging/build.sh [deb|run|windows|msi|all] [--key FILE] [--out FOLDER]
set -eu
exec sh "$(dirname -- "$(readlink -f -- "$0")")/setup.sh" installers "$@"
