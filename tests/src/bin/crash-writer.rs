//! Takes orders as fast as it can until it is killed, and says on standard output what a screen
//! would have said: `placed UID NUMBER` once "placed" could be read, `draft UID QTY` once an edit was
//! shown. The crash test kills it and compares.

use satchel_app::Session;
use satchel_app::views::{CatalogueFilter, OrderEdit};
use satchel_tests::phone::{PIN, phone};
use std::error::Error;
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("a folder is missing")?;
    let seed: u64 = arguments.next().ok_or("a seed is missing")?.parse()?;
    let satchel = phone(Path::new(&folder))?;
    let profile = satchel.profiles()?.into_iter().next().ok_or("no profile")?;
    let session = satchel.unlock(&profile.id, PIN)?;
    say("unlocked")?;
    let customers = session.customers("", None)?.rows;
    let filter = CatalogueFilter::default();
    let items = session.catalogue(&filter, &satchel_app::PricedFor::Nobody, None)?.rows;
    let mut dice = Dice(seed);
    loop {
        let customer = dice.pick(&customers).ok_or("no customers")?;
        let uid = session.start_order(&customer.name)?;
        for _ in 0..=dice.below(4) {
            let item = dice.pick(&items).ok_or("no items")?;
            edit(&session, &uid, &item.item_code, dice.below(9) + 1)?;
        }
        let order = session.order(&uid)?;
        if order.can_place {
            let placed = session.place_order(&uid, "")?;
            say(&format!("placed {uid} {}", placed.number))?;
        } else {
            session.discard_order(&uid)?;
        }
    }
}

/// One edit, said once it was shown.
fn edit(session: &Session, uid: &str, item_code: &str, qty: u64) -> Result<(), Box<dyn Error>> {
    let add = OrderEdit::Add { item_code: item_code.to_owned(), uom: None, qty: qty.into() };
    let order = session.edit_order(uid, add)?;
    let total: rust_decimal::Decimal =
        order.lines.iter().filter(|line| line.line.is_some()).map(|line| line.qty).sum();
    Ok(say(&format!("draft {uid} {}", total.normalize()))?)
}

fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// A small repeatable generator (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)).checked_rem(bound).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(from.len()).ok()?);
        from.get(usize::try_from(at).ok()?)
    }
}
