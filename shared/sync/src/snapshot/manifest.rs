//! What a snapshot is made of, and that the office says so.

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use serde::{Deserialize, Serialize};

use super::{PIECE, SnapshotError};

/// The only format there is: 2, documents field by field. 1 was a database file.
const FORMAT: u32 = 2;
/// Stands before the text that is signed, so that no other signed text passes for a manifest.
const SIGNED_AS: &[u8] = b"satchel snapshot manifest 1\n";
/// Most pieces: 40 GB, far more than any catalogue.
const MOST_PIECES: usize = 10_000;

/// One compressed piece of the file of masters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// SHA-256 of the compressed bytes, hexadecimal, which is also its file name.
    pub sha256: String,
    /// Compressed bytes.
    pub size: u64,
    /// Bytes of the file in it.
    pub raw: u64,
}

impl Piece {
    /// File name beside the manifest.
    pub fn file_name(&self) -> String {
        format!("{}.zst", self.sha256)
    }
}

/// What a snapshot is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Format of what the pieces hold: 2.
    pub format: u32,
    /// Address of the site the masters are of.
    pub site: String,
    /// For which reps; a word of the office.
    pub group: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Schema of the phone's database it fits.
    pub schema: u32,
    /// Documents in it, for the progress bar.
    pub items: u64,
    /// The pieces, in their order.
    pub pieces: Vec<Piece>,
}

/// A manifest as it travels: its text exactly as signed.
#[derive(Serialize, Deserialize)]
struct Envelope {
    manifest: String,
    signature: String,
}

impl Manifest {
    /// Bytes to download in all.
    pub fn size(&self) -> u64 {
        self.pieces.iter().map(|piece| piece.size).fold(0, u64::saturating_add)
    }

    /// The manifest signed, as it is published.
    pub fn sign(&self, key: &SigningKey) -> Vec<u8> {
        let manifest = serde_json::to_string(self).unwrap_or_default();
        let signature = key.0.sign(&signed_text(&manifest));
        let signature = STANDARD.encode(signature.as_ref());
        serde_json::to_vec(&Envelope { manifest, signature }).unwrap_or_default()
    }

    /// Reads a published manifest and checks that `public_key` (ed25519, base64) signed it and that
    /// what it says can be.
    ///
    /// # Errors
    /// [`SnapshotError::Unreadable`], [`SnapshotError::Signature`] or [`SnapshotError::Key`].
    pub fn open(bytes: &[u8], public_key: &str) -> Result<Self, SnapshotError> {
        let envelope: Envelope =
            serde_json::from_slice(bytes).map_err(|_| SnapshotError::Unreadable)?;
        let key = STANDARD.decode(public_key.trim()).map_err(|_| SnapshotError::Key)?;
        let signature =
            STANDARD.decode(&envelope.signature).map_err(|_| SnapshotError::Signature)?;
        UnparsedPublicKey::new(&ED25519, key)
            .verify(&signed_text(&envelope.manifest), &signature)
            .map_err(|_| SnapshotError::Signature)?;
        let manifest: Self =
            serde_json::from_str(&envelope.manifest).map_err(|_| SnapshotError::Unreadable)?;
        if manifest.is_possible() { Ok(manifest) } else { Err(SnapshotError::Unreadable) }
    }

    /// A signed manifest may still be a mistake; no name leads out of a folder and no piece is larger
    /// than pieces are.
    fn is_possible(&self) -> bool {
        let hex = |text: &str| {
            text.len() == 64
                && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        };
        let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
        let piece = |piece: &Piece| {
            hex(&piece.sha256)
                && (1..=most).contains(&piece.raw)
                && (1..=most.saturating_add(most / 8)).contains(&piece.size)
        };
        self.format == FORMAT
            && (1..=MOST_PIECES).contains(&self.pieces.len())
            && self.pieces.iter().all(piece)
    }
}

