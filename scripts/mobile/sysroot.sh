#!/usr/bin/env bash
# A private Rust sysroot for Android and iOS, good for `cargo check`, and a C compiler for build scripts.
# Usage: scripts/mobile/sysroot.sh CACHE
# Prints the folder: CACHE/rust with `rustc`, `clippy-driver`, `bin/zig-{android,ios}-cc`, `openssl/`, `sdk/`. Made anew when
# the checksums of what it is made of change. Nothing is installed: Debian's rustc-web would replace rustup's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:?the folder for what is built}
targets=(aarch64-linux-android aarch64-apple-ios)
# A Python package. Objects it makes are never linked, so its headers need not be a phone's own.
zig=ziglang==0.17.1

# The library beside the compiler has its release in the name, and so has the LLVM it is built on.
found() {
    local library
    library=$(apt-cache depends libstd-rust-web-dev 2>/dev/null | awk '/Depends: libstd-rust-web-[0-9]/ {print $2; exit}')
    [ -z "$library" ] || { echo "$library"; apt-cache depends "$library" | awk '/Depends: libllvm/ {print $2; exit}'; }
}
if [ -z "$(found)" ]; then
    # A fresh machine has no list of packages yet.
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq >&2
fi
mapfile -t versioned < <(found)
if [ ${#versioned[@]} -eq 0 ]; then
    echo "The phones' compiler comes from Debian's packages rustc-web and rust-web-src, which are not to be had here." >&2
    exit 3
fi
packages=(rustc-web libstd-rust-web-dev rust-web-src rust-web-clippy "${versioned[@]}")
sums=$(apt-get download --print-uris "${packages[@]}" | awk '{print $2, $4}' | sort)
# Raised when what is made of them changes.
layout=1
key=$( (echo "$sums"; echo "$zig $layout"; cat "$here/zig-cc") | sha256sum | cut -c1-16)
# Always the same folder: build scripts run again when the path of their C compiler changes.
made=$cache/rust
if [ "$(cat "$made/key" 2>/dev/null)" = "$key" ]; then
    echo "$made"
    exit 0
fi

echo "Building the sysroot in $made" >&2
rm -rf "$made"
mkdir -p "$made/debs" "$made/bin" "$made/sdk/iPhoneOS.sdk" "$made/openssl/include" "$made/seed/src"
(cd "$made/debs" && apt-get download -qq "${packages[@]}" >&2)
for deb in "$made"/debs/*.deb; do dpkg -x "$deb" "$made/root"; done
rm -r "$made/debs"
# The compiler, and Clippy as `RUSTC_WORKSPACE_WRAPPER` wants it.
for name in rustc clippy-driver; do
    cat > "$made/$name" <<EOS
#!/bin/sh
root=\$(dirname "\$0")/root
LD_LIBRARY_PATH=\$root/usr/lib/x86_64-linux-gnu exec "\$root/usr/bin/$name" "\$@"
EOS
    chmod +x "$made/$name"
done

python3 -m pip install --quiet --no-deps --disable-pip-version-check --target "$made/zig" "$zig" >&2
for name in android-cc ios-cc ar ranlib; do
    install -m 755 "$here/zig-cc" "$made/bin/zig-$name"
done

# Headers of OpenSSL for SQLCipher: building OpenSSL itself with zig takes minutes and would prove nothing of a
# phone, as nothing is linked.
cp -rL /usr/include/openssl "/usr/include/$(gcc -print-multiarch)/openssl" "$made/openssl/include/"

# std, once a target, from Debian's sources; rustup's cargo drives Debian's compiler.
: > "$made/seed/src/lib.rs"
printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' > "$made/seed/Cargo.toml"
for target in "${targets[@]}"; do
    (cd "$made/seed" && RUSTC=$made/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS='' CARGO_TARGET_DIR=$made/build \
        "${CARGO:-cargo}" build --quiet -Z build-std=std,panic_abort,proc_macro --target "$target" >&2)
    libraries=$made/root/usr/lib/rustlib/$target/lib
    rm -rf "$libraries"
    mkdir -p "$libraries"
    cp "$made/build/$target/debug/deps/"*.rlib "$libraries/"
    rm -f "$libraries"/libseed*
done
rm -r "$made/build" "$made/seed" "$made/root/usr/src"
echo "$key" > "$made/key"
echo "$made"
