//! A seeded catalogue of any size, shaped like Frappe's REST rows: invented words with a natural
//! spread, Items with barcodes, two price lists, customers, and what a rep would type to find them.
//!
//! The same numbers give the same documents on every machine, so figures can be compared.

use std::collections::HashSet;
use std::fmt::Write;

use satchel_store::MasterDocument;
use serde_json::{Value, json};

/// Every document of a generated site, and a workload for it.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Item documents.
    pub items: Vec<Value>,
    /// Item Price documents, two an item.
    pub prices: Vec<Value>,
    /// Customer documents.
    pub customers: Vec<Value>,
    /// Typing sessions: 200 growing prefixes of words and codes.
    pub queries: Vec<String>,
    /// Two words, the second one growing: 100.
    pub two_words: Vec<String>,
    /// Barcodes and the codes they belong to: 500.
    pub barcodes: Vec<(String, String)>,
}

impl Catalogue {
    /// Everything as the store takes it, in the order a first load sends it.
    pub fn documents(&self) -> impl Iterator<Item = MasterDocument> + '_ {
        self.items
            .iter()
            .map(|item| MasterDocument::from_value("Item", item))
            .chain(self.prices.iter().map(|price| MasterDocument::from_value("Item Price", price)))
            .chain(self.customers.iter().map(|c| MasterDocument::from_value("Customer", c)))
    }
}

/// Mulberry32: small, seeded, good enough for names.
struct Random(u32);

impl Random {
    /// Between 0 and 1, 1 left out.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let a = self.0;
        let mut t = (a ^ (a >> 15)).wrapping_mul(1 | a);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() * n as f64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(list.len());
        list.get(at)
    }
}

const WORDS: &str = "coffee arabica instant roasted ground beans tea green black herbal sugar brown \
white flour wheat rice basmati pasta sauce tomato paste olive oil sunflower butter milk cream cheese \
cheddar yoghurt juice orange apple mango lemon water sparkling mineral cola soda energy drink \
chocolate dark biscuit cracker wafer cake mix cereal oats honey jam strawberry peanut almond cashew \
raisin dates spice pepper chilli cumin turmeric salt vinegar soy ketchup mayonnaise mustard soup \
noodles tuna sardine chicken beef frozen peas corn lentil chickpea soap liquid detergent powder \
bleach softener shampoo conditioner lotion toothpaste toothbrush tissue paper towel napkin foil wrap \
bag garbage candle battery bulb lamp cable charger adapter plug socket screw bolt nut washer hammer \
drill pliers wrench tape glue paint brush roller filter pump valve pipe hose clamp bearing belt \
gasket seal engine brake clutch tyre helmet glove mask boot jacket shirt pack box bottle can jar \
sachet pouch carton large small medium extra premium classic organic natural fresh light sugarfree";
const ONSETS: [&str; 31] = [
    "b", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m",
    "n", "p", "pl", "pr", "r", "s", "sh", "sl", "st", "t", "tr", "v", "w", "z",
];
const VOWELS: [&str; 10] = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "io", "ou"];
const CODAS: [&str; 13] = ["", "", "l", "m", "n", "r", "s", "t", "x", "nd", "rt", "st", "ck"];
const UOMS: [&str; 7] = ["Nos", "Nos", "Nos", "Box", "Kg", "Litre", "Pack"];

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn syllables(random: &mut Random, count: usize) -> String {
    (0..count)
        .map(|_| {
            let parts = [random.pick(&ONSETS), random.pick(&VOWELS), random.pick(&CODAS)];
            parts.into_iter().flatten().copied().collect::<String>()
        })
        .collect()
}

fn accented(word: &str) -> String {
    let accent = |c| match c {
        'a' => Some('á'),
        'e' => Some('é'),
        'i' => Some('í'),
        'o' => Some('ö'),
        'u' => Some('ü'),
        _ => None,
    };
    let mut done = false;
    word.chars()
        .map(|c| match accent(c) {
            Some(accented) if !done => {
                done = true;
                accented
            }
            _ => c,
        })
        .collect()
}

/// 3,000 words, the common ones much more frequent than the rare ones.
struct Vocabulary {
    words: Vec<String>,
    cumulated: Vec<f64>,
}

