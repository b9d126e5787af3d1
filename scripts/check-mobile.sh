#!/usr/bin/env bash
# What Linux can check of the Android and iOS apps, without NDK and Xcode.
# Usage: scripts/check-mobile.sh [android] [ios] [java] [kotlin] [package] [tests]
# What it builds beside the sources is kept in ${SATCHEL_CROSS:-~/.cache/satchel/cross}, outside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${SATCHEL_CROSS:-${XDG_CACHE_HOME:-$HOME/.cache}/satchel/cross}
mkdir -p "$cache"
cargo=${CARGO:-cargo}

out=${CARGO_TARGET_DIR:-target}/mobile
classes=$out/classes
mkdir -p "$out"

# The crate `mobile` with all below it for the phones named, by the compiler and by Clippy. Debian's compiler is
# another than the desktop's, so it has a target folder of its own. Both phones in one go share what is built for
# this machine; the database's C is not linked, so it is not optimised either.
check() {
    local target targets=() compilers=()
    for target in "$@"; do
        local name=${target//-/_} compiler=$made/bin/zig-android-cc
        [ "$target" = aarch64-linux-android ] || compiler=$made/bin/zig-ios-cc
        targets+=(--target "$target")
        compilers+=("CC_$name=$compiler" "CXX_$name=$compiler" "AR_$name=$made/bin/zig-ar" "RANLIB_$name=$made/bin/zig-ranlib"
            "${name^^}_OPENSSL_INCLUDE_DIR=$made/openssl/include" "${name^^}_OPENSSL_LIB_DIR=/usr/lib/$(gcc -print-multiarch)")
    done
    echo "Checking for $*"
    # zig's headers of Apple's systems have no os_log; with it SQLCipher writes its warnings.
    env RUSTC="$made/rustc" RUSTC_WORKSPACE_WRAPPER="$made/clippy-driver" RUSTFLAGS='-D warnings' CARGO_TARGET_DIR="${SATCHEL_CROSS_TARGET:-$cache/target}" \
        CARGO_INCREMENTAL=0 SDKROOT="$made/sdk/iPhoneOS.sdk" LIBSQLITE3_FLAGS=-DSQLCIPHER_OMIT_LOG_DEVICE OPENSSL_NO_VENDOR=1 \
        "${compilers[@]}" "$cargo" check --quiet -p satchel-mobile "${targets[@]}" --no-default-features --features phone \
        --config 'profile.dev.package.libsqlite3-sys.opt-level=0'
}

# Everything, or the stages that are named.
stages=${*:-android ios java kotlin package tests}
has() { [[ " $stages " == *" $1 "* ]]; }

if has android || has ios; then
    # Another distribution has no such compiler; on Debian its lack is an error.
    made=$(scripts/mobile/sysroot.sh "$cache") || { [ $? -eq 3 ] && ! grep -qx 'ID=debian' /etc/os-release && made=; }
fi
phones=()
if has android; then phones+=(aarch64-linux-android); fi
if has ios; then phones+=(aarch64-apple-ios); fi
if [ ${#phones[@]} -gt 0 ] && [ -n "$made" ]; then check "${phones[@]}"; fi
if has java; then scripts/mobile/java.sh "$cache" "$classes"; fi
if has kotlin; then scripts/mobile/kotlin.sh "$cache" "$classes" "$out/kotlin"; fi
if has package; then scripts/mobile/package.sh "$out/package"; fi
if has tests; then
    node scripts/mobile/icons.mjs --check
    SATCHEL_CLASSES=$classes python3 -m unittest discover -s tests/mobile
fi
