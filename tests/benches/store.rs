//! The store on 100,000 items, beside a bare SQLCipher commit.
//!
//! `cargo bench -p satchel-tests --bench store` prints criterion's means and, for what the budgets name
//! percentiles of, p50 and p95 over every single run. `SATCHEL_BENCH_ITEMS` makes the catalogue smaller,
//! `SATCHEL_BENCH_PARTS` runs some parts only.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use criterion::Criterion;
use rusqlite::{Connection, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{DeviceCode, OrderUid};
use satchel_store::{
    CustomerQuery, ItemQuery, MasterDocument, OrderLine, OrderToPlace, OrderTotals, Store,
};
use satchel_tests::generated::{self, Catalogue};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const KEY: [u8; 32] = [0x5a; 32];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

/// Prints p50, p95 and the worst of single runs, in milliseconds.
fn told(label: &str, mut runs: Vec<Duration>) {
    runs.sort_unstable();
    let at = |share: f64| {
        let place = ((runs.len() as f64 * share).ceil() as usize).clamp(1, runs.len()) - 1;
        runs.get(place).map_or(0.0, |run| run.as_secs_f64() * 1e3)
    };
    println!(
        "{label:<44} p50 {:>8.3}  p95 {:>8.3}  max {:>8.3} ms  ({} runs)",
        at(0.5),
        at(0.95),
        at(1.0),
        runs.len()
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

fn query(text: &str) -> ItemQuery {
    ItemQuery {
        text: text.to_owned(),
        price_list: "Standard Selling".to_owned(),
        warehouse: "Stores - X".to_owned(),
        limit: 50,
        ..ItemQuery::default()
    }
}

/// Each text once to warm up, then five times.
fn searched(store: &Store, label: &str, texts: &[String]) -> Outcome<()> {
    let mut first = Vec::new();
    let mut later = Vec::new();
    for pass in 0..6 {
        for text in texts {
            let query = query(text);
            let (page, took) = timed(|| store.search_items(&query));
            assert!(!page?.rows.is_empty(), "every text of the workload finds something");
            if pass == 0 { first.push(took) } else { later.push(took) }
        }
    }
    told(&format!("{label}, first time"), first);
    told(label, later);
    Ok(())
}

fn loaded(path: &Path, catalogue: &Catalogue) -> Outcome<Store> {
    let store = Store::open_with_key(path, KEY)?;
    let mut documents: Vec<MasterDocument> = catalogue.documents().collect();
    for (n, item) in catalogue.items.iter().enumerate() {
        for warehouse in ["Stores - X", "Van 3 - X"] {
            let bin = serde_json::json!({
                "item_code": item.get("name"), "warehouse": warehouse, "actual_qty": n % 40,
            });
            documents.push(MasterDocument::from_value("Bin", &bin));
        }
    }
    let count = documents.len();
    let (report, took) = timed(|| store.put_masters(documents, today()).wait());
    assert_eq!(report?.stored, count);
    println!("load {count} documents in one transaction: {:.2} s", took.as_secs_f64());
    store.use_device_code(&DeviceCode::new("VAN3")?).wait()?;
    Ok(store)
}

fn order(n: u32, catalogue: &Catalogue) -> Outcome<OrderToPlace> {
    let bytes = n.to_be_bytes();
    let mut random = [0; 10];
    for (slot, byte) in random.iter_mut().zip(bytes) {
        *slot = byte;
    }
    let mut lines = Vec::new();
    for item in catalogue.items.iter().skip(n as usize * 7 % 1_000).take(10) {
        let text = |field: &str| item.get(field).and_then(|v| v.as_str()).unwrap_or_default();
        lines.push(OrderLine {
            item_code: text("name").parse()?,
            item_name: text("item_name").to_owned(),
            qty: 3.into(),
            uom: text("stock_uom").to_owned(),
            stock_qty: 3.into(),
            warehouse: "Stores - X".to_owned(),
            rate: "12.34".to_owned(),
            amount: "37.02".to_owned(),
            is_free_item: false,
        });
    }
    let payload = serde_json::json!({"doctype": "Sales Order", "items": lines}).to_string();
    Ok(OrderToPlace {
        uid: OrderUid::from_parts(1_800_000_000_000, random),
        customer: "server:CUST-00001".parse()?,
        customer_name: "A shop".to_owned(),
        company: "A company".to_owned(),
        transaction_date: today(),
        delivery_date: Some(today()),
        totals: OrderTotals {
            currency: "USD".to_owned(),
            net_total: "370.20".to_owned(),
            total_taxes_and_charges: "0".to_owned(),
            grand_total: "370.20".to_owned(),
            rounded_total: "370.20".to_owned(),
        },
        provisional: false,
        lines,
        note: String::new(),
        entry: payload.clone(),
        priced: payload.clone(),
        payload,
        captured: CapturedAt {
            utc: DateTime::<Utc>::UNIX_EPOCH,
            offset_minutes: 0,
            monotonic_ms: 0,
            boot_id: "bench".to_owned(),
            position: None,
            later: None,
            no_position: String::new(),
            server: None,
        },
        signature: Vec::new(),
        copied_from: None,
        replaces: Vec::new(),
    })
}

/// The least an order can be: header, ten lines and outbox row in a file of their own, as the peer
/// figures were measured.
struct Bare {
    connection: Connection,
}

impl Bare {
    fn new(path: &Path) -> Outcome<Self> {
        let connection = Connection::open(path)?;
        let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        connection.execute_batch(&format!(
            "PRAGMA key = \"x'{key}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;
             CREATE TABLE ord(uid TEXT PRIMARY KEY, customer TEXT, total TEXT) WITHOUT ROWID;
             CREATE TABLE ord_line(uid TEXT, idx INT, code TEXT, name TEXT, qty TEXT, uom TEXT,
               rate TEXT, amount TEXT, warehouse TEXT, PRIMARY KEY(uid, idx)) WITHOUT ROWID;
             CREATE TABLE outbox(seq INTEGER PRIMARY KEY, uid TEXT UNIQUE, payload TEXT);"
        ))?;
        Ok(Self { connection })
    }

    fn save(&mut self, order: &OrderToPlace) -> Outcome<()> {
        let transaction = self.connection.transaction()?;
        let uid = order.uid.to_string();
        transaction.prepare_cached("INSERT INTO ord VALUES(?1, ?2, ?3)")?.execute(params![
            uid,
            order.customer_name,
            order.totals.grand_total
        ])?;
        for (idx, line) in order.lines.iter().enumerate() {
            transaction
                .prepare_cached("INSERT INTO ord_line VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
                .execute(params![
                    uid,
                    idx as i64,
                    line.item_code.as_str(),
                    line.item_name,
                    line.qty.to_string(),
                    line.uom,
                    line.rate,
                    line.amount,
                    line.warehouse
                ])?;
        }
        transaction
            .prepare_cached("INSERT INTO outbox(uid, payload) VALUES(?1, ?2)")?
            .execute(params![uid, order.payload])?;
        Ok(transaction.commit()?)
    }
}

/// One order here, one there, so that a noisy minute meets both.
fn saving(store: &Store, catalogue: &Catalogue, folder: &Path) -> Outcome<()> {
    let mut bare = Bare::new(&folder.join("bare.db"))?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 0..440 {
        let order = order(n, catalogue)?;
        let ((), took) = {
            let (saved, took) = timed(|| bare.save(&order));
            (saved?, took)
        };
        theirs.push(took);
        let (placed, took) = timed(|| store.place(order).wait());
        placed?;
        ours.push(took);
    }
    let log = |name: &str| std::fs::metadata(folder.join(name)).map(|file| file.len() / 4120);
    println!("pages in the logs: bare {:?}, ours {:?}", log("bare.db-wal"), log("satchel.db-wal"));
    told("bare SQLCipher commit of an order", theirs.split_off(40));
    told("place an order", ours.split_off(40));
    let mut drafts = Vec::new();
    for n in 0..200 {
        let order = order(1_000 + n, catalogue)?;
        let draft = satchel_store::Draft {
            uid: order.uid,
            customer: Some(order.customer),
            customer_name: order.customer_name,
            currency: "USD".to_owned(),
            grand_total: "370.20".to_owned(),
            line_count: 10,
            note: String::new(),
            entry: order.entry,
            updated_at: DateTime::<Utc>::UNIX_EPOCH,
        };
        let (saved, took) = timed(|| store.save_draft(draft).wait());
        saved?;
        drafts.push(took);
    }
    told("save a draft of 10 lines", drafts);
    Ok(())
}

fn opening(path: &Path, catalogue: &Catalogue) -> Outcome<()> {
    let mut runs = Vec::new();
    for text in catalogue.queries.iter().take(30) {
        let query = query(text);
        let start = Instant::now();
        let store = Store::open_with_key(path, KEY)?;
        black_box(store.search_items(&query)?);
        runs.push(start.elapsed());
        drop(store);
    }
    told("cold open + first search", runs);
    Ok(())
}

fn changing(store: &Store, catalogue: &Catalogue) -> Outcome<()> {
    let mut runs = Vec::new();
    for round in 0..5 {
        let mut batch = Vec::new();
        for n in 0..1_000 {
            let at = (n * 97 + round * 31) % catalogue.items.len();
            if let Some(mut item) = catalogue.items.get(at).cloned()
                && let Some(name) = item.get_mut("item_name")
            {
                *name = format!("{} New{round}", name.as_str().unwrap_or_default()).into();
                batch.push(MasterDocument::from_value("Item", &item));
            }
            if let Some(mut price) = catalogue.prices.get(at * 2).cloned()
                && let Some(rate) = price.get_mut("price_list_rate")
            {
                *rate = serde_json::json!(rate.as_f64().unwrap_or(1.0) + 0.01);
                batch.push(MasterDocument::from_value("Item Price", &price));
            }
        }
        // The log of the round before is emptied after its answer; rounds are minutes apart.
        std::thread::sleep(Duration::from_millis(300));
        let (report, took) = timed(|| store.put_masters(batch, today()).wait());
        assert_eq!(report?.stored, 2_000);
        runs.push(took);
    }
    told("apply 1,000 changed items and prices", runs);
    searched(store, "search after 5 × 1,000 changes", &catalogue.queries)?;
    let mut steps = Vec::new();
    loop {
        let begun = !steps.is_empty();
        let (more, took) = timed(|| store.merge_search(begun).wait());
        steps.push(took);
        if !more? {
            break;
        }
    }
    told("merge a part of the search index", steps);
    searched(store, "search after merging", &catalogue.queries)
}

fn barcodes(store: &Store, catalogue: &Catalogue) -> Outcome<()> {
    let mut runs = Vec::new();
    for pass in 0..4 {
        for (barcode, code) in &catalogue.barcodes {
            let (found, took) = timed(|| store.item_by_barcode(barcode));
            assert_eq!(found?.map(|item| item.code.to_string()).as_deref(), Some(code.as_str()));
            if pass > 0 {
                runs.push(took);
            }
        }
    }
    told("barcode to item", runs);
    Ok(())
}

fn customers(store: &Store) -> Outcome<()> {
    let mut runs = Vec::new();
    for _ in 0..5 {
        for first in 'a'..='z' {
            let query =
                CustomerQuery { text: first.to_string(), limit: 50, ..CustomerQuery::default() };
            let (page, took) = timed(|| store.search_customers(&query));
            page?;
            runs.push(took);
        }
    }
    told("customers by one letter", runs);
    Ok(())
}

fn browsing(store: &Store, catalogue: &Catalogue) -> Outcome<()> {
    let text = |field: &str| {
        let value = catalogue.items.first().and_then(|item| item.get(field));
        value.and_then(|value| value.as_str()).map(str::to_owned)
    };
    let queries = [
        ("all items", query("")),
        ("one group of 200", ItemQuery { item_group: text("item_group"), ..query("") }),
        ("one brand of 300", ItemQuery { brand: text("brand"), ..query("") }),
        ("in stock", ItemQuery { in_stock_only: true, ..query("") }),
        ("\"co\" in one group", ItemQuery { item_group: text("item_group"), ..query("co") }),
    ];
    for (label, query) in queries {
        let mut runs = Vec::new();
        for _ in 0..50 {
            let (page, took) = timed(|| store.search_items(&query));
            page?;
            runs.push(took);
        }
        told(&format!("browse {label}"), runs);
    }
    Ok(())
}

fn with_criterion(store: &Store, catalogue: &Catalogue) {
    let mut criterion = Criterion::default().configure_from_args().sample_size(50);
    let mut texts = catalogue.queries.iter().cycle();
    criterion.bench_function("search", |bencher| {
        bencher.iter(|| texts.next().map(|text| store.search_items(&query(text))));
    });
    let mut texts = catalogue.two_words.iter().cycle();
    criterion.bench_function("search two words", |bencher| {
        bencher.iter(|| texts.next().map(|text| store.search_items(&query(text))));
    });
    let mut codes = catalogue.barcodes.iter().cycle();
    criterion.bench_function("barcode", |bencher| {
        bencher.iter(|| codes.next().map(|(code, _)| store.item_by_barcode(code)));
    });
    let mut n = 10_000;
    criterion.bench_function("place", |bencher| {
        bencher.iter(|| {
            n += 1;
            order(n, catalogue).map(|order| store.place(order).wait())
        });
    });
    criterion.final_summary();
}

/// Whether a part was asked for: `SATCHEL_BENCH_PARTS=placing,changing`, all where it is not set.
fn asked(part: &str) -> bool {
    std::env::var("SATCHEL_BENCH_PARTS").map_or(true, |parts| parts.split(',').any(|p| p == part))
}

/// Everything after the load, on a thread of its own: its memory is as tidy as an app's, not as the
/// one that made 300,000 documents.
fn measured(path: &Path, folder: &Path, catalogue: &Catalogue) -> Outcome<()> {
    if asked("opening") {
        opening(path, catalogue)?;
    }
    let store = Store::open_with_key(path, KEY)?;
    if asked("searching") {
        searched(&store, "search, 200 prefixes", &catalogue.queries)?;
        searched(&store, "search, two words", &catalogue.two_words)?;
        barcodes(&store, catalogue)?;
        customers(&store)?;
    }
    if asked("browsing") {
        browsing(&store, catalogue)?;
    }
    if asked("placing") {
        saving(&store, catalogue, folder)?;
    }
    if asked("criterion") {
        with_criterion(&store, catalogue);
    }
    if asked("changing") {
        changing(&store, catalogue)?;
    }
    Ok(())
}

fn main() -> Outcome<()> {
    let items = std::env::var("SATCHEL_BENCH_ITEMS").ok().and_then(|n| n.parse().ok());
    let folder: PathBuf =
        std::env::temp_dir().join(format!("satchel-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let catalogue = generated::catalogue(items.unwrap_or(100_000), 10_000);
    let path = folder.join("satchel.db");
    drop(loaded(&path, &catalogue)?);
    println!("file: {:.1} MiB", std::fs::metadata(&path)?.len() as f64 / 1_048_576.0);
    let outcome = std::thread::scope(|scope| {
        let measuring =
            scope.spawn(|| measured(&path, &folder, &catalogue).map_err(|error| error.to_string()));
        measuring.join().unwrap_or_else(|_| Err("the measuring broke down".to_owned()))
    });
    std::fs::remove_dir_all(folder)?;
    Ok(outcome?)
}