impl Vocabulary {
    fn new(random: &mut Random) -> Self {
        let mut words: Vec<String> = WORDS.split_whitespace().map(str::to_owned).collect();
        let mut known: HashSet<String> = words.iter().cloned().collect();
        while words.len() < 3_000 {
            let count = 2 + random.below(2);
            let word = syllables(random, count);
            if word.len() > 12 {
                continue;
            }
            let word = if random.next() < 0.02 { accented(&word) } else { word };
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut total = 0.0;
        let cumulated = (0..words.len())
            .map(|n| {
                total += 1.0 / (n as f64 + 8.0).powf(0.75);
                total
            })
            .collect();
        Self { words, cumulated }
    }

    fn word(&self, random: &mut Random) -> &str {
        let x = random.next() * self.cumulated.last().copied().unwrap_or_default();
        let at = self.cumulated.partition_point(|sum| *sum < x);
        self.words.get(at).or(self.words.last()).map_or("", String::as_str)
    }
}

fn different(count: usize, mut make: impl FnMut() -> String) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut made = Vec::new();
    while made.len() < count {
        let one = make();
        if seen.insert(one.clone()) {
            made.push(one);
        }
    }
    made
}

fn modified(random: &mut Random) -> String {
    let month = 1 + random.below(11);
    let day = 1 + random.below(28);
    let (hour, minute) = (random.below(24), random.below(60));
    let (second, micros) = (random.below(60), random.below(1_000_000));
    format!("2026-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{micros:06}")
}

fn ean(n: u64) -> String {
    let mut digits = (200_000_000_000 + n * 7919 % 799_999_999_999).to_string();
    digits.truncate(12);
    let sum: u32 = digits
        .chars()
        .enumerate()
        .map(|(place, digit)| digit.to_digit(10).unwrap_or(0) * if place % 2 == 1 { 3 } else { 1 })
        .sum();
    let _ = write!(digits, "{}", (10 - sum % 10) % 10);
    digits
}

/// What an Item's price and the workload need to know of it.
struct Known {
    code: String,
    name: String,
    uom: &'static str,
    barcodes: Vec<String>,
}

/// A site with this many items and customers; always the same.
pub fn catalogue(items: usize, customers: usize) -> Catalogue {
    let mut random = Random(20_261_121);
    let vocabulary = Vocabulary::new(&mut random);
    let real: Vec<&str> = WORDS.split_whitespace().collect();
    let groups = different(200, || {
        let word = random.pick(&real).copied().unwrap_or_default();
        format!("{} {}", capital(word), capital(&syllables(&mut random, 1)))
    });
    let letters: Vec<char> = ('A'..='Z').collect();
    let prefixes =
        different(200, || (0..3).filter_map(|_| random.pick(&letters).copied()).collect());
    let brands = different(300, || {
        let count = 2 + random.below(2);
        capital(&syllables(&mut random, count))
    });
    let mut made = Catalogue::default();
    let mut known = Vec::with_capacity(items);
    let mut counts = vec![0_u32; groups.len()];
    let mut barcode = 0;
    for n in 0..items {
        let group = random.below(groups.len());
        let words = 3 + random.below(4);
        let name: Vec<String> = (0..words).map(|_| capital(vocabulary.word(&mut random))).collect();
        let name = name.join(" ");
        let count = counts.get_mut(group).map_or(0, |count| {
            *count += 1;
            *count
        });
        let code = format!("{}-{count:05}", prefixes.get(group).map_or("", String::as_str));
        let uom = random.pick(&UOMS).copied().unwrap_or("Nos");
        let brand = brands.get(n % brands.len()).map_or("", String::as_str);
        let mut description = format!("{name}: {brand}");
        while description.chars().count() < 72 {
            description.push(' ');
            description.push_str(vocabulary.word(&mut random));
        }
        let description: String = description.chars().take(90).collect();
        let modified = modified(&mut random);
        let barcodes: Vec<String> = (0..1 + random.below(3))
            .map(|_| {
                barcode += 1;
                ean(barcode)
            })
            .collect();
        let rows: Vec<Value> = barcodes
            .iter()
            .map(|code| json!({"barcode": code, "barcode_type": "EAN", "uom": uom}))
            .collect();
        made.items.push(json!({
            "name": code, "item_code": code, "item_name": name,
            "item_group": groups.get(group), "brand": brand, "stock_uom": uom,
            "description": description, "disabled": 0, "is_sales_item": 1, "has_variants": 0,
            "modified": modified, "barcodes": rows,
        }));
        known.push(Known { code, name, uom, barcodes });
    }
    made.prices = prices(&mut random, &known);
    made.customers = (1..=customers).map(|n| customer(&mut random, n)).collect();
    workload(&mut made, &known);
    made
}

