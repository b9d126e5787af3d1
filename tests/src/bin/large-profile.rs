//! Makes a profile of the demo company with 100,000 further items, 200,000 prices and 10,000 customers in
//! the folder named, behind the PIN of every test. `make cold-start` opens it.

use satchel_tests::generated;
use satchel_tests::phone::{PIN, costly_phone};
use std::error::Error;
use std::path::Path;

/// Documents written in one transaction.
const AT_ONCE: usize = 20_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder is missing")?;
    let session = costly_phone(Path::new(&folder))?.create_demo(PIN, "en")?;
    let documents: Vec<_> = generated::catalogue(100_000, 10_000).documents().collect();
    for some in documents.chunks(AT_ONCE) {
        session.store().put_masters(some.to_vec(), session.today()).wait()?;
    }
    Ok(())
}
