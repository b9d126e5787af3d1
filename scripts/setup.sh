#!/usr/bin/env bash
# Brings a fresh Debian or Ubuntu machine to where `make run` and `make test` work.
# Usage: scripts/setup.sh run|test|mobile
# Does nothing (in milliseconds) when everything is there.
set -euo pipefail
purpose=${1:-run}
browser_from_npm=
oldest_rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$(dirname "$0")/../Cargo.toml")

# What builds the desktop shell, and what links it quickly.
packages=(build-essential pkg-config mold libclang-dev libssl-dev libdbus-1-dev libgtk-3-dev libwebkit2gtk-4.1-dev libxdo-dev)
if [ "$purpose" = test ]; then
    packages+=(dbus-daemon xvfb xauth xdotool imagemagick x11-utils)
    command -v node >/dev/null 2>&1 || packages+=(nodejs)
    command -v npm >/dev/null 2>&1 || packages+=(npm)
    # Ubuntu's Chromium is a snap, which not every machine can run: there the browser comes from npm, its libraries by apt.
    if ! command -v chromium >/dev/null 2>&1 && [ -z "${CHROMIUM:-}" ]; then
        if grep -qi '^ID=ubuntu' /etc/os-release; then
            browser_from_npm=yes
            packages+=(libasound2t64 libgbm1 libnss3)
        else
            packages+=(chromium)
        fi
    fi
fi

if [ "$purpose" = mobile ]; then
    # Java, the package tools, and what unpacks and drives the private compilers of scripts/mobile.
    packages=(aapt android-framework-res apksigner build-essential libssl-dev pkg-config xz-utils zipalign)
    command -v javac >/dev/null 2>&1 || packages+=(default-jdk-headless)
    command -v kotlinc >/dev/null 2>&1 || [ -z "$(apt-cache search --names-only '^kotlin$')" ] || packages+=(kotlin)
    command -v node >/dev/null 2>&1 || packages+=(nodejs)
    python3 -m pip --version >/dev/null 2>&1 || packages+=(python3 python3-pip)
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done

install_packages() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "These packages are missing and installing them needs root: $*" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: $*"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if [ ${#missing[@]} -gt 0 ]; then
    install_packages "${missing[@]}"
fi

# A Rust that is there is used as it is. Where there is none, Debian's serves, kept fresh for its browsers, or the
# newest of Ubuntu's, of which several stand side by side: the Makefile has the links to the chosen one on its path.
if ! command -v cargo >/dev/null 2>&1; then
    offered=$(apt-cache policy cargo-web 2>/dev/null | sed -n 's/ *Candidate: //p')
    newest=$(apt-cache search --names-only '^cargo-1\.[0-9]+$' | sed -n 's/^cargo-\(1\.[0-9]*\) .*/\1/p' | sort -V | tail -1)
    if dpkg --compare-versions "${offered:-0}" ge "$oldest_rust"; then
        install_packages cargo-web rustc-web libstd-rust-web-dev rustfmt-web rust-web-clippy
    elif dpkg --compare-versions "${newest:-0}" ge "$oldest_rust"; then
        install_packages "cargo-$newest" "rustc-$newest" "libstd-rust-$newest-dev" "rustfmt-$newest" "rust-$newest-clippy"
        mkdir -p "$HOME/.cache/satchel/rust"
        ln -sf "/usr/lib/rust-$newest/bin/"* "$HOME/.cache/satchel/rust/"
    else
        echo "Rust $oldest_rust or later is missing. This line brings it:" >&2
        echo "    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y && . \"\$HOME/.cargo/env\"" >&2
        exit 1
    fi
fi

if [ "$purpose" = test ] && [ ! -e node_modules/.package-lock.json -o package-lock.json -nt node_modules/.package-lock.json ]; then
    # Not `npm ci`: it wants download addresses for the packages of other platforms in the lock file.
    npm install --no-save --no-audit --no-fund --loglevel=error
fi

if [ -n "$browser_from_npm" ]; then
    node scripts/browser.mjs
fi
