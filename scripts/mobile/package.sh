#!/usr/bin/env bash
# Links, aligns, signs and verifies the skeleton of the Android package: manifest and resources, no code in it.
# Usage: scripts/mobile/package.sh OUT
# Debian's framework is Android 10. Three things are newer and are left out of this check, or stood in for:
# attributes of the manifest in LATER, the theme of Android 12, and androidx's theme.
set -euo pipefail
out=${1:?the folder for the package}
framework=/usr/share/android-framework-res/framework-res.apk
LATER='allowNativeHeapPointerTagging|dataExtractionRules|enableOnBackInvokedCallback|localeConfig|usesPermissionFlags'

rm -rf "$out"
mkdir -p "$out"
cp -r android/res "$out/res"
rm -r "$out/res/values-v31" "$out/res/xml/locales.xml" "$out/res/xml/data_extraction_rules.xml"
sed -i 's/Theme.AppCompat.DayNight.NoActionBar/@android:style\/Theme.DeviceDefault.NoActionBar/' "$out/res/values/base.xml"
sed -E -e "s/ *android:($LATER)=\"[^\"]*\"//" -e 's/\$\{applicationId\}/app.satchel/' \
    -e 's/<manifest /<manifest package="app.satchel" /' android/AndroidManifest.xml > "$out/AndroidManifest.xml"

version=$(python3 scripts/mobile/version.py name) code=$(python3 scripts/mobile/version.py code)
aapt2 compile --dir "$out/res" -o "$out/res.zip"
aapt2 link -I "$framework" --manifest "$out/AndroidManifest.xml" --min-sdk-version 24 --target-sdk-version 29 \
    --version-name "$version" --version-code "$code" -o "$out/unaligned.apk" "$out/res.zip"
zipalign -f -p 4 "$out/unaligned.apk" "$out/skeleton.apk"
zipalign -c -p 4 "$out/skeleton.apk"
keytool -genkeypair -keystore "$out/throwaway.p12" -storepass throwaway -alias throwaway -keyalg RSA -keysize 2048 \
    -validity 1 -dname CN=throwaway 2>/dev/null
apksigner sign --ks "$out/throwaway.p12" --ks-pass pass:throwaway --min-sdk-version 24 "$out/skeleton.apk"
apksigner verify --min-sdk-version 24 "$out/skeleton.apk"
aapt2 dump badging "$out/skeleton.apk" > "$out/badging.txt"
echo "Package skeleton without code: $(head -1 "$out/badging.txt")"
