//! The site of the recordings: its set-up, its masters and its rep.

use std::path::PathBuf;

use satchel_practice_site::site::documents_of;
use serde_json::Value;

pub const REP: &str = "rep@satchel.example";

/// A file of the practice site's data.
pub fn data(file: &str) -> Value {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/practice-site/tests/data");
    serde_json::from_str(&std::fs::read_to_string(folder.join(file)).unwrap()).unwrap()
}

/// The documents in a file, with their doctypes.
pub fn masters(file: &str) -> Vec<(String, Value)> {
    documents_of(&data(file))
}
