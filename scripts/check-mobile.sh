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

# The crate `mobile` with all below it for one phone, by the compiler and by Clippy. Debian's compiler is another
# than the desktop's, so it has a target folder of its own.
check() {
    local target=$1 name=${1//-/_} compiler=$made/bin/$2
    echo "Checking for $target"
    env RUSTC="$made/rustc" RUSTC_WORKSPACE_WRAPPER="$made/clippy-driver" RUSTFLAGS='-D warnings' CARGO_TARGET_DIR="${SATCHEL_CROSS_TARGET:-$cache/target}" \
        CARGO_INCREMENTAL=0 SDKROOT="$made/sdk/iPhoneOS.sdk" \
        "CC_$name=$compiler" "CXX_$name=$compiler" "AR_$name=$made/bin/zig-ar" "RANLIB_$name=$made/bin/zig-ranlib" \
        LIBSQLITE3_FLAGS="$3" OPENSSL_NO_VENDOR=1 "${name^^}_OPENSSL_INCLUDE_DIR=$made/openssl/include" \
        "${name^^}_OPENSSL_LIB_DIR=/usr/lib/$(gcc -print-multiarch)" \
        "$cargo" check --quiet -p satchel-mobile --target "$target" --no-default-features --features phone
}

# Everything, or the stages that are named.
stages=${*:-android ios java kotlin package tests}
has() { [[ " $stages " == *" $1 "* ]]; }

if has android || has ios; then
    # Another distribution has no such compiler; on Debian its lack is an error.
    made=$(scripts/mobile/sysroot.sh "$cache") || { [ $? -eq 3 ] && ! grep -qx 'ID=debian' /etc/os-release && made=; }
fi
if has android && [ -n "$made" ]; then
    check aarch64-linux-android zig-android-cc ''
fi
if has ios && [ -n "$made" ]; then
    # zig's headers of Apple's systems have no os_log; with it SQLCipher writes its warnings.
    check aarch64-apple-ios zig-ios-cc -DSQLCIPHER_OMIT_LOG_DEVICE
fi
if has java; then scripts/mobile/java.sh "$cache" "$classes"; fi
if has kotlin; then scripts/mobile/kotlin.sh "$cache" "$classes" "$out/kotlin"; fi
if has package; then scripts/mobile/package.sh "$out/package"; fi
if has tests; then
    node scripts/mobile/icons.mjs --check
    SATCHEL_CLASSES=$classes python3 -m unittest discover -s tests/mobile
fi
