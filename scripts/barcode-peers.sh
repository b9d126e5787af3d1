#!/usr/bin/env bash
# Reads the frames that `FRAMES=FOLDER cargo bench -p satchel-tests --bench barcode` wrote with zxing-cpp, beside
# our own figures: scripts/barcode-peers.sh FOLDER. The library comes from its Python package, into a folder
# beside the frames.
set -euo pipefail
frames=${1:?the folder of the frames}
[ -d "$frames/drawn-with" ] || { echo "no frames in $frames: run the barcode bench with FRAMES=$frames first" >&2; exit 1; }
python3 -m venv "$frames/.peers"
"$frames/.peers/bin/pip" install --quiet "zxing-cpp>=3" numpy
"$frames/.peers/bin/python" - "$frames" <<'PY'
import pathlib, sys, time
import numpy, zxingcpp

WIDTH, HEIGHT, ROUNDS = 640, 480, 5
FORMATS = [zxingcpp.BarcodeFormat[name] for name in
           ("EAN13", "EAN8", "UPCA", "UPCE", "Code128", "Code39", "ITF", "QRCode", "DataMatrix")]

wanted = zxingcpp.BarcodeFormats(FORMATS)
for kind in sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_dir() and path.name[0] != "."):
    files = sorted(kind.glob("*.pgm"))
    took, found = [], 0
    for file in files:
        pixels = numpy.frombuffer(file.read_bytes()[-WIDTH * HEIGHT:], dtype=numpy.uint8).reshape(HEIGHT, WIDTH)
        for _ in range(ROUNDS):
            start = time.perf_counter()
            codes = zxingcpp.read_barcodes(pixels, formats=wanted)
            took.append(time.perf_counter() - start)
        found += bool(codes)
    took.sort()
    at = lambda part: took[len(took) * part // 100] * 1e3 if took else 0.0
    print(f"zxing-cpp, {kind.name}: {found} of {len(files)} found; a frame {at(50):.2f} ms (p50), {at(95):.2f} ms (p95)")
PY
