//! A camera frame of 640 × 480 read, with a code in view and without. The turns a reader takes cost
//! differently, so that each measurement reads all of them.
//!
//! Beside criterion's means stand the median and the 95th percentile of single frames: of those drawn
//! here, and of the photographs beside the repository where they are. With `FRAMES=FOLDER` every frame
//! is written there, for `scripts/barcode-peers.sh` to read with another library.

#![allow(missing_docs, clippy::unwrap_used)]

use barcoders::sym::ean13::EAN13;
use criterion::{Criterion, criterion_group};
use image::imageops::FilterType;
use satchel_devices::barcode::{FrameReader, Luma};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// Frames until every kind of code was looked for.
const TURNS: usize = 11;

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
        criterion.bench_function(&format!("barcode/each_turn_{name}"), |bencher| {
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

/// Frames of one kind: the name of each and its pixels.
type Frames = Vec<(String, Vec<u8>)>;

/// How often each frame is read.
const ROUNDS: usize = 5;

fn drawn(code: Option<&str>) -> Frames {
    (0..20).map(|seed| (format!("drawn-{seed}"), frame(code, seed + 1))).collect()
}

/// The photographs as a camera of 640 × 480 would give them: those with a code, and those without.
fn photographs() -> (Frames, Frames) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/barcode-images");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
        .unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "png"));
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let whole = image::open(&file).unwrap().into_luma8();
            let fitted = image::DynamicImage::ImageLuma8(whole)
                .resize(WIDTH as u32, HEIGHT as u32, FilterType::Triangle)
                .into_luma8();
            let mut ground =
                image::GrayImage::from_pixel(WIDTH as u32, HEIGHT as u32, image::Luma([128]));
            image::imageops::overlay(&mut ground, &fitted, 0, 0);
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            (name, ground.into_raw())
        })
        .partition(|(name, _)| !name.starts_with("falsepositives"))
}

/// Reads each frame until it gave a code, ten times at most, as a camera held still would give it. Prints
/// how many gave one, and what a single frame took.
fn single_frames(kind: &str, frames: &Frames) {
    let mut took: Vec<Duration> = Vec::new();
    let mut found = 0;
    for (_, pixels) in frames.iter().cycle().take(frames.len() * ROUNDS) {
        let mut reader = FrameReader::new();
        for _ in 0..TURNS {
            let start = Instant::now();
            let code = reader.read(&Luma::new(pixels, WIDTH as u32, HEIGHT as u32).unwrap());
            took.push(start.elapsed());
            if code.is_some() {
                found += 1;
                break;
            }
        }
    }
    took.sort();
    let at = |part: usize| took.get(took.len() * part / 100).map_or(0.0, Duration::as_secs_f64);
    println!(
        "{kind}: {} of {} found; a frame {:.2} ms (p50), {:.2} ms (p95)",
        found / ROUNDS,
        frames.len(),
        at(50) * 1e3,
        at(95) * 1e3
    );
}

/// Writes frames as grey pictures (Netpbm P5).
fn write(folder: &Path, kind: &str, frames: &Frames) {
    let folder = folder.join(kind);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, pixels) in frames {
        let mut file = format!("P5\n{WIDTH} {HEIGHT}\n255\n").into_bytes();
        file.extend_from_slice(pixels);
        std::fs::write(folder.join(format!("{name}.pgm")), file).unwrap();
    }
}

criterion_group!(benches, frames);

fn main() {
    let (with, without) = photographs();
    let kinds = [
        ("drawn-with", drawn(Some("560142000100"))),
        ("drawn-without", drawn(None)),
        ("photographs-with", with),
        ("photographs-without", without),
    ];
    for (kind, frames) in &kinds {
        single_frames(kind, frames);
        if let Some(folder) = std::env::var_os("FRAMES") {
            write(Path::new(&folder), kind, frames);
        }
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
