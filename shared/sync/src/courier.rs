//! The courier: an outbox in a file, carried by cable, memory card or message, for where there is no
//! network.
//!
//! A courier file is an `age` file for the site's public key (X25519), so that whoever carries it cannot
//! read it. Inside stands
//!
//! ```text
//! "SATCHEL COURIER\n"  format u32  length u32  header (JSON)  nonce 24  sealed rows
//! ```
//!
//! The rows are sealed (XChaCha20-Poly1305, the header being authenticated with them) with a key made
//! from the secret the phone left on the site when it was enrolled: a file made by anybody else is
//! refused. The receipt is sealed with a key that stands in the sealed part, so that only the office
//! that could open the file can have written it.

mod error;
mod file;
mod receipt;
mod seal;
#[cfg(test)]
mod tests;

pub use error::CourierError;
pub use file::{Header, Opened, PhoneSecret, Sealed, open_file, verify, write_file};
pub use receipt::{Delivery, Fate, Receipt, read_receipt, write_receipt};

/// Largest file read, in bytes.
pub const MAX_FILE: u64 = 256 << 20;
