//! The first load of 100,000 items, 200,000 prices and 10,000 customers: by snapshot and by JSON
//! documents in pages, side by side in one run, with what travels.
//!
//! `cargo bench -p satchel-tests --bench first_load`. Neither side waits for a line: the snapshot's
//! pieces are on disk as after their download, the documents in memory as after theirs.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use criterion::Criterion;
use satchel_store::{ItemQuery, MasterDocument, Pulled, Store};
use satchel_sync::snapshot::{Packed, SigningKey, pack, unpack};
use satchel_tests::generated;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const KEY: [u8; 32] = [0x5a; 32];
/// Documents a page of the pull.
const PAGE: usize = 5_000;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

fn finds(store: &Store) -> Outcome<()> {
    let query = ItemQuery {
        text: "co".to_owned(),
        price_list: "Standard Selling".to_owned(),
        limit: 50,
        ..ItemQuery::default()
    };
    assert_eq!(store.search_items(&query)?.rows.len(), 50);
    Ok(())
}

/// A phone that takes the pages of a pull.
fn by_pages(path: &Path, pages: &[Vec<MasterDocument>]) -> Outcome<(Store, Duration)> {
    let store = Store::open_with_key(path, KEY)?;
    let start = Instant::now();
    for page in pages {
        let pulled = Pulled { documents: page.clone(), ..Pulled::default() };
        store.apply_pulled(pulled, today()).wait()?;
    }
    finds(&store)?;
    Ok((store, start.elapsed()))
}

/// A number of `/proc/self/status`, in KiB; 0 where there is no such file.
fn memory(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// A phone that unpacks the pieces and takes the masters in.
fn by_snapshot(folder: &Path, pieces: &Path, packed: &Packed) -> Outcome<Duration> {
    let store = Store::open_with_key(&folder.join("phone.db"), KEY)?;
    // The highest mark of memory begins anew (proc(5)); where it cannot, nothing is told of it.
    let marked = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let before = memory("VmRSS");
    let start = Instant::now();
    store.import_masters(unpack(&packed.manifest, pieces), today()).wait()?;
    finds(&store)?;
    let took = start.elapsed();
    let peak = memory("VmHWM").saturating_sub(before) / 1_024;
    let peak = if marked { format!(", {peak} MiB of memory at most") } else { String::new() };
    println!("  {:.2} s{peak}", took.as_secs_f64());
    Ok(took)
}

fn main() -> Outcome<()> {
    let catalogue = generated::catalogue(100_000, 10_000);
    let folder = tempfile::tempdir()?;
    let documents: Vec<MasterDocument> = catalogue.documents().collect();
    let json: usize = documents.iter().map(|document| document.document.len()).sum();
    let mut pages: Vec<Vec<MasterDocument>> = Vec::new();
    for document in documents {
        match pages.last_mut() {
            Some(page)
                if page.len() < PAGE
                    && page.first().is_some_and(|first| first.doctype == document.doctype) =>
            {
                page.push(document);
            }
            _ => pages.push(vec![document]),
        }
    }
    let (store, took) = by_pages(&folder.path().join("pages.db"), &pages)?;
    println!("JSON documents in pages: {:.2} s, {json} bytes of documents", took.as_secs_f64());

    let masters = folder.path().join("masters");
    store.export_masters(&masters, Vec::new()).wait()?;
    let raw = std::fs::metadata(&masters)?.len();
    let key = SigningKey::read(&SigningKey::generate()?)?;
    let pieces = folder.path().join("pieces");
    let start = Instant::now();
    let packed = pack(&masters, &pieces, ("https://erp.example.com", "all", "now", 0), &key)?;
    println!(
        "snapshot: {} bytes in {} pieces, of {raw}; made in {:.1} s",
        packed.manifest.size(),
        packed.manifest.pieces.len(),
        start.elapsed().as_secs_f64()
    );
    let mut criterion = Criterion::default().sample_size(10).without_plots();
    criterion.bench_function("first load from a snapshot", |bencher| {
        bencher.iter_custom(|times| {
            let mut took = Duration::ZERO;
            for _ in 0..times {
                let run = tempfile::tempdir()
                    .map_err(Into::into)
                    .and_then(|folder| by_snapshot(folder.path(), &pieces, &packed));
                match run {
                    Ok(time) => took += time,
                    Err(error) => eprintln!("{error}"),
                }
            }
            took
        });
    });
    Ok(())
}
