#!/bin/sh
# Fetches what the atlas needs, then does one thing with it: see `sh packaging/setup.sh help`.
# The script's own words go to stderr, so that what the atlas prints can be piped.
set -eu

root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
venv=$root/.venv
tools=$root/.tools
uv=
python=
[ -n "${HOME:-}" ] || export UV_CACHE_DIR="${UV_CACHE_DIR:-$tools/cache}"  # or uv may put it where we stand

# Debian's names. After a bar: a name that serves as well, from a newer release or as another font.
python_packages="python3 python3-venv"
offscreen_packages="libglib2.0-0|libglib2.0-0t64 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
window_packages="$offscreen_packages libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
    fonts-dejavu-core|fonts-liberation|fonts-liberation2|fonts-noto-core|fonts-ubuntu"

main() {
    [ $# -gt 0 ] || set -- help
    what=$1
    shift
    case $what in
        run) run "$@" ;;
        test) run_tests "$@" ;;
        check) check ;;
        bench) bench "$@" ;;
        wheel) prove_wheel ;;
        installers) installers "$@" ;;
        help | -h | --help) show_help ;;
        *)
            say "There is no command \"$what\"; there are run, test, check, bench, wheel, installers and help."
            exit 2
            ;;
    esac
}

show_help() {
    cat <<'END'
sh packaging/setup.sh COMMAND [ARGUMENTS]

  run      start the atlas; the arguments go to it, as in: run search "rim calcification"
  test     run the tests, without a screen; the arguments go to pytest
  check    look at style, types, layers of the code, and content
  bench    measure the atlas; the arguments go to the benchmark
  wheel    build the wheel, install it elsewhere, and try it there
  installers  build the installers, as sh packaging/build.sh does
  help     show this text

What is missing is installed first: system libraries with apt, Python packages into .venv.
END
}

# What can be done

run() {
    prepare run "$window_packages"
    exec "$venv/bin/calcatlas" "$@"
}

run_tests() {
    prepare test "$offscreen_packages" --group test
    cd -- "$root"
    QT_QPA_PLATFORM=offscreen exec "$venv/bin/python" -m pytest "$@"
}

bench() {
    prepare dev "$window_packages" --group dev
    exec "$venv/bin/python" "$root/packaging/bench" "$@"
}

check() {
    prepare dev "" --group dev
    cd -- "$root"
    failed=
    step "ruff check" -m ruff check .
    step "ruff format --check" -m ruff format --check .
    step "mypy" -m mypy
    step "lint-imports" "$venv/bin/lint-imports" --no-logo
    step "calcatlas check" "$venv/bin/calcatlas" check
    [ -z "$failed" ] || fail "Not clean: $failed."
    say "All clean."
}

step() {
    name=$1
    shift
    say "--- $name"
    "$venv/bin/python" "$@" || failed=${failed:+$failed, }$name
}

prove_wheel() {
    prepare run "$offscreen_packages"
    find_uv || fail "The wheel is built with uv, and there is none."
    exec sh "$root/packaging/prove-wheel.sh" "$uv"
}

