//! Frames: one sealed record after another.
//!
//! A frame is a marker (8 bytes), its number (u64), the length of what follows the nonce (u32), a
//! nonce (24) and the sealed record (XChaCha20-Poly1305, marker and number bound in), all little
//! endian. Frames that do not open are skipped; the marker finds the next one.

use std::io;

use chacha20poly1305::aead::{Aead, OsRng, Payload, rand_core::RngCore};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::Record;
use crate::error::{StoreError, bad};

const MARKER: &[u8; 8] = b"\xF5SJRNL1\n";
const NONCE_BYTES: usize = 24;
const HEAD_BYTES: usize = 8 + 8 + 4 + NONCE_BYTES;
/// No document comes near this; a longer length is a torn one.
const LONGEST: usize = 64 * 1024 * 1024;

/// What was read from a journal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Contents {
    /// The records that opened, in order.
    pub(crate) records: Vec<Record>,
    /// Frames that did not open, a torn one at the end left out.
    pub(crate) lost: usize,
    pub(super) next: u64,
    pub(super) end: u64,
}

/// A record as a frame.
pub(super) fn seal(
    cipher: &XChaCha20Poly1305,
    number: u64,
    record: &Record,
) -> Result<Vec<u8>, StoreError> {
    let plain = Zeroizing::new(serde_json::to_vec(record).map_err(|_| bad("journal record"))?);
    let mut nonce = [0; NONCE_BYTES];
    OsRng
        .try_fill_bytes(&mut nonce)
        .map_err(|_| StoreError::Io(io::Error::other("no random bytes")))?;
    let bound = [MARKER.as_slice(), &number.to_le_bytes()].concat();
    let sealed = cipher
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &plain, aad: &bound })
        .map_err(|_| bad("journal record"))?;
    let length = u32::try_from(sealed.len()).map_err(|_| bad("journal record"))?;
    Ok([bound.as_slice(), &length.to_le_bytes(), &nonce, &sealed].concat())
}

/// What `bytes` hold.
pub(super) fn parse(bytes: &[u8], cipher: &XChaCha20Poly1305) -> Contents {
    let mut contents = Contents::default();
    let mut at = 0;
    let mut in_damage = false;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match frame(rest, cipher) {
            Some((number, record, length)) => {
                contents.records.push(record);
                contents.lost += usize::from(in_damage);
                in_damage = false;
                at += length;
                contents.next = contents.next.max(number.saturating_add(1));
                contents.end = at as u64;
            }
            None => {
                in_damage = true;
                at += 1 + next_marker(rest.get(1..).unwrap_or_default());
            }
        }
    }
    contents
}

/// The frame at the start of `bytes`: its number, its record, its length.
fn frame(bytes: &[u8], cipher: &XChaCha20Poly1305) -> Option<(u64, Record, usize)> {
    let head = bytes.get(..HEAD_BYTES)?;
    let (bound, rest) = head.split_at_checked(16)?;
    let (length, nonce) = rest.split_at_checked(4)?;
    let (marker, number) = bound.split_at_checked(8)?;
    if marker != MARKER {
        return None;
    }
    let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
    if length > LONGEST {
        return None;
    }
    let end = HEAD_BYTES.checked_add(length)?;
    let sealed = bytes.get(HEAD_BYTES..end)?;
    let plain = cipher
        .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: bound })
        .map(Zeroizing::new)
        .ok()?;
    let record = serde_json::from_slice(&plain).ok()?;
    Some((u64::from_le_bytes(number.try_into().ok()?), record, end))
}

/// How far the next marker is, or the end.
fn next_marker(bytes: &[u8]) -> usize {
    bytes.windows(MARKER.len()).position(|window| window == MARKER).unwrap_or(bytes.len())
}
