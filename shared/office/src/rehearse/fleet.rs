//! The phones: processes that are started, killed at random and started again.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::dice::Dice;

/// How often a phone is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// A phone that ends with an error is started again so many times.
const STUMBLES: u32 = 3;

/// How a phone is driven.
#[derive(Debug, Clone)]
pub struct Handling {
    /// The file with its orders.
    pub orders: PathBuf,
    /// Where it writes what it has to say.
    pub log: PathBuf,
    /// How often it is killed.
    pub kills: u32,
    /// There once the phone is handed out; before, it is not killed.
    pub made: PathBuf,
    /// A kill comes at a random moment within this time after a start.
    pub within: Duration,
    /// How long it may take in all.
    pub patience: Duration,
    /// Decides when it is killed.
    pub dice: Dice,
}

/// What a phone went through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lives {
    /// How often it was killed.
    pub kills: u32,
    /// How often it ended with an error.
    pub stumbles: u32,
}

/// Drives one phone to the end of its day. Blocks.
///
/// # Errors
/// When it cannot be started, runs out of patience or ends with an error every time.
pub fn drive(mut handling: Handling) -> Result<Lives> {
    let started = Instant::now();
    let mut lives = Lives::default();
    loop {
        let mut child = start(&handling)?;
        let most = u64::try_from(handling.within.as_millis()).unwrap_or(u64::MAX);
        let life = (lives.kills < handling.kills)
            .then(|| Duration::from_millis(handling.dice.below(most)));
        match live(&mut child, &handling.made, life, started + handling.patience)? {
            Some(true) => return Ok(lives),
            Some(false) => {
                lives.stumbles += 1;
                if lives.stumbles >= STUMBLES {
                    bail!("it ended with an error: {}", last_words(&handling.log));
                }
            }
            None => lives.kills += 1,
        }
    }
}

fn start(handling: &Handling) -> Result<Child> {
    let program = std::env::current_exe().context("this program is not to be found")?;
    let log = OpenOptions::new().create(true).append(true).open(&handling.log)?;
    let child = Command::new(program)
        .arg("rehearse-phone")
        .arg(&handling.orders)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn();
    child.context("a phone cannot be started")
}

/// Waits for the end: `Some` whether it went well, `None` after a kill.
fn live(
    child: &mut Child,
    made: &Path,
    life: Option<Duration>,
    patience: Instant,
) -> Result<Option<bool>> {
    let mut end: Option<Instant> = None;
    loop {
        if let Some(life) = life.filter(|_| end.is_none() && made.exists()) {
            end = Some(Instant::now() + life);
        }
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        let now = Instant::now();
        let is_end = end.is_some_and(|end| now >= end);
        if is_end || now >= patience {
            // SIGKILL on Unix: nothing is tidied up.
            child.kill()?;
            child.wait()?;
            if is_end {
                return Ok(None);
            }
            bail!("it did not come to its end in time");
        }
        sleep(LOOK);
    }
}

fn last_words(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().rev().take(6).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join(" | ")
}
