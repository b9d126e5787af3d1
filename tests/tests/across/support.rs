//! The demo company on a phone, and the recorded vectors.

use std::fs;
use std::path::Path;

use satchel_app::Session;
use satchel_tests::phone::{FakePhone, PIN, fake_phone};
use serde_json::Value;
use tempfile::TempDir;

/// Thursday morning in Porto.
pub const MORNING: &str = "2026-05-14T09:41:00+01:00";

/// The demo company on a phone whose clock shows [`MORNING`].
pub fn demo() -> (TempDir, FakePhone, Session) {
    demo_at(MORNING)
}

/// The demo company on a phone whose clock shows `now`.
pub fn demo_at(now: &str) -> (TempDir, FakePhone, Session) {
    let folder = tempfile::tempdir().unwrap();
    let phone = fake_phone(folder.path(), now).unwrap();
    let session = phone.satchel.create_demo(PIN, "en").unwrap();
    (folder, phone, session)
}

/// A recorded file.
pub fn golden(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(file);
    fs::read_to_string(path).unwrap()
}

/// The cases of a recorded file, one a line.
pub fn cases(file: &str) -> Vec<Value> {
    golden(file).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The masters that cases were recorded with.
pub fn world(name: &str) -> Value {
    serde_json::from_str(&golden(&format!("worlds/{name}.json"))).unwrap()
}
