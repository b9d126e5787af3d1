//! What every way to share must do, fake or real.

use super::{Share, ShareFile, ShareKind, Shared};

/// Runs the suite.
///
/// # Panics
/// When `share` breaks the contract.
#[allow(clippy::panic, clippy::expect_used, reason = "a contract suite speaks by panicking")]
pub fn check(share: &dyn Share) {
    let files = [
        ShareFile::new("VAN3-00042", ShareKind::Pdf, b"%PDF-1.7 one".to_vec()),
        ShareFile::new("VAN3-00042", ShareKind::Pdf, b"%PDF-1.7 two".to_vec()),
        ShareFile::new("بقالة", ShareKind::Png, vec![0; 100_000]),
    ];
    for file in &files {
        let shared = share.share(file).expect("a file is taken");
        if let Shared::Saved(path) = &shared {
            let found = std::fs::read(path).expect("what is saved can be read");
            assert_eq!(found, file.content(), "every byte arrives");
        }
    }
}
