//! Files of a document.

/// A picture or another file that goes with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedView {
    /// Name with extension.
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The office has it.
    pub there: bool,
}
