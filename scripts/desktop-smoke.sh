#!/usr/bin/env bash
# Opens the real desktop window under a virtual display, waits until it has drawn something,
# and fails when it dies, never appears, or stays blank. SMOKE_PICTURE keeps the picture.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-$PWD/target}
data=$(mktemp -d)
picture=${SMOKE_PICTURE:-$data/window.png}

if [ -z "${SMOKE_INSIDE:-}" ]; then
    SMOKE_INSIDE=1 SMOKE_PICTURE="${SMOKE_PICTURE:-}" \
        xvfb-run -a -s "-screen 0 480x920x24" "$0"
    exit
fi
[ -n "${SMOKE_PICTURE:-}" ] || picture=$data/window.png

# Software drawing: a virtual display has no graphics card.
export LIBGL_ALWAYS_SOFTWARE=1 WEBKIT_DISABLE_DMABUF_RENDERER=1 WEBKIT_DISABLE_COMPOSITING_MODE=1
export NO_AT_BRIDGE=1 GDK_BACKEND=x11
unset WAYLAND_DISPLAY || true

"$target/debug/satchel" --data "$data" >"$data/log" 2>&1 &
app=$!
trap 'kill $app 2>/dev/null || true; rm -rf "$data"' EXIT

colours=0
for _ in $(seq 1 60); do
    sleep 1
    if ! kill -0 $app 2>/dev/null; then
        echo "The window closed by itself:" >&2
        cat "$data/log" >&2
        exit 1
    fi
    window=$(xdotool search --onlyvisible --name '^Satchel$' 2>/dev/null | head -1 || true)
    [ -n "$window" ] || continue
    import -window root "$picture" 2>/dev/null || continue
    colours=$(identify -format '%k' "$picture")
    # A blank web view has one colour or two; text with smoothed edges has many.
    if [ "$colours" -gt 40 ]; then
        echo "Desktop window drawn ($colours colours)."
        exit 0
    fi
done
echo "The window did not draw anything in a minute (colours: $colours)." >&2
cat "$data/log" >&2
exit 1
