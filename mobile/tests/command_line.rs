//! The `satchel` command as a process: what it answers before any window opens.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::process::{Command, Output};

/// Runs it where no display and no home can be touched.
fn satchel(arguments: &[&str]) -> (Output, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_satchel"));
    command.args(arguments).env_clear().env("HOME", home.path());
    (command.output().unwrap(), home)
}

#[test]
fn it_tells_what_it_takes_and_leaves_nothing_behind() {
    let (told, home) = satchel(&["--help"]);
    let words = String::from_utf8(told.stdout).unwrap();
    assert!(told.status.success());
    for option in ["--data", "--browser", "--lang", "--theme", "--demo"] {
        assert!(words.contains(option), "{option}: {words}");
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_word_it_does_not_know_is_said() {
    for wrong in [&["--lang", "xx"][..], &["--fixed-time", "yesterday"], &["--nonsense"]] {
        let (told, _) = satchel(wrong);
        assert_eq!(told.status.code(), Some(2), "{wrong:?}");
        let words = String::from_utf8(told.stderr).unwrap();
        assert!(wrong.first().is_some_and(|option| words.contains(option)), "{words}");
    }
}
