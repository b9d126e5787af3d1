//! Face ID and Touch ID: secrets in the keychain that only the faces and fingers known now open.

use crate::biometrics::{Biometrics, BiometricsError, Offer, Question, fits};
use objc2_local_authentication::{LAContext, LAPolicy};
use security_framework::access_control::{ProtectionMode, SecAccessControl};
use security_framework::base::Error;
use security_framework::passwords::{
    AccessControlOptions, PasswordOptions, delete_generic_password_options, generic_password,
    set_generic_password_options,
};
use zeroize::Zeroizing;

/// The service the secrets stand under; another than the key store's.
const SERVICE: &str = "satchel-presence";

/// `LAErrorBiometryNotEnrolled` (LAError.h).
const NOT_ENROLLED: isize = -7;
/// `LAErrorBiometryLockout` (LAError.h): there is one, which wants the phone's passcode first.
const LOCKED_OUT: isize = -8;
/// `errSecUserCanceled` (SecBase.h).
const CANCELLED: i32 = -128;
/// `errSecItemNotFound` (SecBase.h); so is an item whose faces or fingers have changed.
const NOT_FOUND: i32 = -25_300;

/// The keychain.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeychainBiometrics;

fn entry(name: &str) -> PasswordOptions {
    let mut options = PasswordOptions::new_generic_password(SERVICE, name);
    options.use_protected_keychain();
    options
}

fn reason(error: Error) -> BiometricsError {
    match error.code() {
        CANCELLED => BiometricsError::PutAside,
        NOT_FOUND => BiometricsError::Gone,
        code => {
            tracing::warn!(code, "the keychain did not open");
            BiometricsError::NotNow
        }
    }
}

impl Biometrics for KeychainBiometrics {
    #[allow(unsafe_code)]
    fn offer(&self) -> Offer {
        // SAFETY: a context of its own, asked once; asking shows nothing.
        let can = unsafe {
            LAContext::new()
                .canEvaluatePolicy_error(LAPolicy::DeviceOwnerAuthenticationWithBiometrics)
        };
        match can.map_err(|error| error.code()) {
            Ok(()) | Err(LOCKED_OUT) => Offer::Ready,
            Err(NOT_ENROLLED) => Offer::NobodyKnown,
            Err(_) => Offer::Nothing,
        }
    }

    fn seal(&self, name: &str, secret: &[u8], _: &Question) -> Result<(), BiometricsError> {
        if !fits(name, secret) {
            return Err(BiometricsError::NotOffered);
        }
        self.forget(name);
        let guard = SecAccessControl::create_with_protection(
            Some(ProtectionMode::AccessibleWhenPasscodeSetThisDeviceOnly),
            AccessControlOptions::BIOMETRY_CURRENT_SET.bits(),
        );
        let mut options = entry(name);
        options.set_access_control(guard.map_err(reason)?);
        set_generic_password_options(secret, options).map_err(reason)
    }

    /// The words of the sheet are the system's; why Face ID is used stands in Info.plist.
    fn open(&self, name: &str, _: &Question) -> Result<Zeroizing<Vec<u8>>, BiometricsError> {
        generic_password(entry(name)).map(Zeroizing::new).map_err(reason)
    }

    fn forget(&self, name: &str) {
        match delete_generic_password_options(entry(name)) {
            Err(error) if error.code() != NOT_FOUND => {
                tracing::warn!(code = error.code(), "the keychain kept what was to be forgotten");
            }
            _ => {}
        }
    }
}
