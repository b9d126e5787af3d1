//! How scanning is set.

use serde::{Deserialize, Serialize};

/// How codes are scanned on this phone. Kept as one setting; what an older app did not know has its
/// usual value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScanSettings {
    /// The camera answers a code with a tone.
    pub sound: bool,
    /// The camera answers a code with a shake.
    pub shake: bool,
    /// What a handheld scanner types before each code; mostly nothing.
    pub prefix: String,
    /// What it types behind each code, before Enter or Tab if it types those as well; mostly nothing.
    pub suffix: String,
}

impl Default for ScanSettings {
    fn default() -> Self {
        Self { sound: true, shake: true, prefix: String::new(), suffix: String::new() }
    }
}
