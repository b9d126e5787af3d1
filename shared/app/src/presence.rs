//! Unlocking by a finger or a face, where the phone tells them, with the PIN as the way back.

use crate::satchel::{OpenError, Satchel, profile_id};
use crate::session::Session;
use crate::views::PresenceView;
use satchel_devices::biometrics::{BiometricsError, Offer, Question};
use satchel_store::{Pin, PresenceKey, UnlockError};

impl Satchel {
    /// Whether a finger or a face may open a profile.
    pub fn presence(&self, profile: &str) -> PresenceView {
        match self.biometrics().offer() {
            Offer::Nothing => PresenceView::NotOffered,
            // Switched on before the last finger was taken away: the next question says so.
            Offer::Ready | Offer::NobodyKnown if self.opens_by_presence(profile) => {
                PresenceView::On
            }
            Offer::NobodyKnown => PresenceView::NobodyKnown,
            Offer::Ready => PresenceView::Off,
        }
    }

    fn opens_by_presence(&self, profile: &str) -> bool {
        let profiles = self.profiles().unwrap_or_default();
        profiles.iter().any(|card| card.id == profile && card.by_presence)
    }

    /// Lets a finger or a face open a profile besides its PIN. Waits for the system's sheet: call it off
    /// the screen's thread.
    ///
    /// # Errors
    /// [`OpenError::Unlock`] for a wrong PIN, which counts as a try; [`OpenError::Biometrics`] where the
    /// question was put aside or the sensor refused. It stays off then.
    pub fn allow_presence(
        &self,
        profile: &str,
        pin: &str,
        asked: &Question,
    ) -> Result<(), OpenError> {
        let (id, pin) = (profile_id(profile)?, Pin::parse(pin)?);
        let name = name(profile);
        let keep = |key: &PresenceKey| {
            self.biometrics().seal(&name, key.bytes(), asked).map_err(OpenError::from)
        };
        let done = self.shelf().allow_presence(id, &pin, keep);
        if matches!(done, Err(OpenError::Biometrics(_))) {
            // What was kept before is gone with the new key.
            self.shelf().end_presence(id)?;
        }
        done
    }

    /// From now on only the PIN opens a profile.
    ///
    /// # Errors
    /// [`OpenError::Unlock`] when the profile cannot be written.
    pub fn end_presence(&self, profile: &str) -> Result<(), OpenError> {
        self.shelf().end_presence(profile_id(profile)?)?;
        self.biometrics().forget(&name(profile));
        Ok(())
    }

    /// Unlocks a profile by a finger or a face. Waits for the system's sheet: call it off the screen's
    /// thread. Where the phone no longer has the key, it is switched off: the PIN opens, and the rep
    /// switches it on again.
    ///
    /// # Errors
    /// [`OpenError::Biometrics`], or as [`Satchel::unlock`].
    pub fn unlock_by_presence(
        &self,
        profile: &str,
        asked: &Question,
    ) -> Result<Session, OpenError> {
        let id = profile_id(profile)?;
        // Before anybody is asked: a finger does not shorten the wait after wrong PINs.
        if let Some(wait) = self.shelf().wait_before_pin(id)? {
            return Err(UnlockError::Wait { wait }.into());
        }
        let key = match self.biometrics().open(&name(profile), asked) {
            Ok(key) => PresenceKey::from_bytes(&key),
            Err(BiometricsError::Gone) => Err(UnlockError::KeyLost),
            Err(error) => return Err(error.into()),
        };
        match key.and_then(|key| self.shelf().unlock_by_presence(id, &key)) {
            Ok(unlocked) => self.session(unlocked),
            Err(UnlockError::KeyLost) => {
                self.end_presence(profile)?;
                Err(BiometricsError::Gone.into())
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// The name the phone keeps a profile's key under.
fn name(profile: &str) -> String {
    format!("presence-{profile}")
}