installers() {
    prepare package "$window_packages" --group package
    case $uv in */*) PATH=${uv%/*}:$PATH ;; esac
    exec "$venv/bin/python" "$root/packaging/installers" "$@"
}

# prepare NAME "SYSTEM PACKAGES" [WHAT uv SHALL ADD...]
prepare() {
    name=$1
    packages=$2
    shift 2
    if on_debian; then need_packages "$packages"; fi
    make_environment "$name" "$@"
    if [ -n "$packages" ] && [ "$(uname -s)" = Linux ] && ! on_debian; then probe_libraries "$packages"; fi
}

# System packages

need_packages() {
    needed=$1
    python_is_ready || needed="$needed $python_packages"
    [ -n "$needed" ] || return 0
    missing=$(not_installed "$needed")
    [ -z "$missing" ] || install "$missing"
}

not_installed() {
    # shellcheck disable=SC2046  # many names
    installed=$(dpkg-query -W -f='/${db:Status-Status}/${Package}/\n' $(echo "$1" | tr '|' ' ') 2>/dev/null || true)
    for choice in $1; do
        one_is_installed "$choice" || echo "$choice"
    done
}

one_is_installed() {
    for package in $(echo "$1" | tr '|' ' '); do
        case $installed in *"/installed/$package/"*) return 0 ;; esac
    done
    return 1
}

install() {
    become_root=$(way_to_root) ||
        fail "An administrator has to install these packages first: $(first_names "$1")"
    say "Installing system packages: $(first_names "$1")"
    apt update || say "The list of packages could not be renewed; going on with the old one."
    # shellcheck disable=SC2046  # many names
    apt --yes --no-install-recommends install $(for choice in $1; do known_name "$choice"; done) ||
        fail "apt could not install them."
}

apt() {
    $become_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >&2
}

way_to_root() {
    has apt-get || return 1
    [ "$(id -u)" -ne 0 ] || return 0
    has sudo || return 1
    sudo -n true 2>/dev/null || [ -t 0 ] || return 1
    echo sudo
}

known_name() {
    for package in $(echo "$1" | tr '|' ' '); do
        if apt-cache --no-all-versions show "$package" >/dev/null 2>&1; then
            echo "$package"
            return
        fi
    done
    echo "${1%%|*}"
}

first_names() {
    for choice in $1; do echo "${choice%%|*}"; done | paste -s -d ' ' -
}

# Without Debian's package database, the libraries themselves are asked.
probe_libraries() {
    plugin=libqoffscreen.so
    [ "$1" = "$offscreen_packages" ] || plugin=libqxcb.so
    reason=$("$venv/bin/python" - "$plugin" 2>&1 <<'END'
import ctypes, pathlib, sys
try:
    import PySide6.QtWidgets
    ctypes.CDLL(pathlib.Path(PySide6.__file__).with_name("Qt") / "plugins/platforms" / sys.argv[1])
except (ImportError, OSError) as error:
    sys.exit(str(error))
END
    ) || fail "A system library is missing ($reason); Debian calls those that are needed: $(first_names "$1")"
}

# Python packages

make_environment() {
    stamp=$venv/.made-for-$1
    shift
    locked="$(cat -- "$root/uv.lock" "$root/pyproject.toml" | cksum) $root"
    if [ -x "$venv/bin/python" ] && [ "$(cat -- "$stamp" 2>/dev/null)" = "$locked" ]; then
        sync --offline --quiet "$@" 2>/dev/null || sync --quiet "$@" 2>/dev/null ||
            say "The Python packages could not be looked at again; going on with those that are here."
    else
        python_is_ready || fail "The atlas needs Python 3.11 or newer with its module venv, and this system has" \
            "$(python3 --version 2>/dev/null || echo "no Python")."
        say "Setting up the Python packages in .venv (about 150 MB the first time)"
        sync --compile-bytecode "$@" || fail "The Python packages could not be set up; the reason stands above."
        echo "$locked" >"$stamp"
    fi
}

# Never takes anything away: `run` leaves alone what `test` has added.
sync() {
    find_uv || fetch_uv || return
    UV_PROJECT_ENVIRONMENT=$venv "$uv" sync --project "$root" --locked --inexact --no-python-downloads "$@" >&2
}

find_uv() {
    for uv in uv "$tools/bin/uv"; do
        case $("$uv" --version 2>/dev/null) in
            "uv 0."[0-7].*) ;;  # too old to be sure that it reads our lock file
            "uv "*) return 0 ;;
        esac
    done
    return 1
}

fetch_uv() {
    say "Fetching uv, which sets up Python packages, into .tools"
    find_python &&
        "$python" -m venv --clear "$tools" >&2 &&
        "$tools/bin/python" -m pip install --quiet "uv==0.13.*" >&2 &&
        find_uv
}

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    done
    return 1
}

# Is there all it takes to make .venv, or has Debian to bring some of it?
python_is_ready() {
    if find_uv; then
        [ -x "$venv/bin/python" ] || "$uv" python find --no-project --no-python-downloads ">=3.11" >/dev/null 2>&1
    else
        find_python && "$python" -c "import ensurepip, venv" 2>/dev/null
    fi
}

# Small words

on_debian() {
    [ -e /etc/debian_version ] && has dpkg-query
}

has() {
    command -v "$1" >/dev/null 2>&1
}

say() {
    echo "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

main "$@"
