//! Opening a profile by a finger or a face: a second wrapping of the file's key, under a random key which
//! the phone gives out only to the one it knows. The PIN's wrapping stays as it is.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use satchel_domain::ids::ProfileId;
use zeroize::Zeroizing;

use super::card::CardFile;
use super::{DATABASE, Pin, Shelf, ShelfError, UnlockError, Unlocked};
use crate::file::key::FileKey;
use crate::file::salvage;

const NONCE_BYTES: usize = 24;

/// The key that only a finger or a face gives: 32 random bytes.
pub struct PresenceKey(Zeroizing<[u8; 32]>);

impl PresenceKey {
    /// A key as the phone gave it back.
    ///
    /// # Errors
    /// [`UnlockError::KeyLost`] for anything but 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnlockError> {
        let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| UnlockError::KeyLost)?;
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// The bytes for the phone to keep.
    pub fn bytes(&self) -> &[u8] {
        &*self.0
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(&*self.0))
    }
}

impl std::fmt::Debug for PresenceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PresenceKey(..)")
    }
}

impl Shelf {
    /// Lets a finger or a face open a profile besides its PIN. `keep` has the phone keep the new key; where
    /// it fails nothing is changed.
    ///
    /// # Errors
    /// As [`Shelf::unlock`], counting the PIN as a try, and what `keep` says.
    pub fn allow_presence<E: From<UnlockError>>(
        &self,
        id: ProfileId,
        pin: &Pin,
        keep: impl FnOnce(&PresenceKey) -> Result<(), E>,
    ) -> Result<(), E> {
        let (_, key) = self.key_of(id, pin)?;
        let presence = PresenceKey(Zeroizing::new(self.random().map_err(UnlockError::from)?));
        let nonce: [u8; NONCE_BYTES] = self.random().map_err(UnlockError::from)?;
        let sealed = presence
            .cipher()
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload { msg: &key.to_bytes(), aad: &bound_to(id, &key.salt) },
            )
            .map_err(|_| UnlockError::from(ShelfError::KeyDerivation))?;
        keep(&presence)?;
        self.write_presence(id, [nonce.as_slice(), &sealed].concat())?;
        Ok(())
    }

    /// From now on only the PIN opens a profile.
    ///
    /// # Errors
    /// [`UnlockError`] when the profile cannot be written.
    pub fn end_presence(&self, id: ProfileId) -> Result<(), UnlockError> {
        self.write_presence(id, Vec::new())
    }

    fn write_presence(&self, id: ProfileId, sealed: Vec<u8>) -> Result<(), UnlockError> {
        let folder = self.folder(id);
        let mut file = CardFile::read(&folder, id)?;
        file.set_presence(sealed);
        Ok(file.write_both(&folder)?)
    }

    /// Unlocks a profile by the key that a finger or a face gave.
    ///
    /// # Errors
    /// [`UnlockError::Wait`] while wrong PINs are waited out: who guesses PINs gets no other way in.
    /// [`UnlockError::KeyLost`] where it is off, or the key is of another time; else as [`Shelf::unlock`].
    pub fn unlock_by_presence(
        &self,
        id: ProfileId,
        presence: &PresenceKey,
    ) -> Result<Unlocked, UnlockError> {
        if let Some(wait) = self.wait_before_pin(id)? {
            return Err(UnlockError::Wait { wait });
        }
        let file = CardFile::read(&self.folder(id), id)?;
        let key = unwrap(presence, &file, id).ok_or(UnlockError::KeyLost)?;
        let path = self.folder(id).join(DATABASE);
        let (store, salvage) = salvage::open_or_salvage(&path, &key, self.ports.clock.now())?;
        Ok(Unlocked { store, card: file.card(), salvage })
    }
}

fn unwrap(presence: &PresenceKey, file: &CardFile, id: ProfileId) -> Option<FileKey> {
    let salt: [u8; 16] = file.wrapped().file_salt.as_slice().try_into().ok()?;
    let (nonce, sealed) = file.presence().split_at_checked(NONCE_BYTES)?;
    let payload = Payload { msg: sealed, aad: &bound_to(id, &salt) };
    let key = presence.cipher().decrypt(XNonce::from_slice(nonce), payload).ok()?;
    FileKey::from_bytes(&Zeroizing::new(key), salt)
}

/// What the sealed key must not be separated from.
fn bound_to(id: ProfileId, file_salt: &[u8]) -> Vec<u8> {
    [b"satchel presence 1".as_slice(), id.as_uuid().as_bytes(), file_salt].concat()
}