fn signed_text(manifest: &str) -> Vec<u8> {
    [SIGNED_AS, manifest.as_bytes()].concat()
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    digest(&SHA256, bytes).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The office's half of the key; it stays in the office.
pub struct SigningKey(Ed25519KeyPair);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey")
    }
}

impl SigningKey {
    /// A new key as PKCS#8, base64, to be kept in a file only the office reads.
    ///
    /// # Errors
    /// [`SnapshotError::Key`] where the system gives no randomness.
    pub fn generate() -> Result<String, SnapshotError> {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new());
        document.map(|key| STANDARD.encode(key.as_ref())).map_err(|_| SnapshotError::Key)
    }

    /// Reads a key kept by [`SigningKey::generate`].
    ///
    /// # Errors
    /// [`SnapshotError::Key`].
    pub fn read(text: &str) -> Result<Self, SnapshotError> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| SnapshotError::Key)?;
        Ed25519KeyPair::from_pkcs8(&bytes).map(Self).map_err(|_| SnapshotError::Key)
    }

    /// The other half, base64: what the enrolment gives the phones.
    pub fn public(&self) -> String {
        STANDARD.encode(self.0.public_key().as_ref())
    }
}

/// A manifest of the format, its pieces still to be filled in.
pub(super) fn draft(site: &str, group: &str, made_at: &str, items: u64) -> Manifest {
    Manifest {
        format: FORMAT,
        site: site.to_owned(),
        group: group.to_owned(),
        made_at: made_at.to_owned(),
        schema: satchel_store::SCHEMA,
        items,
        pieces: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> SigningKey {
        SigningKey::read(&SigningKey::generate().unwrap()).unwrap()
    }

    fn manifest() -> Manifest {
        let piece = Piece { sha256: "a".repeat(64), size: 10, raw: 100 };
        Manifest { pieces: vec![piece], ..draft("https://erp.example.com", "vans", "now", 3) }
    }

    #[test]
    fn a_manifest_is_what_the_office_signed() {
        let key = key();
        let published = manifest().sign(&key);
        assert_eq!(Manifest::open(&published, &key.public()).unwrap(), manifest());
        let other = self::key();
        assert!(matches!(
            Manifest::open(&published, &other.public()),
            Err(SnapshotError::Signature)
        ));
        assert!(matches!(Manifest::open(&published, "?"), Err(SnapshotError::Key)));
        let text = String::from_utf8(published).unwrap().replace("vans", "cars");
        assert!(matches!(
            Manifest::open(text.as_bytes(), &key.public()),
            Err(SnapshotError::Signature)
        ));
    }

    #[test]
    fn a_signed_mistake_is_refused() {
        let key = key();
        let refused = |spoil: fn(&mut Manifest)| {
            let mut wrong = manifest();
            spoil(&mut wrong);
            let opened = Manifest::open(&wrong.sign(&key), &key.public());
            assert!(matches!(opened, Err(SnapshotError::Unreadable)));
        };
        refused(|m| m.pieces.clear());
        refused(|m| m.format = 1);
        refused(|m| m.pieces.iter_mut().for_each(|p| p.sha256 = "../".repeat(21) + "a"));
        refused(|m| m.pieces.iter_mut().for_each(|p| p.raw = u64::MAX));
        refused(|m| m.pieces.iter_mut().for_each(|p| p.size = 1 << 40));
        refused(|m| m.pieces.iter_mut().for_each(|p| p.raw = 0));
    }

    proptest! {
        #[test]
        fn no_bytes_pass_for_a_manifest(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Manifest::open(&bytes, &key().public()).is_err());
        }

        #[test]
        fn no_changed_byte_passes(at: prop::sample::Index, to: u8) {
            let key = key();
            let published = manifest().sign(&key);
            let mut changed = published.clone();
            let at = at.index(changed.len());
            changed[at] = to;
            // Blanks between the parts of the envelope are not signed and say nothing.
            if let Ok(opened) = Manifest::open(&changed, &key.public()) {
                prop_assert_eq!(opened, manifest());
            }
        }
    }
}
