#!/usr/bin/env bash
# Compiles the Java of the Android app, ours and btleplug's, against stubs of Android's API.
# Usage: scripts/mobile/java.sh CACHE OUT
# The stubs are made once from the signature file in Debian's source package of the framework (API 29). Newer
# API is named by text in the Java; what that cannot check is checked on a phone.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:?the folder for what is built} out=${2:?the folder for the classes}
source_package=android-platform-frameworks-base

list=$(mktemp -d)
trap 'rm -rf "$list"' EXIT
# The machine's own mirrors, asked for sources: a list of its own, so that nothing is changed.
mkdir -p "$list/lists/partial"
apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sort -u > "$list/sources"
options=(-o "Dir::Etc::SourceList=$list/sources" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$list/lists" -o APT::Sandbox::User=root)

key=$( (dpkg-query -W -f '${Version}' android-framework-res; cat "$here/android_stubs.py") | sha256sum | cut -c1-16)
stubs=$cache/android-api-$key.jar
if [ ! -e "$stubs" ]; then
    echo "Building stubs of Android's API in $stubs" >&2
    apt-get "${options[@]}" update -qq >&2
    (cd "$list" && apt-get "${options[@]}" source -qq --download-only "$source_package" >&2)
    tar -xJf "$list/$source_package"_*.orig.tar.xz -C "$list" api/current.txt
    python3 "$here/android_stubs.py" "$list/api/current.txt" "$list/stubs.jar" >&2
    mv "$list/stubs.jar" "$stubs"
    find "$cache" -maxdepth 1 -name 'android-api-*' ! -name "android-api-$key.jar" -delete
fi

btleplug=$("${CARGO:-cargo}" metadata --format-version 1 --locked \
    | python3 -c 'import json, os, sys; print(next(os.path.dirname(p["manifest_path"]) for p in json.load(sys.stdin)["packages"] if p["name"] == "btleplug"))')
rm -rf "$out"
mkdir -p "$out"
# Theirs with their warnings, ours with none.
find "$btleplug/src/droidplug/java/src/main/java" -name '*.java' \
    -exec javac -nowarn -Xlint:-options --release 8 -cp "$stubs" -d "$out" {} +
find android/java -name '*.java' \
    -exec javac -Xlint:all,-options -Werror --release 8 -cp "$stubs:$out" -d "$out" {} +
echo "Java: $(find android/java -name '*.java' | wc -l) of ours and btleplug's compile against Android's API"
