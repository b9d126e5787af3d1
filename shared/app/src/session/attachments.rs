//! Pictures and signatures that go with an order, a visit or another document made here.

use super::Session;
use crate::AppError;
use crate::views::AttachedView;
use satchel_devices::photo;
use satchel_store::{NewAttachment, OutboxKind, OutboxState, signature_picture};

/// The largest picture taken, in bytes: with what the transport adds it stays below the 25 MiB sites
/// take by default (`max_file_size` of System Settings).
pub const MAX_PICTURE: usize = 12 * 1024 * 1024;
/// The longest signature taken, in bytes of SVG path.
pub(super) const MAX_SIGNATURE: usize = 256 * 1024;

impl Session {
    /// Adds a picture to an order, a visit or another document made on this phone, by its uid; its file
    /// name. It is scaled down where it is large, which takes a moment, and goes to the office after the
    /// document.
    ///
    /// # Errors
    /// [`AppError::NotAPicture`] for what is neither JPEG nor PNG nor WebP, which the site could not show
    /// (recording 156), [`AppError::TooLarge`] above [`MAX_PICTURE`], [`AppError::NotFound`] where there
    /// is no such document.
    pub fn attach_picture(&self, to: &str, content: Vec<u8>) -> Result<String, AppError> {
        extension_of(&content).ok_or(AppError::NotAPicture)?;
        let content = photo::scaled(content);
        let extension = extension_of(&content).ok_or(AppError::NotAPicture)?;
        if content.len() > MAX_PICTURE {
            return Err(AppError::TooLarge { megabytes: MAX_PICTURE / (1024 * 1024) });
        }
        let number = self.inner.store.attached_to(to)?.len() + 1;
        let file_name = format!("{}-{number}.{extension}", self.file_stem(to)?);
        self.attach(to, file_name.clone(), content)?;
        Ok(file_name)
    }

    /// Adds a signature, an SVG path, to a visit. An order takes its own when it is placed.
    ///
    /// # Errors
    /// As [`Session::attach_picture`]; [`AppError::Field`] for a path that is empty or too long.
    pub fn attach_signature(&self, to: &str, path: &str) -> Result<(), AppError> {
        if path.is_empty() || path.len() > MAX_SIGNATURE {
            return Err(AppError::Field { field: "signature" });
        }
        let stem = format!("{}-signature", self.file_stem(to)?);
        let (file_name, content) = signature_picture(stem, path.as_bytes().to_vec());
        self.attach(to, file_name, content)
    }

    /// The pictures of a document made here, oldest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn attached(&self, to: &str) -> Result<Vec<AttachedView>, AppError> {
        let files = self.inner.store.attached_to(to)?;
        let view = |file: satchel_store::AttachedFile| AttachedView {
            file_name: file.file_name,
            bytes: file.bytes,
            there: file.state == OutboxState::Done,
        };
        Ok(files.into_iter().map(view).collect())
    }

    pub(super) fn attach(
        &self,
        to: &str,
        file_name: String,
        content: Vec<u8>,
    ) -> Result<(), AppError> {
        let uid = self.new_local_id()?.to_string();
        let new =
            NewAttachment { uid, subject: to.to_owned(), file_name, content, at: self.now().utc };
        Ok(self.inner.store.add_attachment(new).wait()?)
    }

    /// What the files of a document are called: after its receipt number where it has one.
    fn file_stem(&self, to: &str) -> Result<String, AppError> {
        let missing = AppError::NotFound { what: "document" };
        let row = self.inner.store.outbox_row_of(to)?.filter(|row| row.kind.creates());
        let row = row.filter(|row| row.kind != OutboxKind::Attachment).ok_or(missing)?;
        let order = to.parse().ok().map(|uid| self.inner.store.order(uid)).transpose()?.flatten();
        if let Some(order) = order {
            return Ok(order.row.receipt_number.to_string());
        }
        let word = row.kind.doctype().to_lowercase().replace(' ', "-");
        Ok(format!("{word}-{}", to.get(to.len().saturating_sub(8)..).unwrap_or(to)))
    }
}

/// The extension of a picture every site can show, by its first bytes.
pub(super) fn extension_of(content: &[u8]) -> Option<&'static str> {
    match content {
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pictures_are_known_by_their_first_bytes() {
        assert_eq!(extension_of(b"\xff\xd8\xff\xe0JFIF"), Some("jpg"));
        assert_eq!(extension_of(b"\x89PNG\r\n\x1a\n...."), Some("png"));
        assert_eq!(extension_of(b"RIFF\x10\0\0\0WEBPVP8 "), Some("webp"));
        for other in [&b"GIF89a"[..], b"", b"\xff\xd8", b"<svg/>"] {
            assert_eq!(extension_of(other), None);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(content in prop::collection::vec(any::<u8>(), 0..64)) {
            extension_of(&content);
        }
    }
}
