//! Keeps what is shared in memory: for tests.

use super::{Share, ShareError, ShareFile, Shared};
use std::sync::{Mutex, PoisonError};

/// A phone whose share sheet is always there.
#[derive(Debug, Default)]
pub struct MemoryShare {
    files: Mutex<Vec<ShareFile>>,
    refuses: Option<ShareError>,
}

impl MemoryShare {
    /// One that takes everything.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that takes nothing, for this reason.
    pub fn refusing(error: ShareError) -> Self {
        Self { refuses: Some(error), ..Self::default() }
    }

    /// What was shared, in order.
    pub fn files(&self) -> Vec<ShareFile> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Share for MemoryShare {
    fn share(&self, file: &ShareFile) -> Result<Shared, ShareError> {
        if let Some(error) = self.refuses {
            return Err(error);
        }
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(file.clone());
        Ok(Shared::Offered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::{ShareKind, contract};

    #[test]
    fn it_keeps_the_contract() {
        contract::check(&MemoryShare::new());
        let file = ShareFile::new("a", ShareKind::Png, vec![1]);
        let refused = MemoryShare::refusing(ShareError::NoReceiver).share(&file);
        assert_eq!(refused, Err(ShareError::NoReceiver));
    }
}
