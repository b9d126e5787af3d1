//! Wrapping the file's key by the PIN and the key store's secret.

use argon2::{Algorithm, Argon2, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use satchel_devices::random::Random;
use satchel_domain::ids::ProfileId;
use zeroize::Zeroizing;

use super::attempts::Secrets;
use super::card::{CardFile, WrappedKey};
use super::error::ShelfError;
use super::key_cost::{Cost, KeyCost};
use super::pin::Pin;
use crate::file::key::FileKey;

const NONCE_BYTES: usize = 24;

/// Wraps `key` so that only `pin` together with `secrets` opens it.
pub(crate) fn wrap(
    pin: &Pin,
    secrets: &Secrets,
    key: &FileKey,
    id: ProfileId,
    key_cost: KeyCost,
    random: &dyn Random,
) -> Result<WrappedKey, ShelfError> {
    let mut salt = [0; 16];
    let mut nonce = [0; NONCE_BYTES];
    random.fill(&mut salt).map_err(|_| ShelfError::NoRandomness)?;
    random.fill(&mut nonce).map_err(|_| ShelfError::NoRandomness)?;
    let cost = Cost::choose(key_cost, |cost| {
        derive(pin, secrets, cost, &salt);
    });
    let wrapping = derive(pin, secrets, cost, &salt).ok_or(ShelfError::KeyDerivation)?;
    let aad = bound_to(id, cost, &salt, &key.salt);
    let sealed = XChaCha20Poly1305::new(Key::from_slice(&*wrapping))
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &key.to_bytes(), aad: &aad })
        .map_err(|_| ShelfError::KeyDerivation)?;
    Ok(WrappedKey {
        cost,
        salt: salt.to_vec(),
        sealed: [nonce.as_slice(), &sealed].concat(),
        file_salt: key.salt.to_vec(),
    })
}

/// The file's key, or nothing when the PIN is wrong.
pub(crate) fn unwrap(
    pin: &Pin,
    secrets: &Secrets,
    file: &CardFile,
    id: ProfileId,
) -> Option<FileKey> {
    let wrapped = file.wrapped();
    let wrapping = derive(pin, secrets, wrapped.cost, &wrapped.salt)?;
    let (nonce, sealed) = wrapped.sealed.split_at_checked(NONCE_BYTES)?;
    let salt: [u8; 16] = wrapped.file_salt.as_slice().try_into().ok()?;
    let aad = bound_to(id, wrapped.cost, &wrapped.salt, &salt);
    let key = XChaCha20Poly1305::new(Key::from_slice(&*wrapping))
        .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: &aad })
        .map(Zeroizing::new)
        .ok()?;
    FileKey::from_bytes(&key, salt)
}

fn derive(pin: &Pin, secrets: &Secrets, cost: Cost, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new_with_secret(secrets.for_pin(), Algorithm::Argon2id, Version::V0x13, cost.params()?)
        .ok()?
        .hash_password_into(pin.bytes(), salt, &mut *key)
        .ok()?;
    Some(key)
}

/// Everything the wrapped key must not be separated from.
fn bound_to(id: ProfileId, cost: Cost, salt: &[u8], file_salt: &[u8]) -> Vec<u8> {
    let mut bytes = b"satchel profile 1".to_vec();
    bytes.extend_from_slice(id.as_uuid().as_bytes());
    for number in [cost.memory_kib, cost.passes, cost.lanes] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(salt);
    bytes.extend_from_slice(file_salt);
    bytes
}
