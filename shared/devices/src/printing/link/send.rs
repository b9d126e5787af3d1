//! A whole print over a link.

use super::{LinkError, PrinterLink};

/// A print that ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped after {sent} bytes: {error}")]
pub struct Stopped {
    /// Bytes that were handed over.
    pub sent: usize,
    /// Why no more were.
    pub error: LinkError,
}

/// Hands all bytes over, at most `chunk` at once, and closes the link. `progress` hears how many
/// have gone after each.
///
/// # Errors
/// [`Stopped`]. With `sent` equal to the whole the end is not known: it may be on paper.
pub fn send(
    mut link: Box<dyn PrinterLink>,
    bytes: &[u8],
    chunk: usize,
    mut progress: impl FnMut(usize),
) -> Result<(), Stopped> {
    let mut sent = 0;
    for part in bytes.chunks(chunk.min(link.most()).max(1)) {
        link.write(part).map_err(|error| Stopped { sent, error })?;
        sent += part.len();
        progress(sent);
    }
    link.finish().map_err(|error| Stopped { sent, error })
}
