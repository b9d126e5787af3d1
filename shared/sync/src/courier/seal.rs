//! Sealing with a key of 32 bytes: XChaCha20-Poly1305.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use satchel_devices::random::Random;
use sha2::{Digest, Sha256};

use super::CourierError;

/// Bytes of a nonce.
const NONCE: usize = 24;

/// A key made from a secret for one purpose.
pub(super) fn key(purpose: &str, secret: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(purpose.as_bytes());
    hash.update([0]);
    hash.update(secret);
    hash.finalize().into()
}

/// Nonce and ciphertext.
pub(super) fn seal(
    key: &[u8; 32],
    plain: &[u8],
    beside: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, CourierError> {
    let mut nonce = [0; NONCE];
    random.fill(&mut nonce).map_err(|_| CourierError::NoRandomness)?;
    let cipher = XChaCha20Poly1305::new(key.into());
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: beside });
    // Fails beyond 256 GiB only.
    let sealed = sealed.map_err(|_| CourierError::Torn)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// What was sealed; `None` under another key, or where anything was changed.
pub(super) fn unseal(key: &[u8; 32], sealed: &[u8], beside: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: beside }).ok()
}
