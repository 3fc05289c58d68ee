#!/bin/sh
# Proves installers that lie in dist/: sh packaging/prove-installers.sh [deb|run|windows|msi|offline] [--dist FOLDER]
# As root, for it installs, and takes the network away; each proof leaves the system as it was.
set -eu

root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
dist=$root/dist
person=nobody
pictures=${PICTURES:-$dist/proof}

main() {
    what=${1:-}
    [ "${2:-}" != --dist ] || dist=$3
    pictures=${PICTURES:-$dist/proof}
    mkdir -p "$pictures"
    case $what in
        deb) prove_deb ;;
        bare) prove_deb_in_a_bare_system ;;
        run) prove_run ;;
        windows) prove_nsis ;;
        msi) prove_msi ;;
        offline) prove_offline "${CALCATLAS:-$root/.venv/bin/calcatlas}" ;;
        *) fail "sh packaging/prove-installers.sh deb|bare|run|windows|msi|offline [--dist FOLDER]" ;;
    esac
}

# Debian

prove_deb() {
    need lintian desktop-file-validate appstreamcli unshare strace xvfb-run
    deb=$(the calcatlas_*_amd64.deb)
    lintian --fail-on error,warning "$deb" && step "lintian is content"
    work=$(mktemp -d)
    dpkg-deb -x "$deb" "$work"
    desktop-file-validate "$work/usr/share/applications/calcatlas.desktop"
    appstreamcli validate --no-net "$work/usr/share/metainfo/"*.xml
    rm -rf "$work"
    timed "installed in" apt-get -qq -y install "$deb" >/dev/null
    prove_program calcatlas deb
    apt-get -qq -y purge calcatlas >/dev/null
    left=$(find / -xdev \( -path /proc -o -path /tmp -o -path "$root" -o -path "$dist" -o -path /var/lib/dpkg \) -prune \
        -o -path '*calcatlas*' -newer "$deb" -print 2>/dev/null | grep -E '^/(usr|etc|opt)/' || true)
    [ -z "$left" ] || fail "Removed, but this is left: $left"
    step "removed without a rest"
}

prove_deb_in_a_bare_system() {
    need debootstrap chroot
    deb=$(the calcatlas_*_amd64.deb)
    bare=$(mktemp -d)
    debootstrap --variant=minbase bookworm "$bare" >/dev/null
    cp "$deb" "$bare/calcatlas.deb"
    chroot "$bare" sh -c 'apt-get -qq update && apt-get -qq -y --no-install-recommends install /calcatlas.deb' >/dev/null
    chroot "$bare" su -s /bin/sh nobody -c 'HOME=/tmp/home calcatlas --self-check'
    rm -rf "$bare"
    step "sound in a bare system with only what it depends on"
}

# The .run

prove_run() {
    need unshare strace xvfb-run
    run=$(the calcatlas-*-linux-x86_64.run)
    home=$(mktemp -d)
    chown "$person" "$home"
    as_person "$home" sh "$run" --quiet
    prove_program "$home/.local/bin/calcatlas" run "$home"
    as_person "$home" sh "$run" --quiet -- remove
    left=$(find "$home" -path '*calcatlas*' ! -path '*/.config/*' ! -path '*/.cache/*')
    [ -z "$left" ] || fail "Removed, but this is left: $left"
    step "removed without a rest but the reader's own"
    as_person "$home" sh "$run" --quiet -- portable "$home/stick"
    as_person "$home" "$home/stick/calcatlas" search "rim calcification" >/dev/null
    [ -d "$home/stick/reader" ] || fail "The portable copy keeps its files elsewhere."
    step "a portable copy keeps its files beside itself"
    rm -rf "$home"
}

# What every program must do, as a person without rights and without any network

prove_program() {
    program=$1
    home=${3:-$(mktemp -d)}
    chown "$person" "$home"
    as_person "$home" unshare --map-root-user --net "$program" --self-check
    step "sound without any network"
    as_person "$home" "$program" search "rim calcification" --limit 3
    prove_picture "$program" "$2" "$home"
    prove_offline "$program"
}

prove_picture() {
    as_person "$3" xvfb-run -a -s "-screen 0 1440x900x24" sh -c '
        "$1" open "calcatlas:page/myositis-ossificans#overlay=1" & window=$!
        sleep 15
        "$1" open "calcatlas:page/liposarcoma#plate=ct-thigh&ww=350&wl=35"  # goes to the window that is open
        sleep 5
        import -window root "$2"
        kill $window
    ' sh "$1" "/tmp/calcatlas-$2.png"
    mv "/tmp/calcatlas-$2.png" "$pictures/$2.png"
    step "its window, after a link: $pictures/$2.png"
}

