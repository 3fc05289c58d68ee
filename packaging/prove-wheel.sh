#!/bin/sh
# Builds the wheel by way of the source archive, installs it in an environment of its own far from
# the checkout, and proves that the content came along. Called as `sh packaging/setup.sh wheel`.
set -eu

uv=$1
root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT INT TERM

say() {
    echo "--- $*" >&2
}

fail() {
    echo "$*" >&2
    exit 1
}

# The files below FOLDER that the checkout has and the package has not.
missing_from() {
    (cd -- "$root" && find "$2" -type f ! -name '.*' ! -path '*/__pycache__/*') | while read -r file; do
        [ -e "$1/$file" ] || echo "$file"
    done
}

say "Build"
"$uv" build --quiet --project "$root" --out-dir "$place/dist" "$root"
set -- "$place"/dist/*.whl
wheel=$1

say "Install exactly what is locked"
"$uv" export --quiet --project "$root" --locked --no-emit-project --output-file "$place/requirements.txt"
"$uv" venv --quiet --no-project --no-python-downloads --python "$root/.venv/bin/python" "$place/venv"
"$uv" pip install --quiet --python "$place/venv/bin/python" --require-hashes --requirements "$place/requirements.txt"
"$uv" pip install --quiet --python "$place/venv/bin/python" --no-deps "$wheel"

say "Try it in an empty folder"
mkdir "$place/empty"
cd -- "$place/empty"
export XDG_CONFIG_HOME="$place/config" XDG_CACHE_HOME="$place/cache"
atlas=$place/venv/bin/calcatlas

for folder in data resources; do
    found=$("$place/venv/bin/python" -c "from atlas.paths import installed; print(installed('$folder'))")
    case $found in
        "$place"/venv/*/atlas/"$folder") ;;
        *) fail "The installed atlas looks for $folder in $found, which is not inside the package." ;;
    esac
    lost=$(missing_from "$(dirname -- "$found")" "$folder")
    [ -z "$lost" ] || fail "The wheel lacks: $lost"
done

"$atlas" --version
"$atlas" check
"$atlas" --self-check
[ -z "$(ls -A .)" ] || fail "The atlas wrote into the folder it was started from: $(ls -A .)"
say "The wheel is whole: $(basename -- "$wheel"), $(du -h -- "$wheel" | cut -f1)"
