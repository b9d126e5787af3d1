//! Android's fingers and faces.

use super::bridge::java;
use super::call;
use crate::biometrics::{Biometrics, BiometricsError, Offer, Question, fits};
use std::collections::HashMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

/// The system's sheet goes away by itself long before.
const PATIENCE: Duration = Duration::from_secs(120);

type Secret = Zeroizing<Vec<u8>>;
type Answer = Result<Secret, BiometricsError>;

static NEXT: AtomicI32 = AtomicI32::new(1);
static WAITING: LazyLock<Mutex<HashMap<i32, SyncSender<Answer>>>> = LazyLock::new(Mutex::default);

fn waiting() -> MutexGuard<'static, HashMap<i32, SyncSender<Answer>>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Java's numbers (`Biometrics.java`).
fn offer(number: i32) -> Offer {
    match number {
        1 => Offer::NobodyKnown,
        2 => Offer::Ready,
        _ => Offer::Nothing,
    }
}

/// Java's numbers (`Biometrics.java`); 0 is done.
fn reason(number: i32) -> BiometricsError {
    match number {
        1 => BiometricsError::PutAside,
        3 => BiometricsError::Gone,
        // What this side does not know is no reason to lose the key.
        _ => BiometricsError::NotNow,
    }
}

/// Java answers. The negative button is told twice by some versions; the first answer counts.
pub(super) fn known(request: i32, end: i32, secret: Secret) {
    let asked = waiting().remove(&request);
    if let Some(asked) = asked {
        let answer = if end == 0 { Ok(secret) } else { Err(reason(end)) };
        // Whoever asked may have gone.
        let _ = asked.try_send(answer);
    }
}

/// Puts a question and waits for how it ends.
fn ask(put: impl FnOnce(i32) -> Result<(), super::bridge::NoAnswer>) -> Answer {
    let request = NEXT.fetch_add(1, Ordering::Relaxed);
    let (answer, answered) = sync_channel(1);
    waiting().insert(request, answer);
    let ended = match put(request) {
        Ok(()) => answered.recv_timeout(PATIENCE).unwrap_or(Err(BiometricsError::NotNow)),
        Err(_) => Err(BiometricsError::NotNow),
    };
    waiting().remove(&request);
    ended
}

/// The system's own.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemBiometrics;

impl Biometrics for SystemBiometrics {
    fn offer(&self) -> Offer {
        let number = call(|env, classes| java!(env, &classes.biometrics, "offer", "()I", [])?.i());
        number.map_or(Offer::Nothing, offer)
    }

    fn seal(&self, name: &str, secret: &[u8], asked: &Question) -> Result<(), BiometricsError> {
        if !fits(name, secret) {
            return Err(BiometricsError::NotOffered);
        }
        let sealed = ask(|request| {
            call(|env, classes| {
                let (name, secret) = (env.new_string(name)?, env.byte_array_from_slice(secret)?);
                let (title, other) = (env.new_string(&asked.title)?, env.new_string(&asked.other)?);
                java!(
                    env,
                    &classes.biometrics,
                    "seal",
                    "(ILjava/lang/String;[BLjava/lang/String;Ljava/lang/String;)V",
                    [
                        request.into(),
                        (&name).into(),
                        (&secret).into(),
                        (&title).into(),
                        (&other).into()
                    ]
                )
                .map(drop)
            })
        });
        if sealed.is_err() {
            self.forget(name);
        }
        sealed.map(drop)
    }

    fn open(&self, name: &str, asked: &Question) -> Result<Zeroizing<Vec<u8>>, BiometricsError> {
        if !fits(name, &[]) {
            return Err(BiometricsError::Gone);
        }
        ask(|request| {
            call(|env, classes| {
                let name = env.new_string(name)?;
                let (title, other) = (env.new_string(&asked.title)?, env.new_string(&asked.other)?);
                java!(
                    env,
                    &classes.biometrics,
                    "open",
                    "(ILjava/lang/String;Ljava/lang/String;Ljava/lang/String;)V",
                    [request.into(), (&name).into(), (&title).into(), (&other).into()]
                )
                .map(drop)
            })
        })
    }

    fn forget(&self, name: &str) {
        let _ = call(|env, classes| {
            let name = env.new_string(name)?;
            java!(env, &classes.biometrics, "forget", "(Ljava/lang/String;)V", [(&name).into()])
                .map(drop)
        });
    }
}