# Every socket that the whole program asks the system for is of this computer alone.
prove_offline() {
    away=$(mktemp -d)
    chown "$person" "$away"
    trace=$away/trace
    as_person "$away" strace -f -qq -e trace=socket,connect,sendto,sendmsg -o "$trace" \
        xvfb-run -a sh -c '"$1" open gout & window=$!; sleep 15; "$1" open tumoral-calcinosis; "$1" search gout
            "$1" render gout --size 64 --out /dev/null; "$1" --self-check; kill $window' sh "$1" >/dev/null 2>&1 || true
    [ -s "$trace" ] || fail "Nothing was traced."
    abroad=$(grep -E 'AF_INET|AF_PACKET|AF_VSOCK' "$trace" | grep -v 'xvfb\|Xvfb' || true)
    [ -z "$abroad" ] || fail "It looks for a network: $(echo "$abroad" | head -3)"
    step "no socket but those of this computer ($(grep -c 'socket(' "$trace") of them)"
    rm -rf "$away"
}

# Windows, as far as Wine goes

prove_nsis() {
    need wine
    setup=$(the calcatlas-*-windows-x64-setup.exe)
    fresh_prefix
    timed "installed in" wine_ "$setup" /S /AllUsers
    there="$WINEPREFIX/drive_c/Program Files/Calcification Atlas"
    [ -f "$there/calcatlas.exe" ] || fail "Nothing was installed."
    wine_ reg query 'HKLM\Software\Classes\calcatlas\shell\open\command' | grep calcatlas.exe
    prove_windows_program "$there"
    wine_ "$there/uninstall.exe" /S
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do  # it goes on after it has answered
        [ -e "$there" ] || break
        sleep 5
    done
    [ ! -e "$there" ] || fail "Removed, but this is left: $(ls "$there")"
    step "removed without a rest"
    wine_ "$setup" /S /CurrentUser '/D=C:\atlas'
    [ -f "$WINEPREFIX/drive_c/atlas/calcatlas.exe" ] || fail "/D= is not heard."
    step "/CurrentUser and /D= are heard"
}

prove_msi() {
    need wine
    msi=$(the calcatlas-*-windows-x64.msi)
    fresh_prefix
    timed "installed in" wine_ msiexec /i "$(wine_path "$msi")" /qn
    there="$WINEPREFIX/drive_c/Program Files/Calcification Atlas"
    [ -f "$there/calcatlas.exe" ] || fail "Nothing was installed."
    prove_windows_program "$there"
    wine_ msiexec /x "$(wine_path "$msi")" /qn
    [ ! -e "$there/calcatlas.exe" ] || fail "The MSI does not remove the program."
    step "removed"
}

# NumPy does not load in Wine 8, so pictures cannot be tried here; what needs none can.
prove_windows_program() {
    python="$1/python/python.exe"
    wine_ "$python" -m atlas --version >"$WINEPREFIX/said" 2>&1 || true
    cat "$WINEPREFIX/said"
    for told in 'from atlas.cli import main; main(["pages"])' 'import PIL.Image, yaml, whoosh' \
        'import PySide6.QtCore' 'import PySide6.QtWidgets' 'import numpy'; do
        if wine_ "$python" -c "$told" >/dev/null 2>&1; then step "runs: $told"; else step "does not run under this Wine: $told"; fi
    done
}

fresh_prefix() {
    WINEPREFIX=$(mktemp -d)
    export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winedbg=d;mscms=n"
    wine_ wineboot --init
}

wine_() {
    timeout 300 wine "$@" </dev/null
}

wine_path() {
    echo "Z:$1" | tr / '\\'
}

# Small words

as_person() {
    whose=$1
    shift
    setpriv --reuid="$person" --regid="$(id -g "$person")" --clear-groups \
        env -i HOME="$whose" PATH="$PATH" LC_ALL=C.UTF-8 XDG_RUNTIME_DIR= "$@"
}

the() {
    # shellcheck disable=SC2086  # a pattern
    found=$(cd "$dist" && ls -t $1 2>/dev/null | head -n 1)
    [ -n "$found" ] || fail "There is no $1 in $dist; \`sh packaging/build.sh\` makes it."
    echo "$dist/$found"
}

need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "This proof needs $tool, which is not installed."
    done
}

timed() {
    told=$1
    shift
    begun=$(date +%s)
    "$@"
    step "$told $(($(date +%s) - begun)) s"
}

step() {
    echo "-- $*"
}

fail() {
    echo "$*" >&2
    exit 1
}

main "$@"
