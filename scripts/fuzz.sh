#!/usr/bin/env bash
# Fuzzes one target: scripts/fuzz.sh pricing|files|barcodes|receipts|invitations [SECONDS]. Findings are written beside the corpus, in
# target/fuzz. Needs the host's stable toolchain only: coverage is the compiler's own, without a sanitizer.
set -euo pipefail
cd "$(dirname "$0")/../tests/fuzz"
fuzz_target=${1:?which target: pricing, files, barcodes, receipts or invitations}
seconds=${2:-600}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../../target}/fuzz
export RUSTC_BOOTSTRAP=1
export RUSTFLAGS="--cfg fuzzing -Cdebug-assertions -Coverflow-checks -Cpasses=sancov-module \
-Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares"
host=$(rustc -vV | sed -n 's/^host: //p')
cargo build --release --target "$host" --bin "$fuzz_target"
corpus=("$CARGO_TARGET_DIR/corpus/$fuzz_target")
mkdir -p "${corpus[0]}"
# A template is found sooner from one that is right than from nothing.
[ "$fuzz_target" != receipts ] || corpus+=(../../assets/receipts)
"$CARGO_TARGET_DIR/$host/release/$fuzz_target" "${corpus[@]}" -artifact_prefix="$CARGO_TARGET_DIR/" \
    -max_total_time="$seconds" -max_len=8192 -len_control=0 -print_final_stats=1
