//! A sensor in memory, for tests: it answers as it is told.

use super::{Biometrics, BiometricsError, Offer, Question, fits};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// Keeps secrets in memory and says yes until it is told otherwise.
#[derive(Debug, Default)]
pub struct MemoryBiometrics(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    secrets: HashMap<String, Vec<u8>>,
    offer: Option<Offer>,
    refusal: Option<BiometricsError>,
    questions: Vec<Question>,
}

impl MemoryBiometrics {
    /// A sensor that knows the user.
    pub fn new() -> Self {
        Self::default()
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on the phone offers this.
    pub fn offers(&self, offer: Offer) {
        self.with(|state| state.offer = Some(offer));
    }

    /// From now on each question ends so; `None` for yes.
    pub fn answers(&self, refusal: Option<BiometricsError>) {
        self.with(|state| state.refusal = refusal);
    }

    /// Another finger is taught: nothing kept before opens any more.
    pub fn teach_another(&self) {
        self.with(|state| state.secrets.clear());
    }

    /// The questions that were asked.
    pub fn asked(&self) -> Vec<Question> {
        self.with(|state| state.questions.clone())
    }
}

impl Biometrics for MemoryBiometrics {
    fn offer(&self) -> Offer {
        self.with(|state| state.offer.unwrap_or(Offer::Ready))
    }

    fn seal(&self, name: &str, secret: &[u8], asked: &Question) -> Result<(), BiometricsError> {
        if !fits(name, secret) {
            return Err(BiometricsError::NotOffered);
        }
        self.with(|state| {
            state.questions.push(asked.clone());
            state.secrets.remove(name);
            if let Some(refusal) = state.refusal {
                return Err(refusal);
            }
            state.secrets.insert(name.to_owned(), secret.to_vec());
            Ok(())
        })
    }

    fn open(&self, name: &str, asked: &Question) -> Result<Zeroizing<Vec<u8>>, BiometricsError> {
        self.with(|state| {
            let Some(secret) = state.secrets.get(name).cloned() else {
                return Err(BiometricsError::Gone);
            };
            state.questions.push(asked.clone());
            match state.refusal {
                Some(refusal) => Err(refusal),
                None => Ok(Zeroizing::new(secret)),
            }
        })
    }

    fn forget(&self, name: &str) {
        self.with(|state| state.secrets.remove(name));
    }
}
