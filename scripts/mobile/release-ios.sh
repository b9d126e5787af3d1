#!/usr/bin/env bash
# Builds the release for iOS: an .ipa for App Store Connect.
# Usage: scripts/mobile/release-ios.sh
# Wants SATCHEL_TEAM (ten signs), SATCHEL_SIGNING_IDENTITY ("Apple Distribution: …") and SATCHEL_PROFILE (a
# .mobileprovision file).
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
[ "$(uname)" = Darwin ] || missing+=("macOS")
command -v xcrun >/dev/null 2>&1 && xcrun --sdk iphoneos --show-sdk-path >/dev/null 2>&1 || missing+=("Xcode")
command -v dx >/dev/null 2>&1 || missing+=("dx (cargo install dioxus-cli@0.7.10)")
if command -v rustup >/dev/null 2>&1; then
    rustup target list --installed | grep -qx aarch64-apple-ios || missing+=("Rust for iOS (rustup target add aarch64-apple-ios)")
fi
for name in SATCHEL_TEAM SATCHEL_SIGNING_IDENTITY SATCHEL_PROFILE; do
    [ -n "${!name:-}" ] || missing+=("$name")
done
if [ ${#missing[@]} -gt 0 ]; then
    joined=$(printf ', %s' "${missing[@]}")
    echo "No iOS release from here: missing ${joined:2}." >&2
    exit 1
fi

target=${CARGO_TARGET_DIR:-target}
app=$target/dx/satchel/release/ios/Satchel.app
dx build --ios --release --package satchel-mobile --bin satchel --no-default-features --features phone --target aarch64-apple-ios
[ -x "$app/satchel" ] || { echo "dx left no app in $app" >&2; exit 1; }

# What dx leaves out: icons, launch screen, version, privacy manifest.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xcrun actool ios/Assets.xcassets --compile "$app" --platform iphoneos --minimum-deployment-target 16.0 \
    --app-icon AppIcon --target-device iphone --target-device ipad --output-partial-info-plist "$work/icons.plist" >/dev/null
plist=$app/Info.plist
/usr/libexec/PlistBuddy -c "Merge $work/icons.plist" "$plist"
plutil -replace CFBundleShortVersionString -string "$(python3 scripts/mobile/version.py name)" "$plist"
plutil -replace CFBundleVersion -string "$(python3 scripts/mobile/version.py code)" "$plist"
cp ios/PrivacyInfo.xcprivacy "$app/"

sed "s/TEAM/$SATCHEL_TEAM/g" ios/Satchel.entitlements > "$work/entitlements.plist"
cp "$SATCHEL_PROFILE" "$app/embedded.mobileprovision"
codesign --force --timestamp --entitlements "$work/entitlements.plist" --sign "$SATCHEL_SIGNING_IDENTITY" "$app"
codesign --verify --strict "$app"

out=$target/mobile/release
mkdir -p "$out" "$work/Payload"
cp -R "$app" "$work/Payload/"
ipa=$PWD/$out/Satchel.ipa
[[ $out = /* ]] && ipa=$out/Satchel.ipa
rm -f "$ipa"
(cd "$work" && zip -qry "$ipa" Payload)
du -h "$ipa" "$app/satchel"
