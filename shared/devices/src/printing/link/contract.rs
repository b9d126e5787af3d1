//! What every kind of link must do, fake or real.

use super::{PrinterAddress, PrinterLinks, send};

/// Runs the suite on a printer that is there; `taken` gives all it was sent, once the link is closed.
///
/// # Panics
/// When the links break the contract.
#[allow(clippy::unwrap_used, clippy::panic, reason = "a contract suite speaks by panicking")]
pub fn check(links: &dyn PrinterLinks, address: &PrinterAddress, taken: impl FnOnce() -> Vec<u8>) {
    let bytes: Vec<u8> = (0..3_000_u32).map(|at| (at * 31 % 251) as u8).collect();
    let link = links.open(address).unwrap_or_else(|error| panic!("{error}"));
    assert!(link.most() >= 20, "a link takes at least 20 bytes at once");
    let mut heard = Vec::new();
    send(link, &bytes, 4096, |sent| heard.push(sent)).unwrap();
    assert!(heard.is_sorted() && heard.last() == Some(&bytes.len()), "progress counts up to all");
    assert_eq!(taken(), bytes, "every byte, once, in order");
}
