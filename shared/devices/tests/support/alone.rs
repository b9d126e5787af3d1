//! Tests that need a process and a bus of their own.

use crate::bus::Bus;
use std::process::Command;

/// Set in the process that plays a scenario.
const SCENARIO: &str = "SATCHEL_SCENARIO";
/// Process number of the bus, for it.
#[allow(dead_code, reason = "not every test ends its bus early")]
pub const BUS: &str = "SATCHEL_BUS";

/// Plays a test in a process and on a bus of its own. `variable` is where its libraries read the address
/// of the bus from, some of them once a process.
pub fn alone(variable: &str, name: &str, scenario: impl FnOnce(&str)) {
    if std::env::var(SCENARIO).is_ok_and(|played| played == name) {
        return scenario(&std::env::var(variable).unwrap());
    }
    let bus = Bus::start();
    let played = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(variable, &bus.address)
        .env(SCENARIO, name)
        .env(BUS, bus.number().to_string())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&played.stdout).into_owned();
    let complained = String::from_utf8_lossy(&played.stderr).into_owned();
    assert!(played.status.success() && said.contains("1 passed"), "{said}\n{complained}");
}
