#!/usr/bin/env bash
# Brings the typefaces that receipts are drawn with into assets/receipts/fonts. They are committed: this runs
# only to renew them. Needs npm and pyftsubset (Debian: fonttools).
# IBM Plex stays as it is, since its licence reserves the name; the Noto files are cut down.
set -euo pipefail
cd "$(dirname "$0")/../assets/receipts/fonts"
target=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

face() { # package, file in it
    npm pack --silent "@expo-google-fonts/$1" >/dev/null
    tar xzf ./expo-google-fonts-"$1"-[0-9]*.tgz --one-top-level="$1" --strip-components=1
    cp "$1/400Regular/$2_400Regular.ttf" "$2.ttf"
}

face ibm-plex-mono IBMPlexMono
face ibm-plex-sans-arabic IBMPlexSansArabic
face ibm-plex-sans-hebrew IBMPlexSansHebrew
face ibm-plex-sans-thai IBMPlexSansThai
face noto-sans-devanagari NotoSansDevanagari
face noto-sans-mono NotoSansMono
face noto-emoji NotoEmoji
face noto-sans-sc NotoSansSC

# The signs that the usual Chinese and Japanese character sets hold, of 30,000 in the typeface.
python3 - >han.txt <<'PYTHON'
signs = set(range(0x3000, 0x3100)) | set(range(0xFF01, 0xFFEF))
def take(codec, first, last):
    for lead in range(first, last + 1):
        for trail in range(0x40, 0xFF):
            try:
                signs.add(ord(bytes((lead, trail)).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                pass
take("gb2312", 0xA1, 0xF7)
take("big5", 0xA4, 0xC6)
take("shift_jis", 0x88, 0x98)
print(",".join(f"U+{sign:04X}" for sign in sorted(signs) if 0x2E00 <= sign <= 0xFFFF))
PYTHON
pyftsubset NotoSansSC.ttf --unicodes-file=han.txt --no-hinting --layout-features='' \
    --name-IDs='0,1,2,3,4,5,6,13,14' --output-file=SatchelHan.ttf
# Plex Mono has Latin and Cyrillic; Greek, arrows and frames come from here.
pyftsubset NotoSansMono.ttf --no-hinting --layout-features='' --name-IDs='0,1,2,3,4,5,6,13,14' \
    --unicodes='U+0370-03FF,U+1E00-1EFF,U+2010-2027,U+2030-205E,U+2070-209F,U+20A0-20C0,U+2100-214F,U+2150-218F,U+2190-21FF,U+2200-22FF,U+2300-23FF,U+2500-25FF' \
    --output-file=SatchelMonoMore.ttf
mv SatchelHan.ttf NotoSansSC-common.ttf
mv SatchelMonoMore.ttf NotoSansMono-greek-signs.ttf
cp IBMPlexMono.ttf IBMPlexSansArabic.ttf IBMPlexSansHebrew.ttf IBMPlexSansThai.ttf NotoSansDevanagari.ttf \
    NotoEmoji.ttf NotoSansSC-common.ttf NotoSansMono-greek-signs.ttf "$target"/
cp noto-sans-devanagari/LICENSE_FONT "$target"/OFL-Noto.txt
ls -l "$target"
