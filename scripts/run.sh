#!/usr/bin/env bash
# The app with its demo company, and beside it the practice site its orders travel to.
# Usage: scripts/run.sh [option of the app …]
# The practice site keeps its database beside the app's data; both go on where they were.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-$PWD/target}

# In one go: built apart, the two would unify features differently and compile half of the libraries twice.
cargo build -p satchel-mobile --bin satchel -p satchel-practice-site --bin satchel-practice-site

data=${XDG_DATA_HOME:-${HOME:-$PWD}/.local/share}/satchel
previous=
for argument in "$@"; do
    case $previous in --data) data=$argument ;; esac
    case $argument in --data=*) data=${argument#--data=} ;; esac
    previous=$argument
done
site=$data/practice-site
mkdir -p "$site"
chmod 700 "$site"
rm -f "$site/account.json"

"$target/debug/satchel-practice-site" --demo --port 0 --database "$site/site.db" \
    --set-up shared/office/data/set-up.json --account "$site/account.json" \
    >"$site/log" 2>&1 &
practice=$!
trap 'kill "$practice" 2>/dev/null || true' EXIT

# The demo works without it: its orders wait then, as without signal.
for _ in $(seq 1 100); do
    [ -e "$site/account.json" ] && break
    kill -0 "$practice" 2>/dev/null || break
    sleep 0.1
done
if [ -e "$site/account.json" ]; then
    echo "A practice site stands in for ERPNext at $(head -1 "$site/log")"
    set -- --practice-site "$site/account.json" "$@"
else
    echo "The practice site did not start; orders wait. It says:" >&2
    cat "$site/log" >&2
fi

"$target/debug/satchel" "$@"
