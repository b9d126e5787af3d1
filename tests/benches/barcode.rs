//! A camera frame of 640 × 480 read, with a code in view and without. The turns a reader takes cost
//! differently, so that each measurement reads all ten of them.

#![allow(missing_docs, clippy::unwrap_used)]

use barcoders::sym::ean13::EAN13;
use criterion::{Criterion, criterion_group, criterion_main};
use satchel_devices::barcode::{FrameReader, Luma};

const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// Frames until every kind of code was looked for.
const TURNS: usize = 10;

/// A frame with some noise: grey paper, print in lines, and a code in its middle where there is one.
fn frame(code: Option<&str>, seed: u64) -> Vec<u8> {
    let modules = code.map(|digits| EAN13::new(digits).unwrap().encode()).unwrap_or_default();
    let left = (WIDTH - modules.len() * 3) / 2;
    let mut state = seed;
    (0..WIDTH * HEIGHT)
        .map(|at| {
            let (x, y) = (at % WIDTH, at / WIDTH);
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let noise = (state >> 59) as u8;
            let bar = x.checked_sub(left).and_then(|x| modules.get(x / 3));
            let dark = match bar {
                Some(bar) if (160..320).contains(&y) => *bar == 1,
                _ => y % 40 < 12 && (x * 7 + y / 40 * 13) % 23 < 9 && !(140..340).contains(&y),
            };
            if dark { 30 + noise } else { 190 + noise }
        })
        .collect()
}

fn frames(criterion: &mut Criterion) {
    for (name, code) in [("with_a_code", Some("560142000100")), ("without_one", None)] {
        let frames: Vec<Vec<u8>> = (0..TURNS as u64).map(|seed| frame(code, seed + 1)).collect();
        criterion.bench_function(&format!("barcode/ten_frames_{name}"), |bencher| {
            bencher.iter(|| {
                let mut reader = FrameReader::new();
                let read = |pixels: &Vec<u8>| {
                    reader.read(&Luma::new(pixels, WIDTH as u32, HEIGHT as u32).unwrap())
                };
                frames.iter().filter_map(read).count()
            });
        });
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
