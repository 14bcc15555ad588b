# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What packaging/run, tests/run and .ci/run share; sourced by them, with `top` set to the root of the tree.

# Debian 12 names.
build_packages=(build-essential cmake ninja-build ccache mold python3-minimal
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev libicu-dev libssl-dev
    libsqlite3-dev libxss-dev libqrencode-dev libhunspell-dev pkgconf)
run_packages=(libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n qt6-wayland openssl ca-certificates
    fonts-dejavu-core fonts-noto-color-emoji)
demo_packages=(prosody)
display_packages=(xvfb xauth dbus-daemon)
test_packages=(ejabberd erlang-p1-sqlite3 prosody-modules gnome-keyring python3-pyatspi at-spi2-core python3-slixmpp xdotool openbox appstream desktop-file-utils
    mandoc procps profanity tmux)
fuzz_packages=(clang-19 libclang-rt-19-dev)
check_packages=(clang-format-19)

# Packages that bring a network service, and its units. Nothing of ours needs one to run.
service_packages=(prosody ejabberd erlang-base)
service_units=(prosody.service ejabberd.service epmd.service epmd.socket)

section_started=$SECONDS
# section TITLE: a heading that says how long the part before it took.
section() {
    if [ -n "${section_title:-}" ]; then
        printf '    (%d s: %s)\n' $((SECONDS - section_started)) "$section_title"
    fi
    section_title=$1
    section_started=$SECONDS
    printf '\n=== %s\n' "$1"
}

die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo "$@"
    else
        die "these packages are missing and this user may not install them (no sudo):
    apt-get install --no-install-recommends ${missing[*]}"
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

policy=/usr/sbin/policy-rc.d
placed_policy=
# Servers are installed for their programs alone: no package may start its service meanwhile.
forbid_starting_services() {
    [ -e $policy ] && return
    placed_policy=yes
    trap allow_starting_services EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy > /dev/null
    as_root chmod 755 $policy
}
allow_starting_services() {
    [ -n "$placed_policy" ] || return 0
    placed_policy=
    as_root rm -f $policy
}

# disable_services PACKAGE...: they do not start with the machine either, if the package came by us.
disable_services() {
    local package unit
    for package in "$@"; do
        is_installed "$package" || continue
        if [ -e "/etc/init.d/$package" ]; then
            as_root update-rc.d "$package" disable > /dev/null 2>&1 || true
        fi
        for unit in "${service_units[@]}"; do
            dpkg-query -L "$package" | grep -q "/systemd/system/$unit\$" || continue
            as_root rm -f "/etc/systemd/system/multi-user.target.wants/$unit" \
                "/etc/systemd/system/sockets.target.wants/$unit"
            if [ -d /run/systemd/system ]; then
                as_root systemctl disable --now "$unit" > /dev/null 2>&1 || true
            fi
        done
    done
}

# install_packages PACKAGE...: those of them that are missing.
install_packages() {
    local package log fresh=()
    missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    command -v apt-get > /dev/null \
        || die "this needs Debian 12 or a relative of it; elsewhere install the like of: ${missing[*]}"
    for package in "${service_packages[@]}"; do
        is_installed "$package" || fresh+=("$package")
    done
    printf 'Installing: %s\n' "${missing[*]}"
    forbid_starting_services
    log=$(mktemp)
    local apt=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0
        -o Acquire::Retries=3)
    # Old package lists name files that are gone: ask for new ones only then, or when there are none.
    if ! "${apt[@]}" install --no-install-recommends "${missing[@]}" > "$log" 2>&1; then
        "${apt[@]}" update > /dev/null || die "apt-get update failed"
        "${apt[@]}" install --no-install-recommends "${missing[@]}" > "$log" 2>&1 || {
            tail -n 30 "$log" >&2
            die "could not install: ${missing[*]}"
        }
    fi
    rm -f "$log"
    disable_services "${fresh[@]}"
    allow_starting_services
}

# build FOLDER CMAKE_OPTIONS -- TARGET...
build() {
    local folder=$1 options=()
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    # What one checkout compiled serves the next. A first compilation is not also preprocessed (CCACHE_DEPEND), and
    # precompiled headers are compared by their content.
    export CCACHE_BASEDIR=$top CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros
    cmake -S "$top" -B "$top/$folder" -G Ninja "${options[@]}" > "$top/$folder.cmake.log" 2>&1 || {
        cat "$top/$folder.cmake.log" >&2
        rm -f "$top/$folder.cmake.log"
        die "CMake found something wrong"
    }
    mv "$top/$folder.cmake.log" "$top/$folder/cmake.log"
    # One line that grows where somebody looks, only the end of it where nobody does.
    if [ -t 1 ]; then
        ninja -C "$top/$folder" "$@"
    else
        ninja -C "$top/$folder" --quiet "$@"
    fi || die "the build failed"
}

# on_display COMMAND...: with a screen and a session bus of its own, gone with the command.
on_display() {
    local runtime status=0
    runtime=$(mktemp -d)
    chmod 700 "$runtime"
    env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR="$runtime" QT_QPA_PLATFORM=xcb \
        xvfb-run -a -s '-screen 0 1440x900x24' dbus-run-session -- "$@" || status=$?
    rm -rf "$runtime"
    return $status
}
