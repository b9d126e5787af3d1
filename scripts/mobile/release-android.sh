#!/usr/bin/env bash
# Builds the release for Android: one package an ABI, and the bundle for Google Play.
# Usage: scripts/mobile/release-android.sh [ABI-TRIPLE...]
# Signs with SATCHEL_KEYSTORE, SATCHEL_KEYSTORE_PASSWORD, SATCHEL_KEY_ALIAS and SATCHEL_KEY_PASSWORD where they are
# set; otherwise what it makes is unsigned.
set -euo pipefail
cd "$(dirname "$0")/../.."
triples=("$@")
[ ${#triples[@]} -gt 0 ] || triples=(aarch64-linux-android armv7-linux-androideabi x86_64-linux-android)

missing=()
command -v dx >/dev/null 2>&1 || missing+=("dx (cargo install dioxus-cli@0.7.10)")
command -v javac >/dev/null 2>&1 || missing+=("a JDK 17")
sdk=${ANDROID_HOME:-${ANDROID_SDK_ROOT:-}}
[ -n "$sdk" ] && [ -d "$sdk" ] || missing+=("the Android SDK (set ANDROID_HOME)")
[ -d "${ANDROID_NDK_HOME:-${sdk:+$sdk/ndk}}" ] || missing+=("the Android NDK (set ANDROID_NDK_HOME)")
if command -v rustup >/dev/null 2>&1; then
    for triple in "${triples[@]}"; do
        rustup target list --installed | grep -qx "$triple" || missing+=("Rust for $triple (rustup target add $triple)")
    done
fi
if [ ${#missing[@]} -gt 0 ]; then
    joined=$(printf ', %s' "${missing[@]}")
    echo "No Android release from here: missing ${joined:2}." >&2
    exit 1
fi

target=${CARGO_TARGET_DIR:-target}
project=$target/dx/satchel/release/android/app
btleplug=$(cargo metadata --format-version 1 --locked \
    | python3 -c 'import json, os, sys; print(next(os.path.dirname(p["manifest_path"]) for p in json.load(sys.stdin)["packages"] if p["name"] == "btleplug"))')

# dx knows neither our Java nor our resources; it writes its own templates again at each build, and leaves the
# rest of the folder as it is.
overlay() {
    local main=$project/app/src/main
    mkdir -p "$main/java" "$main/res"
    cp -r android/java/. "$btleplug/src/droidplug/java/src/main/java/." "$main/java/"
    find "$main/res" -name 'ic_launcher*' -delete
    cp -r android/res/. "$main/res/"
}

overlay
for triple in "${triples[@]}"; do
    dx build --android --release --package satchel-mobile --bin satchel --no-default-features --features phone --target "$triple"
done
overlay

gradle=$project/app/build.gradle.kts
code=$(python3 scripts/mobile/version.py code)
sed -i.before -e "s/versionCode = 1\$/versionCode = $code/" "$gradle"
grep -q "versionCode = $code\$" "$gradle" || { echo "dx writes its Gradle file in another way than this script knows" >&2; exit 1; }
cat >> "$gradle" <<'GRADLE'

android {
    splits {
        abi {
            isEnable = true
            reset()
            include("arm64-v8a", "armeabi-v7a", "x86_64")
            isUniversalApk = false
        }
    }
}
GRADLE

signing=()
if [ -n "${SATCHEL_KEYSTORE:-}" ]; then
    # By the environment: a command line is seen by every process.
    signing=(env "ORG_GRADLE_PROJECT_android.injected.signing.store.file=$(realpath "$SATCHEL_KEYSTORE")"
        "ORG_GRADLE_PROJECT_android.injected.signing.store.password=$SATCHEL_KEYSTORE_PASSWORD"
        "ORG_GRADLE_PROJECT_android.injected.signing.key.alias=$SATCHEL_KEY_ALIAS"
        "ORG_GRADLE_PROJECT_android.injected.signing.key.password=$SATCHEL_KEY_PASSWORD")
fi
(cd "$project" && "${signing[@]}" ./gradlew --quiet assembleRelease bundleRelease)

out=$target/mobile/release
mkdir -p "$out"
find "$project/app/build/outputs" \( -name '*.apk' -path '*release*' -o -name '*.aab' \) -exec cp {} "$out/" \;
echo "Sizes:"
(cd "$out" && du -h -- *.apk *.aab)
find "$project/app/src/main/jniLibs" -name '*.so' -exec du -h {} +