fn prices(random: &mut Random, known: &[Known]) -> Vec<Value> {
    let alphabet: Vec<char> = ('0'..='9').chain('a'..='v').collect();
    let cents = |amount: f64| (amount * 100.0).round() / 100.0;
    let mut prices = Vec::with_capacity(known.len() * 2);
    for item in known {
        let base = cents(0.5 + random.next().powi(3) * 400.0);
        for (list, share) in [("Standard Selling", 1.0), ("Wholesale", 0.86)] {
            let name: String = (0..10).filter_map(|_| random.pick(&alphabet)).collect();
            prices.push(json!({
                "name": name, "item_code": item.code, "price_list": list, "uom": item.uom,
                "currency": "USD", "selling": 1, "customer": null, "valid_from": "2026-01-01",
                "valid_upto": null, "price_list_rate": cents(base * share),
                "modified": modified(random),
            }));
        }
    }
    prices
}

fn customer(random: &mut Random, n: usize) -> Value {
    let kinds = ["Store", "Market", "Trading", "Shop", "Kiosk", "Pharmacy"];
    let lists = ["Standard Selling", "Wholesale"];
    let name = capital(&syllables(random, 2));
    json!({
        "name": format!("CUST-{n:05}"),
        "customer_name": format!("{name} {} {n}", random.pick(&kinds).unwrap_or(&"")),
        "customer_group": random.pick(&["Retail", "Wholesale", "HoReCa"]),
        "territory": format!("Zone {}", 1 + random.below(40)),
        "mobile_no": format!("+1{}", 2_000_000_000_u64 + random.below(7_000_000_000) as u64),
        "default_price_list": random.pick(&lists),
        "disabled": 0,
        "modified": modified(random),
    })
}

/// Growing prefixes: 45 % of first words, 45 % of later words, 10 % of codes.
fn workload(made: &mut Catalogue, known: &[Known]) {
    let mut random = Random(777);
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if known.is_empty() {
        return;
    }
    while made.queries.len() < 200 {
        let Some(item) = random.pick(known) else { return };
        let words: Vec<String> = item.name.split(' ').map(str::to_lowercase).collect();
        let kind = random.next();
        let source = if kind < 0.1 {
            item.code.to_lowercase()
        } else if kind < 0.55 {
            words.first().cloned().unwrap_or_default()
        } else {
            let at = 1 + random.below(words.len() - 1);
            words.get(at).cloned().unwrap_or_default()
        };
        if !plain(&source) || source.len() < 4 {
            continue;
        }
        let prefixes = (2..=source.len().min(8)).filter_map(|length| source.get(..length));
        made.queries.extend(prefixes.map(str::to_owned));
    }
    made.queries.truncate(200);
    while made.two_words.len() < 100 {
        let Some(item) = random.pick(known) else { return };
        let words: Vec<String> = item.name.split(' ').map(str::to_lowercase).collect();
        let at = 1 + random.below(words.len() - 1);
        let (Some(first), Some(second)) = (words.first(), words.get(at)) else { continue };
        if plain(first) && plain(second) {
            let prefixes = (2..=second.len().min(5)).filter_map(|length| second.get(..length));
            made.two_words.extend(prefixes.map(|prefix| format!("{first} {prefix}")));
        }
    }
    made.two_words.truncate(100);
    while made.barcodes.len() < 500 {
        let Some(item) = random.pick(known) else { return };
        let barcode = random.pick(&item.barcodes).cloned();
        made.barcodes.extend(barcode.map(|barcode| (barcode, item.code.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_site_comes_out_every_time() {
        let (one, two) = (catalogue(300, 20), catalogue(300, 20));
        assert_eq!(one.items, two.items);
        assert_eq!((one.prices.len(), one.customers.len()), (600, 20));
        assert_eq!((one.queries.len(), one.two_words.len(), one.barcodes.len()), (200, 100, 500));
        let codes: HashSet<_> = one.items.iter().map(|item| item["name"].as_str()).collect();
        assert_eq!(codes.len(), 300);
        assert_eq!(one.documents().count(), 920);
    }

    #[test]
    fn barcodes_have_a_right_check_digit() {
        assert_eq!(ean(1).len(), 13);
        for n in 1..50 {
            let digits: Vec<u32> = ean(n).chars().filter_map(|c| c.to_digit(10)).collect();
            let sum: u32 = digits
                .iter()
                .zip([1, 3].iter().cycle())
                .map(|(digit, weight)| digit * weight)
                .sum();
            assert_eq!(sum % 10, 0);
        }
    }
}
