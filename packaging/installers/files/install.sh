#!/bin/sh
# Installs the atlas for one person, makes a portable copy of it, starts it in place, or removes it.
set -eu

here=$(dirname -- "$(readlink -f -- "$0")")
data=${XDG_DATA_HOME:-$HOME/.local/share}
prefix=$data/calcatlas

main() {
    case ${1:-install} in
        install) install_in "${2:-$prefix}" ;;
        portable) make_portable "${2:-calcatlas}" ;;
        start) shift; exec "$here/calcatlas/calcatlas" "$@" ;;
        remove) remove "${2:-$prefix}" ;;
        *) show_help ;;
    esac
}

show_help() {
    cat <<'END'
Calcification Atlas @VERSION@

  sh FILE.run                          install it for you, without administrator rights
  sh FILE.run -- install FOLDER        the same, into a folder of your choice
  sh FILE.run -- portable FOLDER       a copy that keeps all its files beside itself, as on a stick
  sh FILE.run -- start [ARGUMENTS]     start it without installing anything
  sh FILE.run -- remove [FOLDER]       remove what was installed; your settings stay
END
}

install_in() {
    case $1 in /*) target=$1 ;; *) target=$PWD/$1 ;; esac
    if [ -e "$target" ] && [ ! -x "$target/calcatlas" ]; then
        fail "$target exists and holds something else; name another folder."
    fi
    mkdir -p -- "$target.new" 2>/dev/null || fail "Nothing can be written to $target; name another folder."
    cp -R -- "$here/calcatlas/." "$target.new/" ||
        { rm -rf -- "$target.new"; fail "There is no room in $target for the atlas (240 MB)."; }
    rm -rf -- "$target"  # only now: until here the older version works
    mv -- "$target.new" "$target"
    mkdir -p -- "$HOME/.local/bin" "$data/applications" "$data/icons"
    ln -sf -- "$target/calcatlas" "$HOME/.local/bin/calcatlas"
    cp -R -- "$here/share/icons/." "$data/icons/"
    sed "s|__PROGRAM__|\"$target/calcatlas\"|" "$here/share/applications/calcatlas.desktop" \
        >"$data/applications/calcatlas.desktop"
    tell_desktop
    echo "The atlas is installed in $target; it is in your menu, and \`calcatlas\` starts it."
}

make_portable() {
    [ ! -e "$1" ] || fail "$1 exists already; name another folder."
    cp -R -- "$here/calcatlas" "$1" || fail "The copy could not be written to $1."
    : >"$1/portable"
    echo "The portable copy is in $1; \`$1/calcatlas\` starts it."
}

remove() {
    [ -x "$1/calcatlas" ] || fail "There is no atlas in $1."
    rm -rf -- "$1"
    rm -f -- "$HOME/.local/bin/calcatlas" "$data/applications/calcatlas.desktop"
    find "$data/icons/hicolor" -name 'calcatlas.*' -delete 2>/dev/null || true
    tell_desktop
    echo "The atlas is removed. Your settings are still in ${XDG_CONFIG_HOME:-$HOME/.config}/calcatlas."
}

tell_desktop() {
    update-desktop-database "$data/applications" 2>/dev/null || true
    xdg-mime default calcatlas.desktop x-scheme-handler/calcatlas 2>/dev/null || true
}

fail() {
    echo "$*" >&2
    exit 1
}

main "$@"
