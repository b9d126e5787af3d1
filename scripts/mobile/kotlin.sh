#!/usr/bin/env bash
# Compiles the activity of the Android app with wry's own that it extends, against stubs of Android's API.
# Usage: scripts/mobile/kotlin.sh CACHE CLASSES OUT
# What wry's activity knows of AndroidX, its own webview and the build is in kotlin-stubs: of those, nothing is proven.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:?the folder with the stubs of Android} classes=${2:?the folder of the Java classes} out=${3:?the folder for the classes}
if ! command -v kotlinc >/dev/null; then
    echo "Kotlin: not checked, there is no kotlinc" >&2
    exit 0
fi
stubs=$(ls "$cache"/android-api-*.jar)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wry=$("${CARGO:-cargo}" metadata --format-version 1 --locked \
    | python3 -c 'import json, os, sys; print(next(os.path.dirname(p["manifest_path"]) for p in json.load(sys.stdin)["packages"] if p["name"] == "wry"))')
# As its build script fills it in.
sed -e 's/{{package}}/dev.dioxus.main/g; s/{{library}}/main/g; s/{{class-extension}}//g' \
    "$wry/src/android/kotlin/WryActivity.kt" > "$work/WryActivity.kt"
rm -rf "$out"
mkdir -p "$out" "$work/stubs"
javac -Xlint:all,-options -Werror --release 8 -cp "$stubs" -d "$work/stubs" "$here"/kotlin-stubs/*.java
# The compiler tells on standard error of the options of its own Java.
kotlinc -Werror -no-stdlib -no-reflect -jvm-target 1.8 -d "$out" \
    -cp "$stubs:$classes:$work/stubs:/usr/share/java/kotlin-stdlib.jar" \
    "$work/WryActivity.kt" android/kotlin/MainActivity.kt 2> >(grep -v 'VM warning' >&2)
echo "Kotlin: the activity compiles with wry's that it extends"
